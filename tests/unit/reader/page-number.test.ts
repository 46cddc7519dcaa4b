import { expect, test } from 'vitest';
import { clampPage, pageFromText, usefulLabels } from '../../../src/core/reader/page-number.ts';

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
  expect(pageFromText(text, { count: 23 })).toBe(page);
});

test('a page that is not there becomes the nearest that is', () => {
  expect([-4, 1, 7.9, 40].map((page) => clampPage(page, 23))).toEqual([1, 1, 7, 23]);
});

test('a label that is printed on a page counts before its number', () => {
  const pages = { count: 4, labels: ['i', 'ii', '1', '2'] };
  expect(['ii', '1', '４', '9', 'x'].map((text) => pageFromText(text, pages))).toEqual([2, 3, 4, 4, undefined]);
});

test('labels that only repeat the numbers say nothing', () => {
  expect(usefulLabels(['1', '2'], 2)).toBeUndefined();
  expect(usefulLabels(['i', '1'], 2)).toEqual(['i', '1']);
  expect(usefulLabels(['i'], 2)).toBeUndefined();
  expect(usefulLabels(null, 2)).toBeUndefined();
});
