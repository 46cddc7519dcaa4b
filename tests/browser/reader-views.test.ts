import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { firstExtra, makePdf, pageObject } from '../helpers/make-pdf.ts';
import { colorAt, drawn, readerOf } from '../helpers/reader-pages.ts';

const { open, complaints } = browseSite();
const openReader = readerOf(open);

const paper = () => makePdf({ pages: ['One', 'Two', 'Three', 'Four'].map((name) => ({ lines: [`Page ${name}`, 'with a lamp'] })) });

const scale = async (page: Page) => Number.parseInt((await page.locator('[data-scale]').textContent()) ?? '');

test('the PDF with its tools fills the screen, and leaves it again at the same place', async () => {
  const page = await openReader(paper(), { hash: '#page=3' });
  await drawn(page, 3);
  await page.keyboard.press('z');
  await page.waitForFunction(() => document.fullscreenElement?.matches('[data-pdf-pane]'));
  const pane = (await page.locator('[data-pdf-pane]').boundingBox())!;
  expect(pane).toMatchObject({ x: 0, y: 0, width: 1280, height: 720 });
  await page.getByRole('button', { name: 'More tools' }).click();
  const choice = page.getByRole('button', { name: 'Full screen' });
  expect(await choice.getAttribute('aria-pressed')).toBe('true');
  await choice.click();
  await page.waitForFunction(() => document.fullscreenElement === null);
  await expect.poll(() => page.getByRole('textbox', { name: 'Page' }).inputValue()).toBe('3');
  expect(complaints()).toEqual([]);
});

test('a trackpad’s pinch and the wheel with Ctrl zoom around the pointer, and the page itself stays as it is', async () => {
  const page = await openReader(paper());
  await drawn(page);
  const before = await scale(page);
  const word = page.locator('.textLayer span', { hasText: 'with a lamp' }).first();
  const at = (await word.boundingBox())!;
  const point = [at.x + at.width / 2, at.y + at.height / 2] as const;
  await page.mouse.move(...point);
  await page.keyboard.down('Control');
  for (let step = 0; step < 12; step++) await page.mouse.wheel(0, -10);
  await page.keyboard.up('Control');
  await expect.poll(() => scale(page)).toBeGreaterThan(before * 1.25);
  await expect
    .poll(async () => {
      const now = (await word.boundingBox())!;
      return Math.hypot(now.x + now.width / 2 - point[0], now.y + now.height / 2 - point[1]);
    })
    .toBeLessThan(12);
  expect(await page.evaluate(() => visualViewport!.scale)).toBe(1);
});

