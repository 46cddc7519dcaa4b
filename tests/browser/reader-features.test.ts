import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { firstExtra, makePdf, pageObject } from '../helpers/make-pdf.ts';

const { open, complaints } = browseSite();

const lines = [
  ['Lantern Tuning', 'A lamp is a prefer-', 'ence of the keeper [1].', 'Lamp, LAMP and lamplight.', 'The last line of page one.'],
  ['Method', 'The loss keeps the brighter lamp', 'ahead of the dim lamp.'],
  ['Results', 'Twelve rooms stay lit.'],
  ['References', '[1] M. Quill. On lamps. 2024.'],
];

/** A paper with an outline, page labels, a named destination and a link to it. */
function paper(texts = lines): Buffer {
  const first = firstExtra(texts.length);
  const destination = `[${pageObject(4)} 0 R /XYZ 72 720 null]`;
  return makePdf({
    pages: texts.map((page, index) => ({ lines: page, ...(index === 0 && { more: `/Annots [${first} 0 R]` }) })),
    catalog: `/Dests << /cite.quill ${destination} >> /Outlines ${first + 1} 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D >>] >>`,
    objects: [
      `<< /Type /Annot /Subtype /Link /Rect [220 665 300 690] /Border [0 0 1] /Dest /cite.quill >>`,
      `<< /Type /Outlines /First ${first + 2} 0 R /Last ${first + 3} 0 R /Count 2 >>`,
      `<< /Title (Method) /Parent ${first + 1} 0 R /Next ${first + 3} 0 R /Dest [${pageObject(2)} 0 R /Fit] >>`,
      `<< /Title (References) /Parent ${first + 1} 0 R /Prev ${first + 2} 0 R /Dest /cite.quill >>`,
    ],
  });
}

const openPaper = (hash = '', { width = 1280, body = paper(), locale = '' } = {}) =>
  open(
    `${locale}papers/lantern/read/${hash}`,
    { viewport: { width, height: 720 }, permissions: ['clipboard-read', 'clipboard-write'] },
    (page) => page.route('**/lantern.pdf', (route) => route.fulfill({ body, contentType: 'application/pdf' })),
  );

const shown = (page: Page, number: number) =>
  page.locator(`.page[data-page-number="${number}"] .textLayer span`).first().waitFor({ state: 'attached' });
const count = (page: Page) => page.locator('[data-find-bar] output');
const marked = (page: Page) => page.locator('.textLayer .highlight');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Selects from the beginning of one line of a page to the end of another. */
const select = (page: Page, [from, to]: readonly [string, string]) =>
  page.evaluate(
    ([first, last]) => {
      const find = (text: string) =>
        [...document.querySelectorAll('.textLayer span')].find((span) => span.textContent === text)!.firstChild!;
      getSelection()!.setBaseAndExtent(find(first), 0, find(last), last.length);
    },
    [from, to] as const,
  );

test('words are found across line ends and hyphens, counted, and gone through by keys', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('preference of');
  await expect.poll(() => count(page).textContent()).toBe('1 match');
  await page.getByLabel('Words to find').fill('lamp');
  await expect.poll(() => count(page).textContent()).toBe('1 of 7');
  await page.keyboard.press('Enter');
  await expect.poll(() => count(page).textContent()).toBe('2 of 7');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => count(page).textContent()).toBe('1 of 7');
  await page.getByLabel('Match case').check();
  await expect.poll(() => count(page).textContent()).toMatch(/of 5$/);
  await page.getByLabel('Whole words').check();
  await expect.poll(() => count(page).textContent()).toMatch(/of 3$/);
  await page.getByLabel('Words to find').fill('no such word');
  await expect.poll(() => count(page).textContent()).toBe('Not found');
  await page.keyboard.press('Escape');
  await expect.poll(() => marked(page).count()).toBe(0);
  expect(complaints()).toEqual([]);
});

test('matches are listed with their context and page, and lead there', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await page.keyboard.press('f');
  await page.keyboard.type('dim lamp');
  await page.getByRole('button', { name: 'List the matches' }).click();
  const match = page.locator('[data-list="matches"] button');
  await expect.poll(() => match.allTextContents()).toEqual([expect.stringMatching(/ahead of the dim lamp.*Page 1$/)]);
  await match.click();
  await page.locator('.highlight.selected').first().waitFor();
  await page.waitForURL(/page=2&search=dim%20lamp&phrase=true/);
});

test('an address with a phrase arrives with the phrase marked', async () => {
  const page = await openPaper('#page=2&search=brighter%20lamp%20ahead&phrase=true');
  await page.locator('.highlight.selected').first().waitFor();
  expect((await marked(page).allTextContents()).join(' ')).toBe('brighter lamp ahead');
  expect(await page.getByRole('textbox', { name: 'Page', exact: true }).inputValue()).toBe('1');
});

