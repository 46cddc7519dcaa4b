import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { makePdf } from '../helpers/make-pdf.ts';
import { drawn, readerOf } from '../helpers/reader-pages.ts';

const { open, complaints } = browseSite();
const openReader = readerOf(open);

const paper = makePdf({ pages: Array.from({ length: 30 }, (_, index) => ({ lines: [`Page ${index + 1}`, 'with a lamp'] })) });

/** Which pages have their text, and how many have their picture. */
interface Shown {
  readonly texts: readonly string[];
  readonly pictures: number;
}

/** Scrolls a little with every frame until ten pages have passed, and tells what was there at the last moment of it. */
function scrollOn(page: Page): Promise<Shown> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('[data-scroller]')!;
    const end = scroller.querySelector<HTMLElement>('.page[data-page-number="11"]')!.offsetTop;
    while (scroller.scrollTop < end) {
      await new Promise(requestAnimationFrame);
      scroller.scrollTop += 40;
    }
    const numbers = (selector: string) =>
      [...scroller.querySelectorAll(selector)].map((one) => one.closest<HTMLElement>('.page')!.dataset.pageNumber!);
    return { texts: numbers('.textLayer span[role="presentation"]:last-of-type'), pictures: numbers('canvas:not([hidden])').length };
  });
}

test('pages that scroll by are drawn, and the texts of those near the reader follow when they stand still', async () => {
  const page = await openReader(paper);
  await drawn(page, 2);
  const { texts, pictures } = await scrollOn(page);
  expect(pictures).toBeGreaterThan(2);
  expect(texts.filter((number) => Number(number) > 4)).toEqual([]);
  await drawn(page, 11);
  expect(await page.locator('.page[data-page-number="11"] .textLayer').textContent()).toContain('Page 11with a lamp');
  expect(complaints()).toEqual([]);
});

test('while something is selected no text waits, so that the selection can grow over pages that scroll into view', async () => {
  const page = await openReader(paper);
  await drawn(page, 2);
  await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.textLayer span[role="presentation"]')!));
  const { texts } = await scrollOn(page);
  expect(texts.some((number) => Number(number) > 4)).toBe(true);
});
