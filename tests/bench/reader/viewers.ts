import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../../helpers/find-browser.ts';
import type { Marks, ViewerInPage } from './in-page.ts';
import { watch } from './in-page.ts';
import type { SlowNetwork } from './slow-network.ts';

/** A paper that both viewers show. */
export interface Paper {
  readonly id: string;
  readonly file: string;
}

/** Where a paper is opened: at a page, with a phrase marked, or at a zoom in percent. */
export interface Place {
  readonly page: number;
  readonly phrase?: string;
  readonly zoom?: number;
}

/** One of the two viewers that are compared, and how it is addressed and looked at. */
export interface Viewer {
  readonly name: 'ours' | 'stock';
  readonly network: SlowNetwork;
  readonly address: (paper: Paper, place?: Place) => string;
  readonly inPage: ViewerInPage;
}

/** How long a viewer may take, in milliseconds. */
const PATIENCE = 120_000;

/** Our reader, on a site that is served through a network. */
export function ours(network: SlowNetwork): Viewer {
  return {
    name: 'ours',
    network,
    address: ({ id }, place) => `${network.url}papers/${id}/read/${place ? `#${fragment(place)}` : ''}`,
    inPage: {
      isStock: false,
      scroller: '[data-scroller]',
      find: { button: '[data-command="find"]', field: '[data-find-bar] input[type=search]', output: '[data-find-bar] output' },
    },
  };
}

/** PDF.js's own viewer in its npm package, served through a network. */
export function stock(network: SlowNetwork): Viewer {
  return {
    name: 'stock',
    network,
    address: ({ file }, place) => `${network.url}view.html?${basename(file)}${place ? `&${fragment(place)}` : ''}`,
    inPage: {
      isStock: true,
      scroller: '#viewerContainer',
      find: { button: '#viewFindButton', field: '#findInput', output: '#findResultsCount' },
    },
  };
}

function fragment({ page, phrase, zoom }: Place): string {
  const search = phrase === undefined ? '' : `&search=${encodeURIComponent(phrase)}&phrase=true`;
  return `page=${page}${zoom === undefined ? '' : `&zoom=${zoom}`}${search}`;
}

/** Runs something in a tab of a browser of its own, in which nothing is cached. */
export async function inFreshBrowser<Result>(
  viewer: Viewer,
  run: (page: Page, rendererPss: () => Promise<number>) => Promise<Result>,
): Promise<Result> {
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch, viewer.inPage);
    const session = await browser.newBrowserCDPSession();
    const processes = async () => {
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
    };
    return await run(page, async () => Math.max(...(await processes()).map(pssOf)));
  } finally {
    await browser.close();
  }
}

/** Opens an address in a tab and waits until the page that is asked for is drawn. */
export async function open(page: Page, address: string): Promise<Marks> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  return drawn(page);
}

/** When the page that was asked for was seen and drawn, after the document or the last click on a link began. */
export async function drawn(page: Page): Promise<Marks> {
  await page.waitForFunction(() => 'marks' in window && 'drawn' in (window.marks as object));
  return page.evaluate(() => (window as unknown as { marks: Marks }).marks);
}

/** The memory of a process, in bytes: its own, and its share of what it shares with others. */
function pssOf(process: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // Only Linux tells, and only of processes that still run.
    return 0;
  }
}
