import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { readNotes } from '../../src/io/notes.ts';
import { buildSite } from '../helpers/build-site.ts';
import { launchBrowser } from '../helpers/find-browser.ts';
import { serveSite } from '../helpers/serve.ts';
import { slowNetwork, type SlowNetwork } from './reader/slow-network.ts';
import { stockViewer } from './reader/stock-viewer.ts';
import { formatTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    /** How often each paper is opened in each viewer; the median counts. */
    runs: { type: 'string', default: '5' },
    /** Only papers whose id holds this. */
    only: { type: 'string', default: '' },
    /** The word that is found in every paper. */
    word: { type: 'string', default: 'preference' },
  },
});

/** How long a viewer may take, in milliseconds. */
const PATIENCE = 120_000;
/** A count that has not changed for so long is final, in milliseconds. */
const SETTLED = 1500;

/** What one opening of a paper took, in milliseconds and bytes. */
interface Opening {
  /** Until something of page one was to be seen. */
  readonly seen: number;
  /** Until page one's canvas and text were there. */
  readonly drawn: number;
  readonly bytes: number;
  readonly pdfBytes: number;
  /** The same paper once more in the same tab, with everything cached. */
  readonly again: number;
  /** From the last letter typed until all matches were counted. */
  readonly find: number;
  readonly matches: string;
}

/** Where a viewer's pages stand. */
interface Viewer {
  readonly address: (paper: Paper) => string;
  readonly network: SlowNetwork;
  readonly isStock: boolean;
}

interface Paper {
  readonly id: string;
  readonly file: string;
}

async function main(): Promise<void> {
  const papersDir = process.env.PAPERS_DIR ?? '../shared/papers';
  const contentDir = resolve('content');
  const notes = readNotes({ contentDir, paperDirs: [resolve('papers'), resolve(papersDir)] }).value;
  const papers = notes.flatMap(({ id, pdf }) => (pdf && id.includes(options.only) ? [{ id, file: pdf }] : []));
  if (papers.length === 0) return console.log(`No PDFs in ${papersDir}; name their folder in PAPERS_DIR.`);
  const folder = process.env.READER_BENCH_DIST ?? (await buildSite({ content: 'content', papers: papersDir, base: '/reading/' })).folder;
  const [site, stock] = await Promise.all([serveSite(folder, '/reading/'), serveSite(stockViewer(papers.map(({ file }) => file)))]);
  const [ownNetwork, stockNetwork] = await Promise.all([slowNetwork(site.url), slowNetwork(stock.url)]);
  const own: Viewer = { isStock: false, network: ownNetwork, address: ({ id }) => `${ownNetwork.url}papers/${id}/read/` };
  const other: Viewer = { isStock: true, network: stockNetwork, address: ({ file }) => `${stockNetwork.url}view.html?${basename(file)}` };
  const rows: Row[] = [];
  for (const paper of papers) {
    rows.push(await compare(paper, own, other));
    console.error(describe(rows.at(-1)!).join('  '));
  }
  console.log(formatTable(HEAD, [...rows, total(rows)].map(describe)));
  await Promise.all([ownNetwork, stockNetwork, site, stock].map((server) => server.close()));
}

interface Row {
  readonly id: string;
  readonly own: Opening;
  readonly stock: Opening;
}

async function compare(paper: Paper, own: Viewer, stock: Viewer): Promise<Row> {
  const runs = { own: [] as Opening[], stock: [] as Opening[] };
  for (let run = 0; run < Number(options.runs); run++) {
    runs.own.push(await openCold(own, paper));
    runs.stock.push(await openCold(stock, paper));
  }
  return { id: paper.id, own: medianOf(runs.own), stock: medianOf(runs.stock) };
}

/** Opens a paper in a browser of its own, so that nothing is cached. */
async function openCold(viewer: Viewer, paper: Paper): Promise<Opening> {
  const browser: Browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.addInitScript(watch, viewer.isStock);
    viewer.network.count();
    const { seen, drawn } = await opened(page, viewer.address(paper));
    const { all, pdf } = viewer.network.count();
    const again = (await opened(page, viewer.address(paper))).drawn;
    const { find, matches } = await page.evaluate(findAll, { isStock: viewer.isStock, word: options.word, settled: SETTLED });
    return { seen, drawn, bytes: all, pdfBytes: pdf, again, find, matches };
  } finally {
    await browser.close();
  }
}

