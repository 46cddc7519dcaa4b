import { describe, expect, test } from 'vitest';
import { readSyntax, readYears } from '../../../src/core/search/syntax.ts';

const plain = (text: string) => ({ text, phrases: [], fields: [], excluded: [] });

describe('the syntax of a query', () => {
  test('words stay words', () => expect(readSyntax('  f-DPO drift  ')).toEqual(plain('f-DPO drift')));

  test.each([
    ['keyword:drift', 'keyword', 'drift'],
    ['Keyword:"length bias"', 'keyword', 'length bias'],
    ['关键词：长度偏差', 'keyword', '长度偏差'],
    ['關鍵詞：「長度偏差」', 'keyword', '長度偏差'],
    ['author: Meng', 'author', 'Meng'],
    ['作者：“Yu Meng”', 'author', 'Yu Meng'],
    ['venue:ICLR,', 'venue', 'ICLR'],
    ['发表处：NeurIPS', 'venue', 'NeurIPS'],
    ['year:>=2023', 'year', '>=2023'],
    ['年份：2023-2024', 'year', '2023-2024'],
    ['list:first-shelf', 'list', 'first-shelf'],
    ['清单：第一层书架', 'list', '第一层书架'],
  ])('%s is a field', (typed, field, value) => {
    expect(readSyntax(typed)).toEqual({ ...plain(''), fields: [{ field, value, excluded: false }] });
  });

  test('words and conditions may stand in any order', () => {
    expect(readSyntax('偏好 -diffusion year:2024 “length bias” -"exact phrase" drift -keyword:video')).toEqual({
      text: '偏好    length bias   drift',
      phrases: ['length bias'],
      fields: [
        { field: 'year', value: '2024', excluded: false },
        { field: 'keyword', value: 'video', excluded: true },
      ],
      excluded: ['diffusion', 'exact phrase'],
    });
  });

  test.each(['“长度偏差”', '「长度偏差」', '『长度偏差』', '"长度偏差"', '＂长度偏差＂', '关于“长度偏差”的论文'])(
    '%s is a phrase',
    (typed) => {
      expect(readSyntax(typed).phrases).toEqual(['长度偏差']);
      expect(readSyntax(typed).text).toContain('长度偏差');
    },
  );

  test.each([
    '"length bias',
    '“长度',
    'keyword:',
    'keyword:"length bias',
    'year:soon',
    'year:20',
    'author:"',
    'http://x',
    'f-DPO - x',
    '-',
    '--',
    '- "',
    '""',
    'mykeyword:x',
    'a-"b',
  ])('%s is read as plain text', (typed) => expect(readSyntax(typed)).toEqual(plain(typed)));

  test.each(['a', '?!…', '.*+[(', '\\', '<img src=x onerror=alert(1)>', 'א ב ג', '\uD800', 'author:\uD800x', '-\uDC00'])(
    '%j has an answer',
    (typed) => expect(readSyntax(typed).text.isWellFormed()).toBe(true),
  );

  test('a long query has one too, and no more conditions than anybody means', () => {
    for (const piece of ['x', '"', '-a ', 'keyword:x ', '“', '"a" ', 'keyword:"']) {
      const { phrases, fields, excluded } = readSyntax(piece.repeat(2000));
      expect(phrases.length + fields.length + excluded.length).toBeLessThan(13);
    }
  });
});

test.each([
  ['2024', 2024, 2024],
  ['２０２４', 2024, 2024],
  ['2024年', 2024, 2024],
  ['2023-2024', 2023, 2024],
  ['2024–2023', 2023, 2024],
  ['2023至2024年', 2023, 2024],
  ['2023-', 2023, Infinity],
  ['>=2023', 2023, Infinity],
  ['>2023', 2024, Infinity],
  ['≤2023', -Infinity, 2023],
  ['<2023', -Infinity, 2022],
])('%s means years', (text, from, to) => expect(readYears(text)).toEqual({ from, to }));
