import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { desktop, mark, markingReader, readerPath, ready, until } from '../helpers/marking.ts';

const { open, complaints } = browseSite();

const openReader = markingReader(open);

const quotes = (page: Page) => page.locator('[data-marks] [data-quote]').allTextContents();
const count = (page: Page) => page.locator('[data-badge]').textContent();
const names = (page: Page) => page.locator('[data-marks] [data-found] [data-name]').allTextContents();
/** The text behind each highlight of the page, by the name it is styled under. */
const painted = (page: Page) =>
  page.evaluate(() => Object.fromEntries([...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String).join('')])));

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

test('text selected by mouse is highlighted, kept over a reload, and listed in reading order', async () => {
  const page = await openReader();
  await mark(page, 'order of lamps', 'Highlight in green');
  await mark(page, 'Lantern', 'Underline');
  await until(page, 2);
  await expect.poll(() => painted(page)).toMatchObject({ 'mark-highlight-green': 'order of lamps', 'mark-underline-green': 'Lantern' });
  await page.reload();
  await ready(page);
  await until(page, 2);
  await page.waitForFunction(() => CSS.highlights.has('mark-highlight-green'));
  await page.keyboard.press('a');
  expect(await quotes(page)).toEqual(['Lantern', 'order of lamps']);
  expect(await names(page)).toEqual(['Underline, green', 'Highlight, green']);
  expect(complaints()).toEqual([]);
});

test('a note is written, edited, filtered, deleted, and all of it is undone and redone', async () => {
  const page = await openReader();
  await mark(page, 'states the problem', 'Write a note on it');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Which lamp?');
  await page.keyboard.press('Control+Enter');
  const comment = page.locator('[data-marks] [data-comment]');
  await comment.filter({ hasText: 'Which lamp?' }).waitFor();
  await page.getByRole('button', { name: 'Edit the mark' }).click();
  await page.getByRole('textbox', { name: 'Comment' }).fill('The left lamp.');
  await page.getByRole('radio', { name: 'blue' }).check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await comment.filter({ hasText: 'The left lamp.' }).waitFor();
  expect(await names(page)).toEqual(['Note, blue']);
  await page.getByRole('searchbox', { name: 'Words in the marks' }).fill('nothing of this');
  await page.getByText('No mark passes the filter.').waitFor();
  await page.getByRole('searchbox', { name: 'Words in the marks' }).fill('LEFT');
  await page.getByRole('combobox', { name: 'Color' }).selectOption('blue');
  expect(await names(page)).toEqual(['Note, blue']);
  await page.getByRole('button', { name: 'Delete the mark' }).click();
  await page.getByText('No marks yet.').waitFor();
  await page.locator('[data-filters]').evaluate((filters: HTMLFormElement) => filters.reset());
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await comment.filter({ hasText: 'The left lamp.' }).waitFor();
  await undo.click();
  await comment.filter({ hasText: 'Which lamp?' }).waitFor();
  await undo.click();
  await undo.click();
  await page.getByText('No marks yet.').waitFor();
  await page.getByRole('button', { name: 'Redo' }).click();
  await page.keyboard.press('Control+Shift+Z');
  await page.keyboard.press('Control+y');
  await comment.filter({ hasText: 'The left lamp.' }).waitFor();
});

