import { describe, expect, test } from 'vitest';
import { readLinkList } from '../../../src/markdown/link-list.ts';

const source = `# Awesome Lamps

[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

## Table of Contents
- [Surveys](#surveys)

## Surveys
- [A Survey of Lamps](https://arxiv.org/abs/2503.11701) - Shun Liu, Wen Fang, arXiv 2025
- [![Star](https://img.shields.io/x)](https://github.com/a/b) [A **Second** Survey](https://arxiv.org/pdf/2410.15595v3.pdf) - Wen Xiao and Bo Wang. [[Code](https://github.com/x/y)]
- [A blog](https://example.org/blog)

## Methods
### Offline
* **SimLamp: Simple Lamps** [[paper](https://arxiv.org/abs/2405.14734)] [[code](https://github.com/p/simlamp)] (NeurIPS 2024)
- Direct Lamps: Your Wick is Secretly a Lamp
  - Rafael Lamp, Archit Wick
  - NeurIPS 2023
  - Keyword: DPO, reward
  - A remark that is none of these, with $x$.
  - [Paper](https://arxiv.org/abs/2305.18290) | [Code](https://github.com/e/direct)
- Online:
  - [Online Lamps](https://openreview.net/forum?id=abc123) ICLR 2025

| Title | Authors | Venue | Link | Code |
|---|---|---|---|---|
| TLamp | Yong Zeng, Guo Liu | ICML 2024 | [arXiv](https://arxiv.org/abs/2404.11999) | [GitHub](https://github.com/V/T) |
| [KTO \\| x](https://aclanthology.org/2024.x.1) | K. Ethan | ICML 2024 | | |
| nothing | | | [x](https://e.org) | |
`;

test('an awesome list: links, badges, nested details, tables', () => {
  const { title, papers, unread } = readLinkList(source);
  expect(title).toEqual({ text: 'Awesome Lamps', locale: 'en' });
  expect(papers.map(({ title: name, line }) => `${line} ${name}`)).toEqual([
    '9 A Survey of Lamps',
    '10 A Second Survey',
    '15 SimLamp: Simple Lamps',
    '16 Direct Lamps: Your Wick is Secretly a Lamp',
    '23 Online Lamps',
    '27 TLamp',
    '28 KTO | x',
  ]);
  const [survey, second, simlamp, direct, online, table, acl] = papers;
  expect(survey).toMatchObject({ authors: ['Shun Liu', 'Wen Fang'], date: '2025', keywords: ['Surveys'], links: { arxiv: '2503.11701' } });
  expect(second).toMatchObject({ authors: ['Wen Xiao', 'Bo Wang'], links: { arxiv: '2410.15595v3', code: 'https://github.com/a/b' } });
  expect(second!.sections).toEqual([{ heading: 'Links', text: '- [Code](https://github.com/x/y)' }]);
  expect(simlamp).toMatchObject({
    venue: 'NeurIPS 2024',
    keywords: ['Methods', 'Offline'],
    links: { arxiv: '2405.14734', code: 'https://github.com/p/simlamp' },
  });
  expect(direct).toMatchObject({
    authors: ['Rafael Lamp', 'Archit Wick'],
    venue: 'NeurIPS 2023',
    keywords: ['DPO', 'reward', 'Methods', 'Offline'],
  });
  expect(direct!.sections).toEqual([{ heading: '', text: 'A remark that is none of these, with $x$.' }]);
  expect(online).toMatchObject({ venue: 'ICLR 2025', keywords: ['Methods', 'Offline', 'Online'], links: { openreview: 'abc123' } });
  expect(table).toMatchObject({
    authors: ['Yong Zeng', 'Guo Liu'],
    venue: 'ICML 2024',
    links: { arxiv: '2404.11999', code: 'https://github.com/V/T' },
  });
  expect(acl).toMatchObject({ authors: ['K. Ethan'], venue: 'ICML 2024', links: {} });
  expect(acl!.sections[0]!.text).toContain('https://aclanthology.org/2024.x.1');
  expect(unread.map(({ line }) => line)).toEqual([11, 29]);
});

test('“et al.” is no list of the authors: it stays in the text', () => {
  const { papers } = readLinkList('- [A Paper of Lamps](https://arxiv.org/abs/2405.14734) - Ada Lamp et al. - ICML 2024\n');
  expect(papers[0]).toMatchObject({ venue: 'ICML 2024', sections: [{ heading: '', text: 'Ada Lamp et al.' }] });
  expect(papers[0]!.authors).toBeUndefined();
});