interface Marks {
  readonly seen: number;
  readonly drawn: number;
}

async function opened(page: Page, address: string): Promise<Marks> {
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'marks' in window && 'drawn' in (window.marks as object));
  return page.evaluate(() => (window as unknown as { marks: Marks }).marks);
}

/** Runs in the page: notes, frame by frame, when page one is to be seen and when it is complete. */
function watch(isStock: boolean): void {
  const marks: { seen?: number; drawn?: number } = {};
  Object.assign(window, { marks });
  const look = (): void => {
    const inner = document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument;
    const viewer = isStock ? inner : document;
    const poster = document.querySelector<HTMLImageElement>('[data-poster] img');
    const page = viewer?.querySelector('.page[data-page-number="1"]');
    const isDrawn = page?.querySelector('canvas:not([hidden])') && page.querySelector('.textLayer span');
    if ((poster?.complete && poster.naturalWidth > 0) || isDrawn) marks.seen ??= performance.now();
    if (isDrawn) marks.drawn ??= performance.now();
    if (marks.drawn === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: types a word and waits until the count of its matches no longer changes. */
async function findAll({
  isStock,
  word,
  settled,
}: {
  isStock: boolean;
  word: string;
  settled: number;
}): Promise<{ find: number; matches: string }> {
  const inner = document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument;
  const root = isStock ? inner! : document;
  root.querySelector<HTMLElement>(isStock ? '#viewFindButton' : '[data-command="find"]')!.click();
  const field = root.querySelector<HTMLInputElement>(isStock ? '#findInput' : '[data-find-bar] input[type=search]')!;
  const output = root.querySelector(isStock ? '#findResultsCount' : '[data-find-bar] output')!;
  const all = root.querySelector<HTMLInputElement>('#findHighlightAll');
  if (all && !all.checked) all.click();
  const start = performance.now();
  field.value = word;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  let [text, at] = ['', start];
  while (performance.now() - at < settled || (text === '' && performance.now() - start < 20 * settled)) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const now = isStock ? output.getAttribute('data-l10n-args') + (output.textContent ?? '') : (output.textContent ?? '');
    if (now !== text && now !== 'null') [text, at] = [now, performance.now()];
  }
  const counts = (output.textContent ?? '').match(/\d+/g);
  return { find: at - start, matches: counts?.at(-1) ?? '0' };
}

function medianOf(openings: readonly Opening[]): Opening {
  const of = (name: 'seen' | 'drawn' | 'bytes' | 'pdfBytes' | 'again' | 'find') => median(openings.map((opening) => opening[name]));
  return {
    seen: of('seen'),
    drawn: of('drawn'),
    bytes: of('bytes'),
    pdfBytes: of('pdfBytes'),
    again: of('again'),
    find: of('find'),
    matches: openings[0]!.matches,
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function total(rows: readonly Row[]): Row {
  return { id: 'median', own: medianOf(rows.map(({ own }) => own)), stock: medianOf(rows.map(({ stock }) => stock)) };
}

const HEAD = ['paper', 'matches', 'seen', '×', 'drawn', 'stock', '×', 'KB', 'stock', 'PDF KB', 'again', '×', 'find', 'stock', '×'];

function describe({ id, own, stock }: Row): string[] {
  const whole = (value: number) => value.toFixed(0);
  const ratio = (name: 'seen' | 'drawn' | 'again' | 'find', against: 'drawn' | 'find') => (own[name] / stock[against]).toFixed(2);
  const kilobytes = (bytes: number) => whole(bytes / 1024);
  const matches = id === 'median' ? '' : own.matches === stock.matches ? own.matches : `${own.matches} ≠ ${stock.matches}`;
  return [
    ...[id, matches, whole(own.seen), ratio('seen', 'drawn'), whole(own.drawn), whole(stock.drawn), ratio('drawn', 'drawn')],
    ...[kilobytes(own.bytes), kilobytes(stock.bytes), kilobytes(own.pdfBytes), whole(own.again), ratio('again', 'drawn')],
    ...[whole(own.find), whole(stock.find), ratio('find', 'find')],
  ];
}

await main();
