import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

const shown = (page: Page, number = 1) =>
  page.locator(`.page[data-page-number="${number}"] .textLayer span`).first().waitFor({ state: 'attached' });

/** Opens a reader and waits until the pages that follow will be shown in the same document. */
async function openReader(path: string): Promise<Page> {
  const page = await open(path, { viewport: { width: 1280, height: 720 } });
  await shown(page, Number(/page=(\d+)/.exec(path)?.[1] ?? 1));
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('page-turn')));
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  return page;
}

const isSame = (page: Page) => page.evaluate(() => 'isSame' in window);
const back = (page: Page) => page.getByRole('link', { name: 'To the note' }).click();

test('from a reader, pages follow one another in the same document, and each says what it is', async () => {
  const page = await openReader('papers/lantern/read/#page=2');
  await back(page);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForURL(/\/papers\/lantern\/$/);
  expect(await isSame(page)).toBe(true);
  expect(await page.title()).toMatch(/Reading Room|Library/);
  expect(await page.title()).not.toMatch(/^Read/);
  const head = () =>
    page.evaluate(() => [
      document.documentElement.lang,
      new URL(document.querySelector<HTMLLinkElement>('link[rel="canonical"]')!.href).pathname,
      document.querySelectorAll('title, link[rel="canonical"], meta[name="description"]').length,
      document.body.className,
      'place' in document.documentElement.dataset,
    ]);
  expect(await head()).toEqual(['en', '/reading/papers/lantern/', 3, '', false]);
  await expect.poll(() => page.locator('main > [aria-live="assertive"]').textContent()).toBe(await page.title());
  await page.locator('a[data-twin]').click();
  await page.waitForURL(/\/zh\/papers\/lantern\/$/);
  await page.getByRole('heading', { name: '主要内容' }).waitFor();
  expect(await head()).toEqual(['zh-Hans', '/reading/zh/papers/lantern/', 3, '', false]);
  expect(await isSame(page)).toBe(true);
  expect(complaints()).toEqual([]);
});

test('Back returns to the page of the PDF, Forward to the note, and the thread that parses is kept', async () => {
  const page = await openReader('papers/lantern/read/#page=2');
  let threads = 0;
  page.on('worker', () => threads++);
  await back(page);
  await page.waitForURL(/\/papers\/lantern\/$/);
  await page.goBack();
  await page.waitForURL(/read\/#page=2/);
  await shown(page, 2);
  expect(await page.getByRole('textbox', { name: 'Page' }).or(page.getByRole('spinbutton')).first().inputValue()).toBe('2');
  await page.goForward();
  await page.waitForURL(/\/papers\/lantern\/$/);
  await page.getByRole('heading', { name: 'Key points' }).waitFor();
  await page.locator('a[data-read]').first().click();
  await page.waitForURL(/read\//);
  await shown(page, 2);
  expect(await isSame(page)).toBe(true);
  expect(threads).toBe(0);
  expect(complaints()).toEqual([]);
});

test('what pages do works on pages that were turned to', async () => {
  const page = await openReader('papers/lantern/read/');
  await page
    .getByRole('link', { name: /Reading Room|Library/ })
    .first()
    .click();
  await page.waitForURL(/\/reading\/$/);
  await page.locator('paper-browser').waitFor();
  await page.keyboard.press('/');
  await page.locator('dialog:modal').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog:modal').waitFor({ state: 'hidden' });
  await page.keyboard.press('?');
  await page.locator('dialog:modal').waitFor();
  await page.keyboard.press('Escape');
  expect(await isSame(page)).toBe(true);
  expect(complaints()).toEqual([]);
});

test('after a page that was turned to is loaded anew, Back still leads to the one before', async () => {
  const page = await openReader('papers/lantern/read/');
  await back(page);
  await page.waitForURL(/\/papers\/lantern\/$/);
  await page.reload();
  await page.goBack();
  await page.waitForURL(/read\//);
  await shown(page);
});

test('a page that cannot be fetched is left to the browser', async () => {
  const page = await openReader('papers/lantern/read/');
  await page.route(/\/papers\/lantern\/$/, (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()));
  await back(page);
  await page.getByRole('heading', { name: 'Key points' }).waitFor();
  // The page that the browser loads may still be on its way.
  await expect.poll(() => isSame(page).catch(() => true)).toBe(false);
  complaints();
});

test.each(['', 'zh/'])('every part of a page lives that was turned to, at /%s', async (locale) => {
  const page = await openReader(`${locale}papers/lantern/read/`);
  const dead = () =>
    page.evaluate(() => [
      ...new Set(
        [...document.querySelectorAll('*')].map(({ localName }) => localName).filter((n) => n.includes('-') && !customElements.get(n)),
      ),
    ]);
  await page.locator('.reader-title a, .note-pane a').first().waitFor();
  for (const path of ['papers/lantern/', '', 'search/?q=lamp', 'keywords/', 'papers/paper-boat/read/']) {
    await page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('main')!.prepend(link);
      link.click();
    }, `/reading/${locale}${path}`);
    await page.waitForFunction(
      (wanted) => document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href.endsWith(wanted),
      `/reading/${locale}${path.split('?')[0]}`,
    );
    await expect.poll(dead, { message: path }).toEqual([]);
    expect(await isSame(page)).toBe(true);
  }
  await page.goBack();
  await page.waitForURL(/keywords\/$/);
  await page.goBack();
  await page.waitForURL(/search\/\?q=lamp/);
  await page.locator('search-page a').first().waitFor();
  expect(complaints()).toEqual([]);
});
