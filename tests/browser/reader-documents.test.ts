import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { embeddedChinesePdf, namedChinesePdf } from '../helpers/chinese-pdf.ts';
import { firstExtra, makePdf, pageObject } from '../helpers/make-pdf.ts';
import { drawn, inkOf, readerOf } from '../helpers/reader-pages.ts';

const { open, complaints } = browseSite();
const openReader = readerOf(open);

const lines = (page: Page) => page.locator('.textLayer span[role="presentation"]').allTextContents();
const count = (page: Page) => page.locator('[data-find-bar] output').textContent();

test.each([
  ['in a font of its own', (text: readonly string[]) => embeddedChinesePdf(text)],
  ['in a font that it only names', async (text: readonly string[]) => namedChinesePdf(text)],
])('a Chinese file %s is drawn, selected and searched across lines', async (_, make) => {
  const text = ['我们提出方法', '个人可以在生活'];
  const maps: string[] = [];
  const page = await open('zh/papers/lantern/read/', { viewport: { width: 1280, height: 720 } }, async (fresh) => {
    fresh.on('response', (response) => void (/\/cmaps\//.test(response.url()) && maps.push(`${response.status()} ${response.url()}`)));
    const body = await make(text);
    await fresh.route('**/lantern.pdf', (route) => route.fulfill({ body, contentType: 'application/pdf' }));
  });
  await drawn(page);
  expect(await lines(page)).toEqual(text);
  expect(await inkOf(page.locator('.page').first())).toBeGreaterThan(0.0015);
  for (const map of maps) expect(map).toMatch(/^200 http:\/\/127\.0\.0\.1:\d+\/reading\/pdfjs\//);
  await page.keyboard.press('Control+f');
  await page.getByLabel('要查找的文字').fill('方法个人');
  await expect.poll(() => count(page)).toBe('共 1 处');
  expect((await page.locator('.textLayer .highlight').allTextContents()).join('')).toBe('方法个人');
  expect(complaints()).toEqual([]);
});

test('a tagged file has its headings and lists for screen readers', async () => {
  const root = firstExtra(1);
  const show = ([tag, text]: readonly [string, string], id: number) =>
    `/${tag} << /MCID ${id} >> BDC BT /F1 18 Tf 72 ${700 - 40 * id} Td (${text}) Tj ET EMC`;
  const element = (tag: string, id: number) => `<< /Type /StructElem /S /${tag} /P ${root} 0 R /Pg ${pageObject(1)} 0 R /K ${id} >>`;
  const body = makePdf({
    pages: [{ draw: `${show(['H1', 'On lamps'], 0)} ${show(['P', 'A lamp is a preference.'], 1)}`, more: '/StructParents 0' }],
    catalog: `/MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R`,
    objects: [
      `<< /Type /StructTreeRoot /K [${root + 1} 0 R ${root + 2} 0 R] /ParentTree << /Nums [0 [${root + 1} 0 R ${root + 2} 0 R]] >> >>`,
      element('H1', 0),
      element('P', 1),
    ],
  });
  const page = await openReader(body);
  await drawn(page);
  const heading = page.locator('.structTree [role="heading"]');
  await heading.waitFor({ state: 'attached' });
  expect(await heading.getAttribute('aria-level')).toBe('1');
  const owned = await page.locator('.structTree [aria-owns]').first().getAttribute('aria-owns');
  expect(await page.locator(`#${owned}`).textContent()).toBe('On lamps');
});

test('a file without an outline is given one from its headings, which leads there', async () => {
  const pages = [
    ['Lantern Tuning', 'Abstract', 'Lamps are compared.', '1 Introduction', 'A first line.'],
    ['2 Method', 'The loss of lamps.', '2.1 Setup', 'Two rooms.'],
    ['3 Results', 'It is bright.', 'References', '[1] M. Quill.'],
  ];
  const page = await openReader(makePdf({ pages: pages.map((texts) => ({ lines: texts })) }));
  await drawn(page);
  await page.keyboard.press('s');
  const entries = page.locator('[data-list="outline"] a');
  await expect
    .poll(() => entries.allTextContents())
    .toEqual(['Abstract', '1 Introduction', '2 Method', '2.1 Setup', '3 Results', 'References']);
  await page.getByRole('link', { name: '3 Results' }).click();
  await page.waitForURL(/page=3/);
});

test('of a file of 120 pages only those near the window are drawn, however far one scrolls', async () => {
  const page = await openReader(makePdf({ pages: Array.from({ length: 120 }, (_, index) => ({ lines: [`Page ${index + 1}`] })) }));
  await drawn(page);
  for (let number = 5; number <= 120; number += 5) {
    await page.getByRole('textbox', { name: 'Page' }).fill(String(number));
    await page.keyboard.press('Enter');
    await page.locator(`.page[data-page-number="${number}"][data-loaded]`).waitFor({ state: 'attached' });
  }
  await drawn(page, 120);
  expect(await page.locator('.pdfViewer canvas').count()).toBeLessThanOrEqual(12);
  expect(await page.locator('.textLayer').count()).toBeLessThanOrEqual(12);
  await page.keyboard.press('s');
  await page.getByRole('tab', { name: 'Pages' }).click();
  await expect.poll(() => page.locator('.thumbnails a').count()).toBe(120);
  expect(complaints()).toEqual([]);
});

test('a scan of pages without text is shown, says that there is none to find, and can still be turned by keys', async () => {
  const first = firstExtra(2);
  const data = 'ff00ff00>';
  const scan = { draw: 'q 612 0 0 792 0 0 cm /Im1 Do Q', resources: `/XObject << /Im1 ${first} 0 R >>` };
  const image = `<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode /Length ${data.length} >>\nstream\n${data}\nendstream`;
  const page = await openReader(makePdf({ pages: [scan, scan], objects: [image] }));
  await page.locator('.page[data-page-number="1"][data-loaded]').waitFor({ state: 'attached' });
  await page.locator('[data-marks-button]:enabled').waitFor();
  await page.keyboard.press('v');
  await page
    .getByText(/no text/i)
    .first()
    .waitFor({ state: 'attached' });
  await page.keyboard.press('f');
  await page.keyboard.type('lamp');
  await expect.poll(() => count(page)).toMatch(/no text/i);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await page.waitForURL(/page=2/);
  expect(complaints()).toEqual([]);
});
