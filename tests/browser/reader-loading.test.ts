import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { makePdf } from '../helpers/make-pdf.ts';

const { open, complaints } = browseSite();

const pages = Array.from({ length: 60 }, (_, index) => ({
  lines: Array.from({ length: 25 }, () => `Page ${index + 1} ${'lamp '.repeat(120)}`),
}));
const body = makePdf({ pages });
const LAST = body.length - (body.length % 16_384);

test('a reader’s page names the parts of its PDF that come first, and fetches nothing else to show it', async () => {
  const asked: (string | undefined)[] = [];
  const page = await open('papers/lantern/read/', {}, (tab) =>
    tab.route('**/lantern.pdf', async (route) => {
      asked.push((await route.request().allHeaders()).range);
      await route.continue();
    }),
  );
  await page.locator('.page[data-page-number="1"] .textLayer span').first().waitFor({ state: 'attached' });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every((range) => /^bytes=\d+-\d+$/.test(range ?? ''))).toBe(true);
  expect(new Set(asked).size).toBe(asked.length);
  expect(complaints()).toEqual([]);
});

test('a PDF that was replaced since the site was built is opened all the same', async () => {
  const page = await open('papers/lantern/read/', {}, (tab) => tab.route('**/lantern.pdf', (route) => route.fulfill({ body })));
  await page.locator('.page[data-page-number="1"] .textLayer').getByText('Page 1 lamp').first().waitFor();
  expect(complaints()).toEqual([]);
});

/** Opens the reader with a file that is fetched in parts; `isLet` tells which requests get through. */
const openInParts = (file: Buffer, isLet: (from: number) => boolean, locale = '') =>
  open(`${locale}papers/lantern/read/`, { viewport: { width: 1280, height: 720 } }, async (tab) => {
    const last = file.length - (file.length % 16_384);
    await tab.route(/\/papers\/lantern\/read\/$/, async (route) => {
      const response = await route.fetch();
      const parts = `data-parts="${file.length};0-32768,${last}-${file.length};"`;
      await route.fulfill({ response, body: (await response.text()).replace(/data-parts="[^"]*"/, parts) });
    });
    await tab.route('**/lantern.pdf', async (route) => {
      const range = /bytes=(\d+)-(\d+)/.exec((await route.request().allHeaders()).range ?? '');
      const [from, to] = [Number(range?.[1]), Number(range?.[2])];
      if (!range || !isLet(from)) return route.abort();
      const headers = { 'Content-Type': 'application/pdf', 'Content-Range': `bytes ${from}-${to}/${file.length}` };
      return route.fulfill({ status: 206, body: file.subarray(from, to + 1), headers });
    });
  });

const text = (page: Page, number: number) =>
  page.locator(`.page[data-page-number="${number}"] .textLayer`).getByText(`Page ${number} lamp`).first();
const seriousComplaints = () => complaints().filter((complaint) => !/Failed to load resource|ERR_FAILED/.test(complaint));

test('pages that could not be fetched come when the connection is back', async () => {
  let isUp = false;
  const page = await openInParts(body, (from) => isUp || from === 0 || from === LAST);
  await page.getByText('The connection failed. The page comes as soon as it is back.').waitFor();
  isUp = true;
  await text(page, 1).waitFor();
  expect(seriousComplaints()).toEqual([]);
});

test.each([
  ['', 'The connection failed. The page comes as soon as it is back.'],
  ['zh/', '连接中断，恢复后页面会自动出现。'],
])('a connection cut in the middle is told as long as it lasts, and reading goes on, at /%s', async (locale, words) => {
  const long = (index: number) => ({ lines: Array.from({ length: 400 }, () => `Page ${index + 1} ${'lamp '.repeat(120)}`) });
  let isUp = true;
  const page = await openInParts(makePdf({ pages: Array.from({ length: 8 }, (_, index) => long(index)) }), () => isUp, locale);
  await text(page, 1).waitFor();
  isUp = false;
  await page.keyboard.press('End');
  const notice = page.locator('[data-notice]');
  await notice.getByText(words).waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 5500)));
  expect(await notice.textContent()).toBe(words);
  await page.getByRole('heading', { name: /Key points|主要内容/ }).waitFor();
  isUp = true;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await text(page, 8).waitFor();
  await expect.poll(() => notice.textContent()).toBe('');
  expect(seriousComplaints()).toEqual([]);
});