test('a link to a selection finds its words in another version of the file', async () => {
  const page = await openPaper('#page=2');
  await shown(page, 2);
  await select(page, ['The loss keeps the brighter lamp', 'ahead of the dim lamp.']);
  await page.keyboard.press('c');
  await page.getByText('The link to the selection is copied.').waitFor();
  const link = new URL(await clipboard(page));
  expect(link.pathname).toBe('/reading/papers/lantern/read/');
  const changed = paper(
    [['A new first page'], ...lines.map((texts) => texts.map((text) => text.replace('brighter', 'lighter')))].slice(0, 4),
  );
  const later = await openPaper(link.hash, { body: changed });
  await later.locator('.page[data-page-number="3"] .highlight.selected').first().waitFor();
  expect((await marked(later).allTextContents()).join(' ')).toBe('The loss keeps the lighter lamp ahead of the dim lamp.');
});

test('a selection is copied as a quotation with its page, and as joined lines', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await select(page, ['A lamp is a prefer-', 'ence of the keeper [1].']);
  await page.keyboard.press('q');
  await page.getByText('The quotation is copied').waitFor();
  expect(await clipboard(page)).toMatch(
    /^> A lamp is a preference of the keeper \[1\]\.\n>\n> — \[Lantern Tuning.*, p\. i\]\(<http.*#page=1>\)\n$/,
  );
  await page.keyboard.press('Control+c');
  await expect.poll(() => clipboard(page)).toBe('A lamp is a preference of the keeper [1].');
});

test('a reference shows where it leads on focus and hover, and Back undoes following it', async () => {
  const page = await openPaper();
  const link = page.locator('.linkAnnotation a');
  await link.waitFor();
  await link.focus();
  await page.locator('[data-preview] canvas').waitFor();
  expect(await link.getAttribute('aria-description')).toContain('M. Quill. On lamps.');
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-preview]').isVisible()).toBe(false);
  await link.hover();
  await page.locator('[data-preview] canvas').waitFor();
  await link.click();
  await page.waitForURL(/page=4/);
  await page
    .getByRole('button', { name: 'Back to page i' })
    .or(page.getByRole('button', { name: 'Back to page 1' }))
    .click();
  await page.waitForURL(/read\/$/);
  expect(await page.locator('[data-trail]').isVisible()).toBe(false);
  await page.goForward();
  await page.waitForURL(/page=4/);
  expect(complaints()).toEqual([]);
});

test('the outline and the pages in small lead to their places', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await page.keyboard.press('s');
  await page.getByRole('link', { name: 'References' }).click();
  await page.waitForURL(/page=4/);
  await page.getByRole('tab', { name: 'Pages' }).click();
  expect(await page.locator('.thumbnails span').allTextContents()).toEqual(['i', '1', '2', '3']);
  await page.locator('.thumbnails a').nth(1).click();
  await page.waitForURL(/page=2/);
  await page.keyboard.press('Escape');
});

test('a paper opens where it was left', async () => {
  const page = await openPaper('#page=3');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith('position-lantern')));
  const { origin, pathname } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(origin + pathname);
  await page.waitForURL(/page=3/);
});

test('pages are turned, paired and darkened by keys, and the choice is kept', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await page.keyboard.press(']');
  await expect
    .poll(() =>
      page
        .locator('.pdfViewer .page')
        .first()
        .evaluate(({ clientWidth, clientHeight }) => clientWidth > clientHeight),
    )
    .toBe(true);
  await page.keyboard.press('[');
  await page.keyboard.press('2');
  await page.locator('.spread').first().waitFor();
  await page.keyboard.press('d');
  expect(await page.locator('[data-stage]').getAttribute('data-dark')).toBe('');
  await page.reload();
  await shown(page, 1);
  await page.locator('.spread').first().waitFor();
  expect(await page.locator('[data-stage]').getAttribute('data-dark')).toBe('');
});

test('the divider is moved by keys and stays where it was put', async () => {
  const page = await openPaper();
  const divider = page.getByRole('separator', { name: 'Width of the note' });
  await divider.focus();
  await page.keyboard.press('ArrowRight');
  expect(await divider.getAttribute('aria-valuenow')).toBe('40');
  const width = await page.locator('.note-pane').evaluate(({ clientWidth }) => clientWidth);
  expect(Math.abs(width - 512)).toBeLessThan(3);
  await page.reload();
  expect(await divider.getAttribute('aria-valuenow')).toBe('40');
});

test('all pages are prepared for print', async () => {
  const page = await openPaper();
  await shown(page, 1);
  await page.evaluate(
    () =>
      (window.print = () =>
        document.documentElement.setAttribute('data-asked', String(document.querySelectorAll('.printed-pages img').length))),
  );
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('button', { name: 'Print the PDF' }).click();
  await page.locator('[data-asked="4"]').waitFor({ state: 'attached' });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  expect(await page.locator('.printed-pages').count()).toBe(0);
  expect(complaints()).toEqual([]);
});

test.each([320, 375, 768])('at %i px every tool is at hand and nothing is wider than the window', async (width) => {
  const page = await openPaper('', { width, locale: 'zh/' });
  await shown(page, 1);
  await page.keyboard.press('Control+f');
  await page.getByLabel('要查找的文字').fill('lamp');
  await expect.poll(() => count(page).textContent()).toBe('第 1 处，共 7 处');
  await page.getByRole('button', { name: '更多工具' }).click();
  await page.getByRole('button', { name: '双页并排' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(complaints()).toEqual([]);
});
