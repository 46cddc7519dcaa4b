import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { firstExtra, makePdf, pageObject } from '../helpers/make-pdf.ts';
import { drawn, readerOf } from '../helpers/reader-pages.ts';

const { open, complaints } = browseSite();
const openReader = readerOf(open);

/** Four pages; `section.2` is the name of the third. */
const paper = () =>
  makePdf({
    pages: ['One', 'Two', 'Three', 'Four'].map((name) => ({ lines: [`Page ${name}`] })),
    catalog: `/Dests << /section.2 [${pageObject(3)} 0 R /XYZ 72 720 null] >>`,
  });

const field = (page: Page) => page.getByRole('textbox', { name: 'Page', exact: true });
const notice = (page: Page) => page.locator('[data-notice]');

test.each(['#nameddest=section.2', '#section.2'])('the address %s leads to the place of that name', async (hash) => {
  const page = await openReader(paper(), { hash });
  await drawn(page, 3);
  await expect.poll(() => field(page).inputValue()).toBe('3');
  expect(await notice(page).textContent()).toBe('');
});

test.each([
  ['#page=999', 'There is no page 999: the PDF has 4.'],
  ['#nameddest=no.such.place', 'The address names a place that this PDF does not have.'],
  ['#no.such.place', 'The address names a place that this PDF does not have.'],
  ['#page=two', 'The address names a place that this PDF does not have.'],
  ['#%E0%A4%A', 'The address names a place that this PDF does not have.'],
])('what the address %s asks for in vain is told', async (hash, words) => {
  const page = await openReader(paper(), { hash });
  await notice(page).getByText(words).waitFor();
  expect(complaints()).toEqual([]);
});

test('the skip link is no place of the PDF', async () => {
  const page = await openReader(paper());
  await drawn(page);
  await page.evaluate(() => (location.hash = '#content'));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
  expect(await notice(page).textContent()).toBe('');
});

test('a number that is being typed stays, and the keys are the PDF’s again when it was followed', async () => {
  const page = await openReader(paper());
  await drawn(page);
  await field(page).fill('3');
  await page.evaluate(() => document.querySelector('[data-scroller]')!.scrollBy(0, 40));
  await page.waitForFunction(() => document.querySelector('[data-scroller]')!.scrollTop >= 40);
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await field(page).inputValue()).toBe('3');
  await page.keyboard.press('Enter');
  await page.waitForURL(/page=3/);
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/page=4/);
  expect(await field(page).inputValue()).toBe('4');
  await page.goBack();
  await expect.poll(() => field(page).inputValue()).toBe('1');
});

test('a reference that the focus scrolls into view is previewed whole, and Escape takes that away', async () => {
  const first = firstExtra(2);
  const body = makePdf({
    pages: [
      {
        lines: [...Array.from({ length: 26 }, (_, index) => `Line ${index + 1} of the page`), 'as Figure 1 shows'],
        more: `/Annots [${first} 0 R]`,
      },
      { lines: ['A body line that is as wide as the page', '', '', '', 'Figure 1: A lamp.', '', 'Another body line as wide as the page'] },
    ],
    catalog: `/Dests << /figure.1 [${pageObject(2)} 0 R /XYZ 72 640 null] >>`,
    objects: ['<< /Type /Annot /Subtype /Link /Rect [72 80 200 110] /Border [0 0 1] /Dest /figure.1 >>'],
  });
  const page = await openReader(body);
  const link = page.locator('.linkAnnotation a');
  await link.waitFor({ state: 'attached' });
  await link.focus();
  const preview = page.locator('[data-preview]');
  await preview.locator('canvas').waitFor();
  const frame = (await preview.boundingBox())!;
  const stage = (await page.locator('[data-stage]').boundingBox())!;
  expect(frame.y).toBeGreaterThanOrEqual(stage.y);
  expect(frame.y + frame.height).toBeLessThanOrEqual(stage.y + stage.height);
  expect(await link.getAttribute('aria-description')).toBe('Figure 1: A lamp.');
  await page.keyboard.press('Escape');
  expect(await preview.isVisible()).toBe(false);
});

test.each([
  ['', 'Go there'],
  ['zh/', '前往'],
] as const)('by touch, a first tap on a reference shows where it leads, at /%s', async (locale, name) => {
  const body = makePdf({
    pages: [{ lines: ['A lamp [1].'], more: `/Annots [${firstExtra(2)} 0 R]` }, { lines: ['[1] M. Quill. On lamps.'] }],
    objects: [`<< /Type /Annot /Subtype /Link /Rect [72 700 200 740] /Border [0 0 1] /Dest [${pageObject(2)} 0 R /XYZ 72 740 null] >>`],
  });
  const page = await openReader(body, { locale, viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await drawn(page);
  const link = page.locator('.linkAnnotation a').first();
  const preview = page.locator('[data-preview]');
  await link.tap();
  await preview.locator('canvas').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  const box = (await preview.boundingBox())!;
  expect(box.x >= 0 && box.x + box.width <= 320).toBe(true);
  await page
    .locator('.page')
    .first()
    .tap({ position: { x: 150, y: 8 } });
  await preview.waitFor({ state: 'hidden' });
  // After a tap on text, pdf.js has its text on top until the next touch begins.
  await link.tap({ force: true });
  await preview.getByRole('button', { name }).tap();
  await page.waitForURL(/page=2/);
  await preview.waitFor({ state: 'hidden' });
  await page.goBack();
  await link.tap({ force: true });
  await preview.locator('canvas').waitFor();
  await link.tap({ force: true });
  await page.waitForURL(/page=2/);
  expect(complaints()).toEqual([]);
});

test.each([320, 1280])('the way back stands over the pages and not over the list of marks, at %i px', async (width) => {
  const page = await openReader(paper(), { viewport: { width, height: 640 } });
  await drawn(page);
  await field(page).fill('3');
  await page.keyboard.press('Enter');
  const back = page.locator('[data-trail]');
  await back.waitFor();
  await page.locator('[data-marks-button]:enabled').click();
  const [list, way] = [(await page.locator('[data-marks]').boundingBox())!, (await back.boundingBox())!];
  expect(way.y + way.height <= list.y || way.x + way.width <= list.x).toBe(true);
  await back.click();
  await expect.poll(() => field(page).inputValue()).toBe('1');
});
