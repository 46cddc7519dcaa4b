import type { Page } from 'playwright-core';
import type { Browsing } from './browse.ts';

export const desktop = { viewport: { width: 1400, height: 800 } };
export const readerPath = 'papers/lantern/read/';

/** Waits until the text of a page can be selected and marks can be made. */
export async function ready(page: Page, number = 1): Promise<void> {
  await page.locator(`.page[data-page-number="${number}"] .textLayer .endOfContent`).waitFor({ state: 'attached' });
  await page.locator('[data-marks-button]:enabled').waitFor();
}

/** Opens a page of the reader in which marks can be made. */
export const markingReader =
  (open: Browsing['open']) =>
  async (path = readerPath, options: Parameters<Browsing['open']>[1] = desktop): Promise<Page> => {
    const page = await open(path, options);
    await ready(page);
    return page;
  };

/** Drags over words of one line, as a mouse does, once they have come to rest. */
export async function drag(page: Page, words: string): Promise<void> {
  let [box, before] = [await placeOf(page, words), ''];
  while (JSON.stringify(box) !== before) {
    before = JSON.stringify(box);
    await page.evaluate((rest) => new Promise((resolve) => setTimeout(resolve, rest)), REST);
    box = await placeOf(page, words);
  }
  await page.mouse.move(box.left + 1, box.y);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.y, { steps: 4 });
  await page.mouse.move(box.right - 1, box.y, { steps: 4 });
  await page.mouse.up();
}

/** How long words must stay where they are to have come to rest, in milliseconds: a panel that opens moves them. */
const REST = 150;

function placeOf(page: Page, words: string) {
  return page.evaluate((text) => {
    const spans = [...document.querySelectorAll('.textLayer span')];
    const span = spans.find(({ textContent }) => textContent.includes(text))!;
    const range = new Range();
    const at = span.textContent.indexOf(text);
    range.setStart(span.firstChild!, at);
    range.setEnd(span.firstChild!, at + text.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { left, right, y: (top + bottom) / 2 };
  }, words);
}

/** Marks words of the page with a button of the bar that appears. */
export async function mark(page: Page, words: string, button: string): Promise<void> {
  await drag(page, words);
  await page.getByRole('toolbar', { name: /Mark the selected text|标记所选文字/ }).waitFor();
  await page.getByRole('button', { name: button }).click();
  if (/note/.test(button)) await page.locator('[data-marks] textarea:focus').waitFor();
}

/** Waits until so many marks are counted. */
export const until = (page: Page, number: number) =>
  page.waitForFunction((wanted) => document.querySelector('[data-badge]')?.textContent === String(wanted), number);
