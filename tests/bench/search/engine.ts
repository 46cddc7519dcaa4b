import { gzipSync } from 'node:zlib';
import type { Browser, Page, Request } from 'playwright-core';
import type { SearchRecord } from '../../../src/core/search/record.ts';
import { isSpaced } from '../../../src/core/search/segment.ts';

/** A search engine over a collection, ready to be asked. */
export interface Engine {
  readonly name: string;
  /** How long its index took to make from the collection's text, in seconds. */
  readonly buildSeconds: number;
  /** The ids found, the best first, and the time from the request to the read results, in milliseconds. */
  ask(query: string): Promise<{ readonly found: readonly string[]; readonly milliseconds: number }>;
  /** What a first query loads, in bytes, without the script of the interface around it and without what filters count by. */
  coldBytes(query: string): Promise<number>;
  /** What the counts beside the filters load, in bytes; 0 where there are none. */
  readonly facetBytes: number;
  close(): Promise<void>;
}

/** What an engine is made from. */
export interface Material {
  readonly browser: Browser;
  /** The folder of the collection. */
  readonly content: string;
  readonly records: readonly SearchRecord[];
}

/** How many results are read. */
export const READ = 10;

/** How many results the dialog reads at first. */
export const READ_FIRST = 6;

/** A record's text as an author would see it: Chinese closed up, no marks between passages. */
export function plainText({ content }: SearchRecord): string {
  const tokens = content.split(' ').filter((token) => token !== '¶');
  return tokens.reduce((text, token, index) => text + (index > 0 && isSpaced(tokens[index - 1]!, token) ? ' ' : '') + token, '');
}

/** Seconds that something takes, and what comes of it. */
export async function timed<T>(make: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const made = await make();
  return [made, (performance.now() - start) / 1000];
}

/** The bytes over the wire while a page is used, of the requests whose address passes. */
export async function weighRequests(
  browser: Browser,
  counts: (url: string) => boolean,
  use: (page: Page) => Promise<unknown>,
): Promise<number> {
  const context = await browser.newContext();
  const sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    if (counts(request.url())) sizes.push(sizeOf(request));
  });
  const page = await context.newPage();
  await use(page);
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

/** The bytes of an answer over the wire; the browser does not tell those of a worker's own script. */
async function sizeOf(request: Request): Promise<number> {
  const { responseBodySize } = await request.sizes();
  return responseBodySize || gzipSync(Buffer.from(await (await fetch(request.url())).arrayBuffer())).length;
}
