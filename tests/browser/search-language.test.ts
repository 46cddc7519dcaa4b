import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

async function excerptOf(query: string, prefix: string): Promise<{ lang: string | null; marks: string[] }> {
  const page = await open(`${prefix}search/?q=${encodeURIComponent(query)}`);
  const first = page.locator('main [data-paper="lantern"]');
  await first.waitFor();
  const excerpt = first.locator('.excerpt').first();
  return { lang: await excerpt.getAttribute('lang'), marks: await excerpt.locator('mark').allTextContents() };
}

test.each(['', 'zh/'])('at /%s the passage shown is in the language of the words that match', async (prefix) => {
  const english = await excerptOf('lamp preference', prefix);
  expect(english.lang).toBe('en');
  expect(english.marks.join(' ')).toMatch(/lamp|preference/i);
  const chinese = await excerptOf('房间 次序', prefix);
  expect(chinese.lang).toMatch(/^zh/);
  expect(chinese.marks.join('')).toMatch(/房间|次序/);
  expect(complaints()).toEqual([]);
});
