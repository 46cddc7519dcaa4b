import { expect, test } from 'vitest';
import { authorsInShort, splitName } from '../../../src/core/note/people.ts';

test.each([
  ['Yu Meng', { family: 'Meng', given: 'Yu' }],
  ['  Mary   Ann  Evans ', { family: 'Evans', given: 'Mary Ann' }],
  ['Evans, Mary Ann', { family: 'Evans', given: 'Mary Ann' }],
  ['Plato', { family: 'Plato' }],
  ['Ludwig van Beethoven', { family: 'van Beethoven', given: 'Ludwig' }],
  ['Laurens van der Maaten', { family: 'van der Maaten', given: 'Laurens' }],
  ['Juan de la Cruz', { family: 'de la Cruz', given: 'Juan' }],
  ['Van Morrison', { family: 'Morrison', given: 'Van' }],
  ['Łukasz Øster', { family: 'Øster', given: 'Łukasz' }],
  ['Jean-Luc Picard', { family: 'Picard', given: 'Jean-Luc' }],
  ['林小舟', { family: '林', given: '小舟' }],
  ['陈丹', { family: '陈', given: '丹' }],
])('%s in two parts', (name, parts) => {
  expect(splitName(name)).toEqual(parts);
});

test.each([
  [[], '', ''],
  [['A'], 'A', 'A'],
  [['A', 'B', 'C'], 'A, B, C', 'A、B、C'],
  [['A', 'B', 'C', 'D'], 'A, B, C et al.', 'A、B、C 等'],
])('%j in one line', (authors, en, zh) => {
  expect(authorsInShort(authors, 'en')).toBe(en);
  expect(authorsInShort(authors, 'zh')).toBe(zh);
});
