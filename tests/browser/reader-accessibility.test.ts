import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { encryptedPdf } from '../helpers/encrypted-pdf.ts';
import { firstExtra, makePdf, pageObject } from '../helpers/make-pdf.ts';
import { drawn, readerOf } from '../helpers/reader-pages.ts';
import { violationsInThemes } from '../helpers/violations.ts';

const { open } = browseSite();
const openReader = readerOf(open);

/** Two pages with a link from the first to the second. */
const paper = () =>
  makePdf({
    pages: [{ lines: ['A lamp [1].'], more: `/Annots [${firstExtra(2)} 0 R]` }, { lines: ['[1] M. Quill. On lamps.'] }],
    objects: [`<< /Type /Annot /Subtype /Link /Rect [72 710 200 735] /Border [0 0 1] /Dest [${pageObject(2)} 0 R /XYZ 72 740 null] >>`],
  });

const key = (name: string) => (page: Page) => page.keyboard.press(name);

/** Each state of the reader, by how one gets there. */
const states: readonly (readonly [name: string, enter: (page: Page) => Promise<unknown>])[] = [
  ['the page', async () => undefined],
  ['finding', async (page) => (await page.keyboard.press('f'), page.keyboard.type('lamp'))],
  ['the matches', (page) => page.locator('[data-find="list"]').click()],
  ['the pages in small', async (page) => (await page.keyboard.press('Escape'), page.locator('[data-panel-tab="thumbnails"]').click())],
  ['the outline', (page) => page.locator('[data-panel-tab="outline"]').click()],
  [
    'dark pages, in pairs',
    async (page) => (await page.locator('[data-close-panel]').click(), page.keyboard.press('d'), page.keyboard.press('2')),
  ],
  ['a preview', async (page) => (await page.locator('.linkAnnotation a').first().focus(), page.locator('[data-preview] canvas').waitFor())],
  ['a notice', key('c')],
  ['the menu', (page) => page.locator('[popovertarget]').click()],
  ['the sheet of keys', async (page) => (await page.keyboard.press('Escape'), page.keyboard.press('?'))],
];

describe.each([
  ['', 1280],
  ['zh/', 320],
] as const)('at /%s, %i px wide, in either theme', (locale, width) => {
  const options = { viewport: { width, height: 720 } };

  test('axe finds nothing in any state of the reader', async () => {
    const page = await openReader(paper(), { ...options, locale });
    await drawn(page);
    for (const [name, enter] of states) {
      await enter(page);
      expect(await violationsInThemes(page), name).toEqual([]);
    }
  });

  test('nor where there is no PDF, a damaged one or one with a password', async () => {
    const absent = await open(`${locale}papers/paper-boat/read/`, options);
    await absent.locator('[data-cover="absent"]').waitFor();
    expect(await violationsInThemes(absent)).toEqual([]);
    const damaged = await openReader(Buffer.from('no PDF'), { ...options, locale });
    await damaged.locator('[data-cover="failed"]').waitFor();
    expect(await violationsInThemes(damaged)).toEqual([]);
    const locked = await openReader(encryptedPdf('lamp', ['A secret page']), { ...options, locale });
    await locked.locator('[data-cover="password"]').waitFor();
    expect(await violationsInThemes(locked)).toEqual([]);
  });
});

test('every key that the reader knows stands on the sheet', async () => {
  const page = await openReader(paper());
  await drawn(page);
  await page.keyboard.press('?');
  const shown = (await page.locator('shortcut-sheet kbd').allTextContents()).map((name) => name.replace('−', '-'));
  const known = 'j n k p + - 0 9 f s 2 ] [ d z c q o b v h u w a 1 3 4'.split(' ');
  expect(known.filter((name) => !shown.includes(name))).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining(['Ctrl F', 'Ctrl P', 'Ctrl S', 'Home', 'End', 'Esc']));
});

test('the page is announced, and the text of a page comes in its order', async () => {
  const page = await openReader(paper());
  await drawn(page);
  await page.keyboard.press('n');
  await page.locator('[data-live]').getByText('Page 2 of 2').waitFor({ state: 'attached' });
  expect(await page.getByRole('region', { name: 'Page 2', exact: true }).locator('.textLayer').textContent()).toContain('M. Quill');
});

test('the picture of the first page gives way without a shift', async () => {
  let letCome = () => {};
  const isMeasured = new Promise<void>((resolve) => (letCome = resolve));
  const page = await open('papers/lantern/read/', { viewport: { width: 1280, height: 720 } }, async (fresh) => {
    await fresh.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await fresh.route('**/lantern.pdf', (route) => isMeasured.then(() => route.continue()));
  });
  const poster = page.locator('[data-poster] img');
  const before = (await poster.boundingBox())!;
  letCome();
  await drawn(page);
  await page.locator('[data-poster]').waitFor({ state: 'hidden' });
  const after = (await page.locator('.page[data-page-number="1"] canvas').boundingBox())!;
  for (const side of ['x', 'y', 'width', 'height'] as const) expect(Math.abs(after[side] - before[side]), side).toBeLessThanOrEqual(2);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.001);
});
