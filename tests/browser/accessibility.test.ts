import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

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

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each(paths)('axe finds nothing at /%s', async (path) => {
    const page = await open(path, { colorScheme });
    await settle(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
    expect(complaints().filter((complaint) => !/404/.test(complaint))).toEqual([]);
  });
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

test.each(paths)('nothing is wider than 320 px at /%s', async (path) => {
  const page = await open(path, { viewport: { width: 320, height: 640 } });
  await settle(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.context().close();
  expect(width).toBeLessThanOrEqual(320);
});

/** Waits for what a page loads after it is shown: results, or the first page of a PDF. */
async function settle(page: Page): Promise<void> {
  if (page.url().includes('?q=')) await page.locator('main [data-search-state="done"] [data-paper]').first().waitFor();
  if (page.url().includes('?pick=')) await page.locator('.pick input:checked').first().waitFor();
  if (await page.locator('pdf-reader:not([data-pdf=""])').count())
    await page.locator('pdf-reader .textLayer').first().waitFor({ state: 'attached' });
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  });
}
