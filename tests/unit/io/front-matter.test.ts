import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { fillFrontMatter, fillNote, writeFrontMatter } from '../../../src/io/front-matter.ts';

const mine = `# my note
title:   "A: b"   # keep
authors: []   # none yet
keywords:
  - a   # first

date:
links:
    arxiv: '2405.14734' # id
objective:
  formula: |-
    x
  page: 3
`;

describe('front matter that is filled', () => {
  test('keeps comments, quotes, spaces and order', () => {
    const { text, filled, kept } = fillFrontMatter(mine, {
      authors: ['Yu Meng', 'O: x'],
      titleZh: '中',
      date: '2024-05-23',
      venue: 'NeurIPS 2024',
      keywords: ['b'],
      links: { arxiv: '2405.1', doi: '10.1000/x', openreview: 'abc' },
    });
    expect(text).toBe(`# my note
title:   "A: b"   # keep
titleZh: 中
authors: [Yu Meng, "O: x"]   # none yet
keywords:
  - a   # first

date: 2024-05-23
venue: NeurIPS 2024
links:
    arxiv: '2405.14734' # id
    doi: 10.1000/x
    openreview: abc
objective:
  formula: |-
    x
  page: 3
`);
    expect(filled).toEqual(['titleZh', 'authors', 'date', 'venue', 'links.doi', 'links.openreview']);
    expect(kept).toEqual(['keywords', 'links.arxiv']);
  });

  test.each([
    ["title: x\nlinks: { arxiv: '1' }\n", 'title: x\ndate: "2024"\nlinks: { arxiv: \'1\', doi: 10.1000/x }\n'],
    ['title: x\nlinks:\n', 'title: x\ndate: "2024"\nlinks: {doi: 10.1000/x}\n'],
    ['title: x\nlinks: {}\n', 'title: x\ndate: "2024"\nlinks: {doi: 10.1000/x}\n'],
    ['title: x', 'title: x\ndate: "2024"\nlinks:\n  doi: 10.1000/x\n'],
    ['title: x\ndate: 2024\nlinks:\n  doi: 10.1000/x # mine', 'title: x\ndate: 2024\nlinks:\n  doi: 10.1000/x # mine'],
    ['title: >-\n  a\n  b\n# end', 'title: >-\n  a\n  b\ndate: "2024"\nlinks:\n  doi: 10.1000/x\n# end'],
  ])('%j', (before, after) => {
    const { text } = fillFrontMatter(before, { date: '2024', links: { doi: '10.1000/x' } });
    expect(text).toBe(after);
    expect(fillFrontMatter(text, { date: '2024', links: { doi: '10.1000/x' } })).toEqual({ text, filled: [], kept: [] });
  });

  test('says what was meant, whatever stands in the values', () => {
    const values = {
      title: '# "a": \'b\' | c',
      authors: ['yes', 'null', '- x', '中, 文'],
      date: '2024',
      venue: '@x: y',
      links: { arxiv: '2405.10', openreview: '123' },
    };
    expect(parse(writeFrontMatter(values))).toEqual(values);
    expect(parse(fillFrontMatter('title:\n', values).text)).toEqual(values);
  });

  test('replaces what differs only when told to', () => {
    const values = { title: 'y', keywords: ['c'] };
    expect(fillFrontMatter('title: x # mine\nkeywords: [a]\n', values).text).toBe('title: x # mine\nkeywords: [a]\n');
    expect(fillFrontMatter('title: x # mine\nkeywords: [a]\n', values, true).text).toBe('title: y # mine\nkeywords: [c]\n');
  });
});

test('a note in which nothing is filled stays as it is, to the last byte', () => {
  const source = '\uFEFF---\r\ntitle: x\r\n---\r\n\r\nBody  \r\n';
  expect(fillNote(source, (parts) => parts)).toBe(source);
  expect(fillNote(source, ({ frontMatter, body }) => ({ frontMatter: `${frontMatter}\ndate: 2024`, body }))).toBe(
    '\uFEFF---\r\ntitle: x\r\ndate: 2024\r\n---\r\n\r\nBody  \r\n',
  );
});