test('a click on a mark chooses it in the list, and one in the list goes to its page', async () => {
  const page = await openReader();
  await mark(page, 'order of lamps', 'Highlight in pink');
  await page.waitForFunction(() => CSS.highlights.has('mark-highlight-pink'));
  const box = await page.evaluate(() => {
    const [range] = [...CSS.highlights.get('mark-highlight-pink')!] as Range[];
    const { left, top, width, height } = range!.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  await page.mouse.click(box.x, box.y);
  await page.locator('[data-choose][aria-current="true"]').waitFor();
  await page.keyboard.press('End');
  await page.waitForURL(/#page=3/);
  await page.locator('[data-choose]').click();
  await page.waitForURL(/#page=1/);
  await page.goBack();
  await page.waitForURL(/#page=3/);
});

test('marks leave as Web Annotations and Markdown and come back into another browser', async () => {
  const page = await openReader();
  await mark(page, 'order of lamps', 'Highlight in blue');
  await mark(page, 'Preferences', 'Write a note on it');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('Learned, not told.');
  await page.keyboard.press('Control+Enter');
  await until(page, 2);
  const export_ = async (name: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return { name: file.suggestedFilename(), text: await contentOf(file) };
  };
  const json = await export_('The marks as JSON-LD Web Annotations');
  const markdown = await export_('The marks as Markdown');
  expect(json.name).toBe('lantern-marks.jsonld');
  const [first] = (JSON.parse(json.text) as { first: { items: { target: { source: { id: string } } }[] } }).first.items;
  expect(first!.target.source.id).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/reading\/papers\/lantern\/lantern\.pdf$/);
  expect(markdown.text).toMatch(/\(http:\/\/127\.0\.0\.1:\d+\/reading\/papers\/lantern\/read\/#page=1\)/);
  for (const { name, text } of [json, markdown]) {
    const other = await openReader(`zh/${readerPath}`);
    await other.keyboard.press('a');
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) };
    await other.locator('[data-marks] input[type=file]').setInputFiles(file);
    await other.getByText('导入完成：新增 2 条').first().waitFor();
    expect(await quotes(other)).toEqual(['Preferences', 'order of lamps']);
    await other.locator('[data-comment]').filter({ hasText: 'Learned, not told.' }).waitFor();
    await other.locator('[data-marks] input[type=file]').setInputFiles(file);
    await other.getByText('相同 2 条').first().waitFor();
    expect(await count(other)).toBe('2');
    await other.locator('[data-marks] input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('{"a": 1}') });
    await other.getByText('文件中没有批注').first().waitFor();
  }
  expect(complaints()).toEqual([]);
});

test('a copy of the PDF carries the marks as annotations that other programs know', async () => {
  const page = await openReader();
  await mark(page, 'order of lamps', 'Highlight in green');
  await mark(page, 'Lantern', 'Underline');
  await mark(page, 'Preferences', 'Write a note on it');
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.type('灯与序');
  await page.keyboard.press('Control+Enter');
  await until(page, 3);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'A copy of the PDF with the marks' }).click(),
  ]);
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(await file.path())), verbosity: 0 }).promise;
  const annotations = (await (await pdf.getPage(1)).getAnnotations()) as {
    subtype: string;
    overlaidText?: string;
    quadPoints?: ArrayLike<number>;
    contentsObj?: { str: string };
  }[];
  const shown = annotations.filter(({ subtype }) => subtype !== 'Popup');
  expect(shown.map(({ subtype }) => subtype).sort()).toEqual(['Highlight', 'Highlight', 'Underline']);
  expect(shown.map(({ contentsObj }) => contentsObj?.str).filter(Boolean)).toEqual(['灯与序']);
  for (const { quadPoints } of shown) expect(quadPoints).toHaveLength(8);
  await pdf.loadingTask.destroy();
});

test('two tabs show what is marked in either', async () => {
  const one = await openReader();
  const two = await one.context().newPage();
  await two.goto(one.url());
  await ready(two);
  await mark(one, 'order of lamps', 'Highlight in yellow');
  await until(two, 1);
  await two.bringToFront();
  await mark(two, 'Lantern', 'Highlight in pink');
  await until(one, 2);
  await one.bringToFront();
  await one.keyboard.press('Control+z');
  await until(two, 1);
  await two.reload();
  await ready(two);
  await until(two, 1);
  await two.keyboard.press('a');
  expect(await quotes(two)).toEqual(['Lantern']);
});

/** As when the browser’s room for the site is used up: nothing more can be written. */
async function setFull(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((full) => {
    const store = IDBObjectStore.prototype as { put: unknown; reallyPut?: unknown };
    store.reallyPut ??= store.put;
    const refuse = () => {
      throw new DOMException('No room', 'QuotaExceededError');
    };
    store.put = full ? refuse : store.reallyPut;
  }, isFull);
}

