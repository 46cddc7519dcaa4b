import type { Page } from 'playwright-core';
import { findAll, scrollThrough, showAll } from './in-page.ts';
import { drawn, inFreshBrowser, open, type Paper, type Place, type Viewer } from './viewers.ts';

/** What one opening of a paper took, in milliseconds and bytes. */
export interface Opening {
  readonly seen: number;
  readonly drawn: number;
  readonly bytes: number;
  readonly pdfBytes: number;
  /** Scripts and style sheets, as they passed. */
  readonly codeBytes: number;
  /** Those of them that only the reader has. */
  readonly readerBytes: number;
}

/** Opens a paper where nothing is cached. */
export function openCold(viewer: Viewer, paper: Paper): Promise<Opening> {
  return inFreshBrowser(viewer, async (page) => {
    viewer.network.count();
    const { seen, drawn } = await open(page, viewer.address(paper));
    const { all, pdf, code, reader } = viewer.network.count();
    return { seen, drawn, bytes: all, pdfBytes: pdf, codeBytes: code, readerBytes: reader };
  });
}

/**
 * Goes from one paper's PDF to its note, from there to the list of papers, to another note, and opens its PDF: the time from the
 * click on that last link until the page is drawn.
 */
export function openNext(viewer: Viewer, from: Paper, next: Paper): Promise<number> {
  return inFreshBrowser(viewer, async (page) => {
    await open(page, viewer.address(from));
    await follow(page, `papers/${from.id}/`);
    await follow(page, '');
    await follow(page, `papers/${next.id}/`);
    await page.waitForTimeout(1000);
    await page.locator(`a[href$="papers/${next.id}/read/"]`).first().click();
    return (await drawn(page)).drawn;
  });
}

async function follow(page: Page, path: string): Promise<void> {
  await page.locator(`a[href$="/reading/${path}"]`).first().click();
  await page.waitForURL(`**/reading/${path}`);
  await page.waitForTimeout(500);
}

/** Arrives at a phrase from outside, when the viewer's scripts are cached but nothing of the paper is. */
export function arriveAtPhrase(viewer: Viewer, { other, paper, place }: { other: Paper; paper: Paper; place: Place }): Promise<number> {
  return inFreshBrowser(viewer, async (page) => {
    await open(page, viewer.address(other));
    await page.waitForTimeout(1500);
    await page.goto('about:blank');
    await page.goto(viewer.address(paper, place), { waitUntil: 'commit' });
    await page.waitForFunction(() => 'marks' in window && 'marked' in (window.marks as object));
    return page.evaluate(() => (window as unknown as { marks: { marked: number } }).marks.marked);
  });
}

/** A count that has not changed for so long is final, in milliseconds. */
const SETTLED = 3000;

/** Finds a word in the whole of an open paper that has come to rest. */
export function findEverywhere(viewer: Viewer, paper: Paper, word: string): Promise<{ time: number; matches: number }> {
  return inFreshBrowser(viewer, async (page) => {
    await open(page, viewer.address(paper));
    await page.waitForTimeout(3000);
    return page.evaluate(findAll, { viewer: viewer.inPage, word, settled: SETTLED });
  });
}

/** How fast the pages go by, in pixels a second, and how many heights of a page. */
const [SPEED, PAGES] = [1500, 14];

/** By how much the browser is slowed while it scrolls, as a phone or an old laptop would be: a fast one shows every viewer at 60 Hz. */
const SLOWER = 4;

/** A longer frame is seen as a halt, in milliseconds. */
const LONG = 50;

/** What scrolling took. */
export interface Scrolling {
  /** The time under which 95 of 100 frames were done, in milliseconds. */
  readonly frame: number;
  /** By how much the frames of more than 50 ms were longer than that, together, in milliseconds: for so long the pages stood still. */
  readonly stalled: number;
  /** The memory of the process that shows the PDF when all pages have been shown, in MiB. */
  readonly memory: number;
}

/** Scrolls through a paper in a slow browser, and then shows each of its pages. */
export function scroll(viewer: Viewer, paper: Paper): Promise<Scrolling> {
  return inFreshBrowser(viewer, async (page, rendererPss) => {
    // Each has its own zoom to begin with; of smaller pages more would pass in the same time.
    await open(page, viewer.address(paper, { page: 1, zoom: 100 }));
    await page.waitForTimeout(3000);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const frames = await page.evaluate(scrollThrough, { viewer: viewer.inPage, pages: PAGES, speed: SPEED });
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await page.evaluate(showAll, viewer.inPage);
    await page.waitForTimeout(1500);
    const sorted = [...frames].sort((a, b) => a - b);
    const stalled = frames.reduce((sum, frame) => sum + Math.max(0, frame - LONG), 0);
    return { frame: sorted[Math.floor(0.95 * sorted.length)]!, stalled, memory: (await rendererPss()) / 2 ** 20 };
  });
}