describe('shapes that lists really have', () => {
  const only = (source: string) => readLinkList(source).papers[0]!;

  test('authors in italics and the venue behind them, under numbered headings', () => {
    const { papers } = readLinkList(
      `# List\n\n## 2. Lamps\n\n### 2.1 Old Lamps\n\n1. [**Old Lamps of J.**](https://arxiv.org/abs/2405.14734) _Ada J. Lamp, Hao liu, Bo van Wick, Cy Oil._ LampConf 2024. [![Stars](https://img.shields.io/github/stars/a/b)](https://github.com/a/b)\n2. [**New Lamps.**](https://arxiv.org/abs/2405.14735) _Ada Lamp._ Arxiv 2025.\n`,
    );
    expect(papers).toMatchObject([
      {
        title: 'Old Lamps of J.',
        authors: ['Ada J. Lamp', 'Hao liu', 'Bo van Wick', 'Cy Oil'],
        venue: 'LampConf 2024',
        keywords: ['Lamps', 'Old Lamps'],
        links: { arxiv: '2405.14734', code: 'https://github.com/a/b' },
        sections: [],
      },
      { title: 'New Lamps', authors: ['Ada Lamp'], date: '2025', sections: [] },
    ]);
  });

  test('a date behind links, and a badge that says “preprint”', () => {
    const list =
      '- **Fast Lamps**  \n  *Ada Lamp, Bo Wick*. [[pdf](https://arxiv.org/abs/2410.01699)], [[code]](https://github.com/a/b), 2024.10. ![](https://img.shields.io/badge/Preprint-2024-blue)\n';
    expect(readLinkList(list).papers).toMatchObject([
      {
        title: 'Fast Lamps',
        authors: ['Ada Lamp', 'Bo Wick'],
        date: '2024-10',
        links: { arxiv: '2410.01699', code: 'https://github.com/a/b' },
        sections: [],
      },
    ]);
    expect(readLinkList(list).papers[0]!.venue).toBeUndefined();
  });

  test('the title is the link to the paper, else what is set in bold, else another link', () => {
    const list =
      '- **Lamp Bench: A Benchmark** LampConf 2024, [Paper](https://arxiv.org/abs/2405.14734), [Eval Tool](https://github.com/a/b)\n- **[ICLR 2024]** [Project of Lamps](https://lamps.example.org) [[paper]](https://arxiv.org/abs/2405.14735)\n- *Ada Lamp*: [Lamps Again](https://arxiv.org/abs/2405.14736)\n';
    expect(readLinkList(list).papers.map(({ title }) => title)).toEqual(['Lamp Bench: A Benchmark', 'Project of Lamps', 'Lamps Again']);
  });

  test('headings that are years are no keywords, and labels without their links no text', () => {
    const paper = only(
      '# L\n## Papers\n### 2020 and before\n- [Deep Lamps](https://arxiv.org/abs/1709.10163)\n  - Keyword: wick\n  - Code: [official](https://github.com/a/b)\n',
    );
    expect(paper).toMatchObject({ keywords: ['wick'], links: { code: 'https://github.com/a/b' }, sections: [] });
  });

  test('a table whose cells hold badges, the title and a summary', () => {
    const row =
      "[![Star](https://img.shields.io/s.svg)](https://github.com/a/b) [![Publish](https://img.shields.io/badge/Conference-ICLR'25-blue)]() <br> [Layers of Lamps: M<sup>3</sup>](https://openreview.net/forum?id=lamp1) <br> Unlike [BLAMP](https://arxiv.org/abs/1810.04805), it dims. Nothing else. | [Type](https://e.org/t)";
    const paper = only(`| <div>Title & Take-away</div> | Type |\n|:--|:--|\n| ${row} |\n`);
    expect(paper).toMatchObject({
      title: 'Layers of Lamps: M$^{3}$',
      venue: "ICLR'25",
      links: { openreview: 'lamp1', code: 'https://github.com/a/b' },
    });
    expect(paper.sections[0]).toEqual({ heading: '', text: 'Unlike [BLAMP](https://arxiv.org/abs/1810.04805), it dims. Nothing else.' });
    expect(paper.links.arxiv).toBeUndefined();
  });

  test('a table with a column for venues that says “arXiv”, and one without a column for titles', () => {
    const table =
      '| Title | Venue | Date | Code |\n|:--|:--|:--|:--|\n| ![Star](https://img.shields.io/s.svg) <br> [**OneLamp**](https://arxiv.org/pdf/2312.03700.pdf) <br> | arXiv | 2023-12-06 | [Github](https://github.com/a/b) |\n';
    expect(only(table)).toMatchObject({
      title: 'OneLamp',
      date: '2023-12-06',
      links: { arxiv: '2312.03700', code: 'https://github.com/a/b' },
      sections: [],
    });
    expect(only(table).venue).toBeUndefined();
    expect(only('| When | What |\n|--|--|\n| 2024 | [Two Lamps](https://arxiv.org/abs/2312.03701) |\n')).toMatchObject({
      title: 'Two Lamps',
      date: '2024',
    });
  });
});
