import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { violations, violationsInThemes } from '../helpers/violations.ts';

const { open, complaints } = browseSite();

const pages = [
  '',
  'papers/lantern/',
  'papers/wide-river/',
  'papers/quiet-window/',
  'papers/thorny-hedge/',
  'papers/lantern/read/',
  'papers/paper-boat/read/',
  'keywords/',
  'keywords/length-bias/',
  'lists/',
  'lists/first-shelf/',
  'search/?q=lantern',
  '?pick=lantern&pick=wide-river',
];
const paths = [...pages, ...pages.map((path) => `zh/${path}`), 'no-such-page/', 'zh/papers/lantrn/'];

/** Goes through pages in one tab, and tells what was found on each. */
async function walk<Found>(
  page: Page,
  some: readonly string[],
  look: () => Promise<readonly Found[]>,
): Promise<Record<string, readonly Found[]>> {
  const root = page.url();
  const found: Record<string, readonly Found[]> = {};
  for (const path of some) {
    await page.goto(root + path);
    await settle(page);
    const onPage = await look();
    if (onPage.length > 0) found[path] = onPage;
  }
  return found;
}

test.each([
  ['English', paths.filter((path) => !path.startsWith('zh/'))],
  ['Chinese', paths.filter((path) => path.startsWith('zh/'))],
])('axe finds nothing on any page in %s, in either theme', async (_, some) => {
  const page = await open('');
  expect(await walk(page, some, () => violationsInThemes(page))).toEqual({});
  expect(complaints().filter((complaint) => !/404/.test(complaint))).toEqual([]);
});

test('axe finds nothing in the dialogs', async () => {
  const page = await open('papers/lantern/');
  await page.keyboard.press('?');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('lantern');
  await page.locator('dialog [data-search-state="done"]').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('nothing is wider than 320 px on any page', async () => {
  const page = await open('', { viewport: { width: 320, height: 640 } });
  const widths = () => page.evaluate(() => [document.documentElement.scrollWidth].filter((width) => width > 320));
  expect(await walk(page, paths, widths)).toEqual({});
});

/** Waits for what a page loads after it is shown: results, or the first page of a PDF. */
async function settle(page: Page): Promise<void> {
  if (page.url().includes('?q=')) await page.locator('main [data-search-state="done"] [data-paper]').first().waitFor();
  if (page.url().includes('?pick=')) await page.locator('.pick input:checked').first().waitFor();
  if (await page.locator('pdf-reader:not([data-pdf=""])').count())
    await page.locator('pdf-reader .textLayer').first().waitFor({ state: 'attached' });
}
