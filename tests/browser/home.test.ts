import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import type { Page } from 'playwright-core';

const { open, complaints } = browseSite();

const listed = (page: Page) =>
  page.locator('.papers .paper').evaluateAll((papers) => papers.map((paper) => (paper as HTMLElement).dataset.id));
const option = (page: Page, name: string, value: string) => page.locator(`input[name="${name}"][value="${value}"]`);
const status = (page: Page) => page.locator('[data-part="count"]');

test('the list is complete, newest first, without JavaScript', async () => {
  const page = await open('', { javaScriptEnabled: false });
  const ids = await listed(page);
  expect(ids[0]).toBe('alpha-lamp');
  expect(ids).toHaveLength(11);
  await page.getByRole('link', { name: 'Lantern Tuning: Preferences' }).click();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Lantern Tuning');
});

test('filters combine, count, stand in the address and go back', async () => {
  const page = await open('');
  await page.locator('details.group').evaluateAll((groups) => groups.forEach((group) => group.setAttribute('open', '')));
  await option(page, 'keyword', 'length-bias').check();
  await status(page).filter({ hasText: '3 of 11 papers' }).waitFor();
  expect(await listed(page)).toEqual(['far-shore', 'lantern', 'wide-river']);
  await option(page, 'keyword', 'lantern-tuning').check();
  await status(page).filter({ hasText: '1 of 11 papers' }).waitFor();
  expect(page.url()).toMatch(/\?keyword=length-bias&keyword=lantern-tuning$/);
  await page.goBack();
  await status(page).filter({ hasText: '3 of 11 papers' }).waitFor();
  await page.reload();
  await status(page).filter({ hasText: '3 of 11 papers' }).waitFor();
  expect(await option(page, 'keyword', 'length-bias').isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Remove the filter Length bias' }).click();
  await status(page)
    .filter({ hasText: /^11 papers$/ })
    .waitFor();
});

test('a broader keyword finds the papers of narrower ones', async () => {
  const page = await open('?keyword=summarization');
  await status(page).filter({ hasText: '1 of 11 papers' }).waitFor();
  expect(await listed(page)).toEqual(['quiet-window']);
});

test('order and density are chosen by keyboard and stand in the address', async () => {
  const page = await open('zh/');
  await page.getByLabel('排序').selectOption('title');
  await page.waitForURL(/\?sort=title$/);
  await page.getByRole('radio', { name: '卡片' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/\?sort=title&view=rows$/);
  expect(await page.locator('.papers').getAttribute('data-density')).toBe('rows');
});

test('no value of an address is trusted', async () => {
  const page = await open('?keyword=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&sort=nonsense&view=%00');
  await status(page).filter({ hasText: '0 of 11 papers' }).waitFor();
  expect(await page.locator('img').count()).toBe(0);
  expect(await page.getByText('No paper matches all of these filters.').isVisible()).toBe(true);
  expect(complaints()).toEqual([]);
});

test('records that cannot be loaded are said plainly, and the list stays', async () => {
  const page = await open('');
  await page.route('**/records.json', (route) => route.abort());
  await page.getByLabel('Sort').selectOption('title');
  await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
  expect(await listed(page)).toHaveLength(11);
  await page.unroute('**/records.json');
  await page.getByLabel('Sort').selectOption('oldest');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.papers .paper')?.dataset.id === 'wide-river');
  complaints();
});

test('what a list shows is cited, with its filters and in its order', async () => {
  const page = await open('?keyword=length-bias');
  await status(page).filter({ hasText: '3 of 11 papers' }).waitFor();
  await page.getByText('Cite or export these papers').click();
  const text = page.locator('cite-box pre');
  await text.filter({ hasText: 'quill2024lantern' }).waitFor();
  const keys = async () => [...((await text.textContent()) ?? '').matchAll(/^@\w+\{([^,]*)/gm)].map(([, key]) => key);
  expect(await keys()).toEqual(['quill2024far', 'quill2024lantern', '2021river']);
  await page.getByLabel('Sort').selectOption('oldest');
  await text.filter({ hasText: /^@inproceedings\{2021river/ }).waitFor();
  expect(await keys()).toEqual(['2021river', 'quill2024lantern', 'quill2024far']);
  await page.getByRole('combobox', { name: 'Format of the citation' }).selectOption('APA');
  await text.filter({ hasText: /^林小舟, & Fenn/ }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download in this format' }).click()]);
  expect(file.suggestedFilename()).toBe('papers.apa.txt');
  expect(complaints()).toEqual([]);
});

test('everything is cited from the files of the site, which load only when they are asked for', async () => {
  const asked: string[] = [];
  const page = await open('');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByText('Cite or export these papers').click();
  await page.locator('cite-box pre').filter({ hasText: 'quill2024lantern' }).waitFor();
  expect(asked.filter((path) => path.startsWith('/reading/papers'))).toEqual(['/reading/papers.bib']);
});
