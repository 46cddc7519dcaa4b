import { expect, test } from 'vitest';
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
