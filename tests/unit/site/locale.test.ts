import { expect, test } from 'vitest';
import { detectLocale, languageTag, localeParam, otherLocale } from '../../../src/core/site/locale.ts';

test.each([
  ['Plain words', 'en'],
  ['', 'en'],
  ['偏好', 'zh'],
  ['DPO 与 PPO', 'zh'],
  ['α–β “quoted”', 'en'],
  ['，。！', 'en'], // punctuation alone is no Chinese word
])('%j is written in %s', (text, locale) => {
  expect(detectLocale(text)).toBe(locale);
});

test('each language knows its tag, its segment and the other one', () => {
  expect([languageTag('en'), languageTag('zh')]).toEqual(['en', 'zh-Hans']);
  expect([localeParam('en'), localeParam('zh')]).toEqual([undefined, 'zh']);
  expect([otherLocale('en'), otherLocale('zh')]).toEqual(['zh', 'en']);
});
