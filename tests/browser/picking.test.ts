import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

const box = (page: Page, id: string) => page.locator(`.pick input[value="${id}"]`);
const text = (page: Page) => page.locator('cite-box pre');
const listed = (page: Page) =>
  page.locator('.papers .paper').evaluateAll((papers) => papers.map((paper) => (paper as HTMLElement).dataset.id));
const keys = async (page: Page) => [...((await text(page).textContent()) ?? '').matchAll(/^@\w+\{([^,]*)/gm)].map(([, key]) => key);

test('papers are picked with the keyboard and leave in every format, in the order of picking', async () => {
  const page = await open('');
  expect(await page.locator('.pick').count()).toBe(0);
  await page.getByText('Cite or export these papers').focus();
  await page.keyboard.press('Enter');
  await text(page).filter({ hasText: 'quill2024lantern' }).waitFor();
  await page.getByRole('checkbox', { name: 'Pick “A River Wider than Any Page”' }).focus();
  await page.keyboard.press('Space');
  await text(page)
    .filter({ hasText: /^@\w+\{2021river,[^@]*$/ })
    .waitFor();
  // The list did not move, and the focus is where it was.
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('wide-river');
  await box(page, 'lantern').focus();
  await page.keyboard.press('Space');
  await text(page).filter({ hasText: 'quill2024lantern' }).waitFor();
  expect(await keys(page)).toEqual(['2021river', 'quill2024lantern']);
  expect(page.url()).toMatch(/\?pick=wide-river&pick=lantern$/);
  expect(await page.getByText('Picked: 2').isVisible()).toBe(true);
  const counts = { RIS: /^TY {2}-/gm, 'CSL-JSON': /^ {4}"id"/gm, APA: /^.+$/gm, 'GB/T 7714': /^.+$/gm, Markdown: /^- /gm };
  for (const [format, entry] of Object.entries(counts)) {
    const before = await text(page).textContent();
    await page.getByRole('combobox', { name: 'Format of the citation' }).selectOption(format);
    await expect.poll(() => text(page).textContent()).not.toBe(before);
    expect((await text(page).textContent())!.match(entry), format).toHaveLength(2);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download in this format' }).click()]);
    expect(file.suggestedFilename()).toMatch(/^papers\./);
  }
  await box(page, 'lantern').click();
  await expect.poll(() => page.url()).toMatch(/\?pick=wide-river$/);
  expect(complaints()).toEqual([]);
});

test('picks stand in the address, outlast filters, can be listed alone and cleared', async () => {
  const page = await open('zh/?pick=lantern&pick=nothing&pick=far-shore');
  await page.getByText('已选 2 篇').waitFor();
  expect(await box(page, 'far-shore').isChecked()).toBe(true);
  await text(page).filter({ hasText: 'quill2024far' }).waitFor();
  expect(await keys(page)).toEqual(['quill2024lantern', 'quill2024far']);
  await page.getByRole('button', { name: '只看所选' }).click();
  await expect.poll(() => listed(page)).toEqual(['far-shore', 'lantern']);
  expect(page.url()).toMatch(/\?pick=lantern&pick=far-shore&show=picked$/);
  await page.reload();
  await expect.poll(() => listed(page)).toEqual(['far-shore', 'lantern']);
  await page.getByRole('button', { name: '只看所选' }).click();
  await expect.poll(() => listed(page).then(({ length }) => length)).toBe(11);
  await page.locator('details.group').evaluateAll((groups) => groups.forEach((group) => group.setAttribute('open', '')));
  await page.locator('input[name="keyword"][value="summarization"]').check();
  await expect.poll(() => listed(page)).toEqual(['quiet-window']);
  expect(await keys(page)).toEqual(['quill2024lantern', 'quill2024far']);
  await page.getByRole('checkbox', { name: '选择《' }).check();
  await page.getByText('已选 3 篇').waitFor();
  await page.getByRole('button', { name: '取消全选' }).click();
  await expect.poll(() => page.url()).toMatch(/\?keyword=summarization$/);
  await expect.poll(() => keys(page)).toHaveLength(1);
  expect(complaints()).toEqual([]);
});

test('picks and filters go along to the other language', async () => {
  const page = await open('?year=2024&pick=lantern');
  await page.getByText('Picked: 1').waitFor();
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByText('已选 1 篇').waitFor();
  expect(page.url()).toMatch(/\/zh\/\?year=2024&pick=lantern$/);
});

test('a closed box with nothing picked leaves the cards as they were', async () => {
  const page = await open('');
  const left = () =>
    page
      .locator('.paper h3')
      .first()
      .evaluate((title) => title.getBoundingClientRect().left);
  const before = await left();
  await page.getByText('Cite or export these papers').click();
  await expect.poll(left).toBeGreaterThan(before);
  await page.getByText('Cite or export these papers').click();
  await expect.poll(left).toBe(before);
  expect(await page.locator('.pick').first().isVisible()).toBe(false);
});

test.each(['', 'zh/'])('checkboxes leave the cards of /%s room on a small phone', async (tree) => {
  const page = await open(tree, { viewport: { width: 320, height: 800 } });
  await page.locator('details:has(cite-box) > summary').click();
  await page.locator('.pick').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});
