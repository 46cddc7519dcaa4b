import { expect, test } from 'vitest';
import { formatPartialDate, parsePartialDate, quarterOf, yearOf } from '../../../src/core/note/partial-date.ts';

test.each([
  ['2024', true],
  ['2024-05', true],
  ['2024-05-23', true],
  ['2024-02-29', true], // a leap year
  ['2023-02-29', false],
  ['2024-02-30', false],
  ['2024-04-31', false],
  ['2024-13', false],
  ['2024-00', false],
  ['2024-05-00', false],
  ['2024-5', false],
  ['24-05-23', false],
  ['2024/05/23', false],
  ['2024-05-23T00:00', false],
  ['May 2024', false],
  ['', false],
])('%s is a date: %s', (text, exists) => {
  expect(parsePartialDate(text)).toBe(exists ? text : undefined);
});

test.each([
  { text: '2024', year: 2024, quarter: undefined, en: '2024', zh: '2024年' },
  { text: '2024-11', year: 2024, quarter: '2024-Q4', en: 'November 2024', zh: '2024年11月' },
  { text: '2024-03-31', year: 2024, quarter: '2024-Q1', en: '31 March 2024', zh: '2024年3月31日' },
  { text: '2024-04-01', year: 2024, quarter: '2024-Q2', en: '1 April 2024', zh: '2024年4月1日' },
])('$text is told in year, quarter and words', ({ text, year, quarter, en, zh }) => {
  const date = parsePartialDate(text)!;
  expect(yearOf(date)).toBe(year);
  expect(quarterOf(date)).toBe(quarter);
  expect(formatPartialDate(date, 'en')).toBe(en);
  expect(formatPartialDate(date, 'zh')).toBe(zh);
});
