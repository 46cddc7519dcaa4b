import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Browsing } from './browse.ts';

/** Opens the reader of the paper with a PDF that a test makes. */
export function readerOf(open: Browsing['open']) {
  return (body: Buffer, { hash = '', locale = '', ...options }: BrowserContextOptions & { hash?: string; locale?: '' | 'zh/' } = {}) =>
    open(`${locale}papers/lantern/read/${hash}`, { viewport: { width: 1280, height: 720 }, ...options }, (page) =>
      page.route('**/lantern.pdf', (route) => route.fulfill({ body, contentType: 'application/pdf' })),
    );
}

/** Waits until a page is drawn and its text can be selected. */
export const drawn = (page: Page, number = 1) =>
  page.locator(`.page[data-page-number="${number}"] .textLayer .endOfContent`).waitFor({ state: 'attached' });

/** The color of a point of an element as it is shown, in parts of its width and height: red, green, blue. */
export async function colorAt(element: Locator, [x, y]: readonly [number, number]): Promise<number[]> {
  const image = await loadImage(await element.screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(Math.floor(x * image.width), Math.floor(y * image.height), 1, 1).data].slice(0, 3);
}

/** The part of an element's points, 0 to 1, that are dark. */
export async function inkOf(element: Locator): Promise<number> {
  const image = await loadImage(await element.screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at]! + data[at + 1]! + data[at + 2]! < 300) dark++;
  return dark / (data.length / 4);
}
