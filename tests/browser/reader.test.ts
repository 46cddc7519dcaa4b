import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

const shown = (page: Page, number: number) =>
  page.locator(`.page[data-page-number="${number}"] .textLayer span`).first().waitFor({ state: 'attached' });
const field = (page: Page) =>
  page
    .getByRole('spinbutton')
    .or(page.getByRole('textbox', { name: 'Page' }))
    .first();

test('the PDF opens at the page of the address, with text that can be selected', async () => {
  const page = await open('papers/lantern/read/#page=2', { viewport: { width: 1280, height: 720 } });
  await shown(page, 2);
  expect(await field(page).inputValue()).toBe('2');
  const text = await page.locator('.page[data-page-number="2"] .textLayer').textContent();
  expect(text?.trim()).not.toBe('');
  expect(complaints()).toEqual([]);
});

test('pages are turned by keys, and the address follows', async () => {
  const page = await open('papers/lantern/read/', { viewport: { width: 1280, height: 720 } });
  await shown(page, 1);
  await page.keyboard.press('n');
  await page.waitForURL(/#page=2/);
  await page.keyboard.press('End');
  await page.waitForURL(/#page=3/);
});

test('a cited page turns the PDF beside the note', async () => {
  const page = await open('papers/lantern/read/', { viewport: { width: 1280, height: 720 } });
  await shown(page, 1);
  await page.getByRole('link', { name: 'p. 2' }).first().click();
  await page.waitForURL(/#page=2/);
  await shown(page, 2);
});

test('on a small screen note and PDF are tabs', async () => {
  const page = await open('zh/papers/lantern/read/', { viewport: { width: 375, height: 700 } });
  await page.getByRole('tab', { name: '笔记' }).click();
  await page.getByRole('heading', { name: '主要内容' }).waitFor();
  await page.getByRole('tab', { name: 'PDF' }).click();
  await shown(page, 1);
});

test('a paper without a file says so and offers the remote copy', async () => {
  const page = await open('papers/paper-boat/read/');
  await page.getByText('The PDF of this paper is not part of this site.').waitFor();
  const link = page.getByRole('link', { name: /arxiv\.org/ });
  expect(await link.getAttribute('href')).toContain('https://arxiv.org/pdf/0000.00002');
});

test('pdf.js is loaded nowhere else', async () => {
  const page = await open('papers/lantern/');
  await page.waitForLoadState('networkidle');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /pdf/.test(new URL(name).pathname.replace('/reading/', '')))).toEqual([]);
});