test('where there is no room, a mark is shown, said to be unsaved, can be exported, and is kept once there is room', async () => {
  const page = await openReader();
  await setFull(page, true);
  await mark(page, 'order of lamps', 'Highlight in yellow');
  await page.getByText('room for this site is full').waitFor();
  await until(page, 1);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'The marks as Markdown' }).click()]);
  expect(await contentOf(file)).toContain('order of lamps');
  await setFull(page, false);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText('room for this site is full').waitFor({ state: 'hidden' });
  await page.reload();
  await ready(page);
  await until(page, 1);
});

test('a browser that keeps nothing says so, and another tab still learns of the marks', async () => {
  const page = await open('papers/lantern/', desktop);
  const refuse = () =>
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  await page.context().addInitScript(refuse);
  await page.goto(page.url() + 'read/');
  await ready(page);
  await mark(page, 'order of lamps', 'Highlight in yellow');
  await page.getByText('does not save anything').waitFor();
  const other = await page.context().newPage();
  await other.goto(page.url());
  await ready(other);
  await until(other, 1);
});

test('text is selected, marked, noted on and unmarked with the keyboard alone', async () => {
  const page = await openReader();
  await page.keyboard.press('v');
  await page.waitForFunction(() => getSelection()?.toString() === 'Lantern');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(() => getSelection()?.toString() === 'Preferences');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.waitForFunction(() => getSelection()?.toString() === 'taught by');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await until(page, 1);
  await expect.poll(() => painted(page)).toMatchObject({ 'mark-highlight-green': 'taught by' });
  await page.keyboard.press('v');
  await page.waitForFunction(() => getSelection()?.toString() === 'Lantern');
  await page.keyboard.press('w');
  await page.keyboard.type('By keys');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-comment]').filter({ hasText: 'By keys' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Delete');
  await until(page, 1);
  await page.keyboard.press('Escape');
  await page.locator('[data-marks]').waitFor({ state: 'hidden' });
  expect(complaints()).toEqual([]);
});

test('by touch, tools appear at a long press and stay within a small screen', async () => {
  const page = await openReader(`zh/${readerPath}`, { viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await page.evaluate(() => {
    const span = [...document.querySelectorAll('.textLayer span')].find(({ textContent }) => textContent.includes('lamps'))!;
    getSelection()!.selectAllChildren(span);
  });
  const bar = page.getByRole('toolbar', { name: '标记所选文字' });
  await bar.waitFor();
  const box = (await bar.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(320);
  await bar.getByRole('button', { name: '粉色高亮' }).tap();
  await until(page, 1);
  await page.locator('[data-marks-button]').tap();
  expect(await names(page)).toEqual(['高亮，粉色']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('words that are not in the file are listed as lost and stay; a browser without the highlight API shows rectangles', async () => {
  const page = await open('papers/lantern/', desktop);
  await page.context().addInitScript(() => delete (CSS as { highlights?: unknown }).highlights);
  await page.goto(page.url() + 'read/');
  await ready(page);
  await mark(page, 'order of lamps', 'Highlight in green');
  await page.locator('.mark-rectangles > .mark-highlight-green').waitFor();
  const lost = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://example.org/annotations/1',
    type: 'Annotation',
    bodyValue: 'From elsewhere',
    target: {
      source: 'https://example.org/lantern.pdf',
      selector: { type: 'TextQuoteSelector', exact: 'No page says these seven words at all.' },
    },
  };
  await page.keyboard.press('a');
  await page.locator('[data-marks] input[type=file]').setInputFiles({
    name: 'one.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(lost)),
  });
  await page.getByRole('region', { name: 'Not found in this PDF' }).getByText('No page says').waitFor();
  await page.reload();
  await ready(page);
  await until(page, 2);
  await page.keyboard.press('a');
  await page.getByRole('region', { name: 'Not found in this PDF' }).getByText('From elsewhere').waitFor();
});
