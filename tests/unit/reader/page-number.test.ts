import { expect, test } from 'vitest';
import { clampPage, pageFromText } from '../../../src/core/reader/page-number.ts';

test.each([
  ['7', 7],
  [' 7 ', 7],
  ['７', 7],
  ['007', 7],
  ['99', 23],
  ['0', 1],
  ['', undefined],
  ['-1', undefined],
  ['2.5', undefined],
  ['seven', undefined],
])('%j of 23 pages', (text, page) => {
  expect(pageFromText(text, 23)).toBe(page);
});

test('a page that is not there becomes the nearest that is', () => {
  expect([-4, 1, 7.9, 40].map((page) => clampPage(page, 23))).toEqual([1, 1, 7, 23]);
});
