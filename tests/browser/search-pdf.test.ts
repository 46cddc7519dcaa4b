import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

/** Opens the search page with a query; tells which addresses inside the index of the PDFs were asked for. */
async function search(query: string, prefix = ''): Promise<{ page: Page; asked: string[] }> {
  const page = await open(`${prefix}search/`);
  const asked: string[] = [];
  page.on('request', (request) => request.url().includes('/pagefind-pdf/') && asked.push(request.url()));
  await page.locator('main').getByRole('searchbox').fill(query);
  await page.locator('main [data-search-state="done"]').waitFor({ state: 'attached' });
  return { page, asked };
}

test('a phrase inside a PDF finds the paper and the page, and leads there', async () => {
  const { page } = await search('"rooms stay lit"');
  const found = page.locator('main [data-paper="lantern"] [data-page="3"]');
  expect(await found.locator('mark').allTextContents()).toEqual(['rooms', 'stay', 'lit']);
  const link = found.getByRole('link', { name: 'PDF, page 3' });
  expect(await link.getAttribute('href')).toMatch(/papers\/lantern\/read\/#page=3&search=rooms%20stay%20lit&phrase=true$/);
  expect(complaints()).toEqual([]);
});

test('the Chinese page finds the same and stays Chinese', async () => {
  const { page } = await search('“rooms stay lit”', 'zh/');
  const link = page.locator('main [data-paper="lantern"]').getByRole('link', { name: 'PDF 第 3 页' });
  expect(await link.getAttribute('href')).toContain('zh/papers/lantern/read/#page=3');
});

test('a query that the notes answer loads nothing of the PDFs', async () => {
  const { page, asked } = await search('lantern tuning');
  expect(await page.locator('main [data-paper="lantern"]').count()).toBe(1);
  expect(asked).toEqual([]);
});

test.each([
  ['', 'Search inside the PDFs too'],
  ['zh/', '同时搜索 PDF 全文'],
])('at /%s a reader has the PDFs searched too, by mouse, by keyboard and by address', async (prefix, label) => {
  const { page, asked } = await search('lantern tuning', prefix);
  const inside = page.locator('main').getByLabel(label);
  const pages = page.locator('main [data-paper="lantern"] [data-page]');
  await inside.click();
  await pages.first().waitFor();
  expect(asked.length).toBeGreaterThan(0);
  expect(new URL(page.url()).searchParams.get('pdfs')).toBe('1');
  await page.reload();
  await pages.first().waitFor();
  expect(await inside.isChecked()).toBe(true);
  await inside.focus();
  await page.keyboard.press('Space');
  await expect.poll(() => pages.count()).toBe(0);
  expect(page.url()).not.toContain('pdfs');
  await page.goBack();
  await pages.first().waitFor();
  expect(await inside.isChecked()).toBe(true);
  expect(complaints()).toEqual([]);
});

test('in the dialog too, which leads to the same results on the page', async () => {
  const page = await open('papers/paper-boat/');
  await page.keyboard.press('/');
  await page.keyboard.type('lantern tuning');
  await page.locator('dialog [data-paper="lantern"]').waitFor();
  const pages = page.locator('dialog [data-paper="lantern"] [data-page]');
  expect(await pages.count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await pages.first().waitFor();
  await page.getByRole('link', { name: 'All results on one page' }).click();
  await page.waitForURL(/search\/\?q=lantern\+tuning&pdfs=1/);
  await page.locator('main [data-paper="lantern"] [data-page]').first().waitFor();
  expect(complaints()).toEqual([]);
});

test('a quoted phrase that stands nowhere finds no page', async () => {
  const { page } = await search('"rooms stay dark"');
  expect(await page.locator('main .pages [data-page]').count()).toBe(0);
  expect(complaints()).toEqual([]);
});

test.each([
  ['', 'The PDFs could not be searched; these are the notes alone.'],
  ['zh/', 'PDF 全文未能载入，以下只是笔记中的结果。'],
])('at /%s notes that answer are shown where the PDFs cannot be loaded, and that is said', async (prefix, said) => {
  const page = await open(`${prefix}search/`);
  await page.route('**/pagefind-pdf/**', (route) => route.abort());
  await page.goto(`${page.url().split('?')[0]}?q=lantern+tuning&pdfs=1`);
  await page.locator('main').getByText(said).waitFor();
  expect(await page.locator('main [data-paper="lantern"]').count()).toBe(1);
  expect(await page.locator('main [data-part=failure]').isVisible()).toBe(false);
});
