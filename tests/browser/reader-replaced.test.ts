import { cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../helpers/find-browser.ts';
import { makePdf } from '../helpers/make-pdf.ts';
import { desktop, mark, readerPath, ready, until } from '../helpers/marking.ts';
import { drawn } from '../helpers/reader-pages.ts';
import { serveSite, type ServedSite } from '../helpers/serve.ts';

let [folder, pdf] = ['', ''];
let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reading-room-'));
  cpSync(inject('siteFolder'), folder, { recursive: true });
  pdf = join(folder, 'papers/lantern/lantern.pdf');
  [site, browser] = await Promise.all([serveSite(folder, inject('siteBase')), launchBrowser()]);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

/** Eight long pages, each with its number behind a word; files with words of one length are of one length. */
function paper(word: string): Buffer {
  const page = (number: number) => [`${word} ${number} keeps the lamp`, ...Array.from({ length: 400 }, () => 'dusk '.repeat(120))];
  return makePdf({
    pages: Array.from({ length: 8 }, (_, index) => ({ lines: page(index + 1) })),
    trailer: `/ID [<${Buffer.from(word).toString('hex')}> <00>]`,
  });
}

async function openPaper(locale = ''): Promise<Page> {
  writeFileSync(pdf, paper('Page'));
  const page = await (await browser.newContext(desktop)).newPage();
  await page.goto(site.url + locale + readerPath);
  await drawn(page);
  return page;
}

const text = (page: Page, number: number) => page.locator(`.page[data-page-number="${number}"] .textLayer`);
const replaced = (page: Page) => page.locator('[data-replaced]');

test('a PDF that is replaced while it is read is told, and loaded anew at the same place with its marks', async () => {
  const page = await openPaper();
  await ready(page);
  await mark(page, 'keeps the lamp', 'Highlight in green');
  await until(page, 1);
  await page.keyboard.press('a');
  await page.getByRole('button', { name: /^Edit/ }).click();
  await page.locator('[data-marks] textarea').fill('half a thou');
  writeFileSync(pdf, paper('Leaf'));
  await page.getByRole('textbox', { name: 'Page', exact: true }).fill('8');
  await page.keyboard.press('Enter');
  await page.getByText('The PDF was replaced on the server while you read it.').waitFor();
  expect(await text(page, 1).textContent()).toContain('Page 1 keeps');
  await page.getByRole('button', { name: 'Load the new PDF' }).click();
  await text(page, 8).getByText('Leaf 8 keeps the lamp').waitFor();
  expect(await replaced(page).isVisible()).toBe(false);
  await ready(page, 8);
  await until(page, 1);
  expect(await page.locator('[data-marks]').textContent()).toContain('half a thou');
  await page.getByRole('textbox', { name: 'Page', exact: true }).fill('1');
  await page.keyboard.press('Enter');
  await text(page, 1).getByText('Leaf 1 keeps the lamp').waitFor();
  await page.waitForFunction(() => [...(CSS.highlights.get('mark-highlight-green') ?? [])].join('') === 'keeps the lamp');
});

test('in Chinese too, and of another length', async () => {
  const page = await openPaper('zh/');
  writeFileSync(pdf, paper('Another leaf'));
  await page.locator('[data-scroller]').focus();
  await page.keyboard.press('End');
  await page.getByText('服务器上的 PDF 已被替换').waitFor();
  await page.getByRole('button', { name: '载入新的 PDF' }).click();
  await text(page, 8).getByText('Another leaf 8').waitFor();
});

test('a PDF that was only set up anew on the server is read on', async () => {
  const page = await openPaper();
  const later = Date.now() / 1000 + 60;
  utimesSync(pdf, later, later);
  await page.locator('[data-scroller]').focus();
  await page.keyboard.press('End');
  await text(page, 8).getByText('Page 8 keeps the lamp').waitFor();
  expect(await replaced(page).isVisible()).toBe(false);
});