/** Two fingers that move apart, or together, about the middle of the pages. */
async function pinch(session: CDPSession, [from, to]: readonly [number, number]): Promise<void> {
  const fingers = (distance: number) => [-1, 1].map((side, id) => ({ x: 160 + (side * distance) / 2, y: 420, id }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(from) });
  for (let step = 1; step <= 10; step++)
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(from + ((to - from) * step) / 10) });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('two fingers zoom the pages on a small screen, and one still scrolls them', async () => {
  const page = await openReader(paper(), { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await drawn(page);
  const session = await page.context().newCDPSession(page);
  const width = () => page.evaluate(() => document.querySelector('.page')!.getBoundingClientRect().width);
  const first = await width();
  await pinch(session, [80, 220]);
  await expect.poll(width).toBeGreaterThan(first * 1.8);
  const large = await width();
  await pinch(session, [220, 80]);
  await expect.poll(width).toBeLessThan(large * 0.6);
  expect(await page.evaluate(() => [visualViewport!.scale, document.documentElement.scrollWidth])).toEqual([1, 320]);
  await session.send('Input.synthesizeScrollGesture', { x: 160, y: 420, yDistance: -200 });
  await expect.poll(() => page.evaluate(() => document.querySelector('[data-scroller]')!.scrollTop)).toBeGreaterThan(60);
});

test('to fit a page shows all of it', async () => {
  const page = await openReader(paper(), { hash: '#page=2' });
  await drawn(page, 2);
  await page.mouse.move(900, 400);
  const top = () => page.evaluate(() => document.querySelector('[data-scroller]')!.scrollTop);
  const before = await top();
  await page.mouse.wheel(0, 150);
  await expect.poll(top).toBe(before + 150);
  await page.keyboard.press('9');
  const isWhole = () =>
    page.evaluate(() => {
      const frame = document.querySelector('[data-scroller]')!.getBoundingClientRect();
      const { top, bottom } = document.querySelector('.page[data-page-number="2"] .canvasWrapper')!.getBoundingClientRect();
      return top >= frame.top - 1 && bottom <= frame.bottom + 1;
    });
  await expect.poll(isWhole).toBe(true);
});

/** What the page would give a printer, as the text of each sheet. */
async function printed(page: Page): Promise<{ texts: string[]; sizes: number[][]; pictures: number }> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.printToPDF', { preferCSSPageSize: true });
  const pdf = await getDocument({ data: new Uint8Array(Buffer.from(data, 'base64')), verbosity: 0 }).promise;
  const sheets = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(
    sheets.map(async (sheet) => (await sheet.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')),
  );
  const operators = await Promise.all(sheets.map(async (sheet) => (await sheet.getOperatorList()).fnArray));
  const sizes = sheets.map((sheet) => sheet.view.slice(2));
  await pdf.loadingTask.destroy();
  const PAINT_IMAGE = 85;
  return { texts, sizes, pictures: operators.filter((list) => list.includes(PAINT_IMAGE)).length };
}

test('Ctrl P prints the PDF: each page on a sheet of its size, and nothing else', async () => {
  const body = makePdf({ pages: [{ lines: ['One'], size: [420, 595] }, { lines: ['Two'], size: [420, 595] }, { lines: ['Three'], size: [420, 595] }] }); // prettier-ignore
  const page = await openReader(body);
  await drawn(page);
  await page.evaluate(() => (window.print = () => document.documentElement.setAttribute('data-print', '')));
  await page.keyboard.press('Control+p');
  await page.locator('[data-print]').waitFor({ state: 'attached' });
  const { texts, sizes, pictures } = await printed(page);
  expect(texts).toEqual(['', '', '']);
  expect(pictures).toBe(3);
  for (const [width, height] of sizes) expect([Math.round(width!), Math.round(height!)]).toEqual([420, 595]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.printed-pages').count()).toBe(0);
  expect(complaints()).toEqual([]);
});

test('with the focus in the note, printing is the browser’s own and prints the note', async () => {
  const page = await openReader(paper());
  await drawn(page);
  await page.evaluate(() => (window.print = () => document.documentElement.setAttribute('data-print', '')));
  await page.locator('#reader-note').focus();
  await page.keyboard.press('Control+p');
  const { texts, pictures } = await printed(page);
  expect(texts.join(' ')).toContain('Key points');
  expect(pictures).toBe(0);
});

/** A page with a picture, red if nothing else is said, of some size in points at its upper left, and text. */
function pictured(size: number, { pixels = 'ff0000'.repeat(16), under = '' } = {}): Buffer {
  const first = firstExtra(1);
  const data = `${pixels}>`;
  return makePdf({
    pages: [
      {
        lines: ['A lamp'],
        size: [400, 400],
        draw: `${under} q ${size} 0 0 ${size} 20 ${380 - size} cm /Im1 Do Q`,
        resources: `/XObject << /Im1 ${first} 0 R >>`,
      },
    ],
    objects: [
      `<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${data.length} >>\nstream\n${data}\nendstream`,
    ],
  });
}

test('dark pages are dark, and their pictures stay as they are', async () => {
  const page = await openReader(pictured(150));
  await drawn(page);
  const sheet = page.locator('.page').first();
  expect(await colorAt(sheet, [0.9, 0.9])).toEqual([255, 255, 255]);
  await page.keyboard.press('d');
  await expect.poll(() => colorAt(sheet, [0.9, 0.9])).toEqual([26, 26, 26]);
  expect(await colorAt(sheet, [0.2, 0.2])).toEqual([255, 0, 0]);
  await page.reload();
  await drawn(page);
  await expect.poll(() => colorAt(sheet, [0.2, 0.2])).toEqual([255, 0, 0]);
  await page.keyboard.press('+');
  await expect.poll(() => colorAt(sheet, [0.2, 0.2])).toEqual([255, 0, 0]);
  expect(await colorAt(sheet, [0.6, 0.02])).toEqual([26, 26, 26]);
  await page.keyboard.press('-');
  await page.keyboard.press(']');
  await expect.poll(() => colorAt(sheet, [0.8, 0.2])).toEqual([255, 0, 0]);
  await expect.poll(() => colorAt(sheet, [0.2, 0.2])).toEqual([26, 26, 26]);
});

test('on dark pages pictures stay as they are while the text waits for its turn', async () => {
  const page = await openReader(pictured(150));
  await drawn(page);
  await page.keyboard.press('d');
  await page.evaluate(() => document.querySelectorAll('.textLayer').forEach((layer) => layer.remove()));
  await expect.poll(() => colorAt(page.locator('.page').first(), [0.9, 0.9])).toEqual([26, 26, 26]);
  expect(await colorAt(page.locator('.page').first(), [0.2, 0.2])).toEqual([255, 0, 0]);
});

test('on dark pages a small photograph stays as it is, and a small drawing darkens with what it lies on', async () => {
  const page = await openReader(pictured(60));
  await drawn(page);
  await page.keyboard.press('d');
  const sheet = page.locator('.page').first();
  await expect.poll(() => colorAt(sheet, [0.9, 0.9])).toEqual([26, 26, 26]);
  expect(await colorAt(sheet, [0.1, 0.1])).toEqual([255, 0, 0]);
  const [panel, red] = ['e0f0f0', 'ff0000'];
  const pixels = panel.repeat(5) + red.repeat(2) + panel.repeat(2) + red.repeat(2) + panel.repeat(5);
  const drawing = await openReader(pictured(60, { pixels, under: '0.8784 0.9412 0.9412 rg 0 300 100 100 re f' }));
  await drawn(drawing);
  await drawing.keyboard.press('d');
  await expect.poll(async () => Math.max(...(await colorAt(drawing.locator('.page').first(), [0.055, 0.055])))).toBeLessThan(70);
});

test.each([
  ['figure.1', 'none'],
  ['cite.quill', 'invert(0.9) hue-rotate(180deg)'],
])('on dark pages the preview of %s has the filter %s', async (name, filter) => {
  const place = `/Dests << /${name} [${pageObject(1)} 0 R /XYZ 72 300 null] >>`;
  const link = `<< /Type /Annot /Subtype /Link /Rect [72 650 200 690] /Border [0 0 1] /Dest /${name} >>`;
  const page = await openReader(makePdf({ pages: [{ lines: ['A lamp'], more: `/Annots [${firstExtra(1)} 0 R]` }], catalog: place, objects: [link] })); // prettier-ignore
  await drawn(page);
  await page.keyboard.press('d');
  await page.locator('.linkAnnotation a').focus();
  const preview = page.locator('[data-preview] canvas');
  await preview.waitFor();
  expect(await preview.evaluate((canvas) => getComputedStyle(canvas).filter)).toBe(filter);
});

test('a scan, which is one picture, becomes dark as a whole', async () => {
  const page = await openReader(pictured(360, { pixels: 'fefefe'.repeat(16) }));
  await drawn(page);
  await page.keyboard.press('d');
  const sheet = page.locator('.page').first();
  await expect.poll(async () => Math.max(...(await colorAt(sheet, [0.5, 0.5])))).toBeLessThan(40);
});

test.each(['', 'zh/'] as const)('on a telephone, the page has at least three quarters of the window, at /%s', async (locale) => {
  const page = await openReader(paper(), { locale, viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await drawn(page);
  const stage = (await page.locator('[data-stage]').boundingBox())!;
  expect(stage.height).toBeGreaterThanOrEqual(0.75 * 640);
  for (const link of await page.locator('.site-header nav a, .site-header .tools > *').all()) {
    const box = (await link.boundingBox())!;
    for (const tab of await page.locator('[data-tab]').all()) {
      const other = (await tab.boundingBox())!;
      const isApart = box.x + box.width <= other.x + 1 || box.y + box.height <= other.y + 1;
      expect(isApart, await link.innerHTML()).toBe(true);
    }
  }
  await page.locator('[data-tab="note"]').tap();
  await page.locator('#reader-note').waitFor();
  await page.locator('[data-tab="pdf"]').tap();
  await page.locator('[data-command="find"]').first().tap();
  await page.locator('[data-find-bar]').waitFor();
});

test('out of sight, what pages were drawn from is let go of; what is drawn stays, and goes on when it is seen again', async () => {
  const page = await openReader(paper());
  await drawn(page);
  const fonts = () => page.evaluate(() => [...document.fonts].filter(({ family }) => /^g_d/.test(family)).length);
  await expect.poll(fonts).toBeGreaterThan(0);
  const canvas = await page.locator('.page canvas').first().elementHandle();
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'hidden', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await setHidden(true);
  await expect.poll(fonts).toBe(0);
  expect(await canvas!.evaluate((element) => element.isConnected)).toBe(true);
  await setHidden(false);
  await page.keyboard.press('End');
  await drawn(page, 4);
  await page.keyboard.press('+');
  await expect.poll(fonts).toBeGreaterThan(0);
  expect(await page.locator('[data-broken-page]').count()).toBe(0);
  expect(complaints()).toEqual([]);
});
