import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readNotes } from '../../src/io/notes.ts';
import { buildSite } from '../helpers/build-site.ts';
import { serveSite } from '../helpers/serve.ts';
import { buildSpeed } from './reader/build-speed.ts';
import { addLongPaper } from './reader/long-paper.ts';
import { anchorsFound, phrasesFound } from './reader/texts.ts';
import { arriveAtPhrase, findEverywhere, openCold, openNext, scroll, type Opening, type Scrolling } from './reader/rows.ts';
import { slowNetwork } from './reader/slow-network.ts';
import { stockViewer } from './reader/stock-viewer.ts';
import { atLeast, atMost, compare, formatRows, type Row } from './reader/targets.ts';
import { ours, stock, type Paper, type Viewer } from './reader/viewers.ts';
import { formatTable } from './table.ts';

/** What can be measured; one name may stand for several rows of the table. */
const parts = ['open', 'next', 'hit', 'find', 'scroll', 'texts', 'build'] as const;

const { values: options } = parseArgs({
  options: {
    /** How often each paper is opened in each viewer; medians count. */
    runs: { type: 'string', default: '5' },
    /** How many papers are measured, from the first. Default: all. */
    papers: { type: 'string', default: '1000' },
    /** Only papers whose id holds this. */
    only: { type: 'string', default: '' },
    /** What is measured, by names with commas between them. Default: everything. */
    parts: { type: 'string', default: parts.join() },
    /** The word that is found in every paper. */
    word: { type: 'string', default: 'preference' },
  },
});

const runs = Number(options.runs);
const wanted = new Set(options.parts.split(','));

/** What both viewers need to be measured. */
interface Bench {
  readonly site: string;
  readonly all: readonly Paper[];
  readonly papers: readonly Paper[];
  readonly own: Viewer;
  readonly other: Viewer;
}

async function main(): Promise<void> {
  const papersDir = process.env.PAPERS_DIR || '../shared/papers';
  const notes = existsSync(papersDir)
    ? readNotes({ contentDir: resolve('content'), paperDirs: [resolve('papers'), resolve(papersDir)] }).value
    : [];
  const all = notes.flatMap(({ id, pdf }) => (pdf ? [{ id, file: pdf }] : []));
  const papers = all.filter(({ id }) => id.includes(options.only)).slice(0, Number(options.papers));
  if (papers.length === 0) return console.log(`No PDFs in ${papersDir}; name their folder in PAPERS_DIR.`);
  const site = process.env.READER_BENCH_DIST ?? (await buildSite({ content: 'content', papers: papersDir, base: '/reading/' })).folder;
  const long = wanted.has('hit') || wanted.has('find') ? await addLongPaper(site, all) : undefined;
  const stockFiles = [...all, ...(long ? [long.paper] : [])].map(({ file }) => file);
  const servers = await Promise.all([serveSite(site, '/reading/'), serveSite(stockViewer(stockFiles))]);
  const networks = await Promise.all(servers.map(({ url }) => slowNetwork(url)));
  const bench: Bench = { site, all, papers, own: ours(networks[0]!), other: stock(networks[1]!) };
  // What takes no loading is measured without a network in between.
  const near: Bench = {
    ...bench,
    own: ours({ ...networks[0]!, url: servers[0]!.url }),
    other: stock({ ...networks[1]!, url: servers[1]!.url }),
  };
  const load = () => loadavg()[0]!.toFixed(1);
  const before = load();
  const rows = [
    ...(wanted.has('open') || wanted.has('next') ? await openings(bench) : []),
    ...(long && wanted.has('hit') ? await searchHit(bench, long) : []),
    ...(long && wanted.has('find') ? await finding(near, long.paper) : []),
    ...(wanted.has('scroll') ? await scrolling(near) : []),
    ...(wanted.has('texts') ? await texts(bench) : []),
    ...(wanted.has('build') ? await building(bench) : []),
  ];
  console.log(`\n${papers.length} papers, ${runs} runs; ${availableParallelism()} cores, load ${before} to ${load()}\n`);
  console.log(formatRows(rows));
  await Promise.all([...networks, ...servers].map((server) => server.close()));
}

/** Cold openings of every paper in both viewers, and of the next paper in the tab that shows one. */
async function openings({ papers, all, own, other }: Bench): Promise<Row[]> {
  const measured: Measured[] = [];
  for (const paper of papers) {
    const from = all.find(({ id }) => id !== paper.id)!;
    measured.push(await measureOpenings(paper, { own, other, from }));
    console.error(describe(measured.at(-1)!).join('  '));
  }
  console.log(formatTable(HEAD, measured.map(describe)));
  const against = (figure: (paper: Measured) => number) => measured.map((paper) => [figure(paper), paper.stock.drawn] as const);
  const most = (figure: (paper: Measured) => number) => Math.max(...measured.map(figure));
  return [
    compare(
      'page one visible (poster), ms',
      against(({ ours }) => ours.seen),
      0.18,
    ),
    compare(
      'page one’s canvas and text, cold, ms',
      against(({ ours }) => ours.drawn),
      0.7,
    ),
    atMost(
      'PDF KB before it, of the paper with most',
      most(({ ours }) => ours.pdfBytes / 1000),
      300,
    ),
    atMost(
      'critical JS and CSS, gzipped, KB: pdf.js, viewer, reader',
      most(({ ours }) => ours.readerBytes / 1000),
      640,
    ),
    atMost(
      'all JS and CSS before it, gzipped, KB',
      most(({ ours }) => ours.codeBytes / 1000),
      640,
    ),
    ...(wanted.has('next')
      ? [
          compare(
            'next paper in the same tab, ms',
            against(({ next }) => next),
            0.35,
          ),
        ]
      : []),
  ];
}

/** The medians of a paper's openings. */
interface Measured {
  readonly id: string;
  readonly ours: Opening;
  readonly stock: Opening;
  /** As the next paper in a tab, in milliseconds; NaN if that was not measured. */
  readonly next: number;
}

async function measureOpenings(paper: Paper, { own, other, from }: { own: Viewer; other: Viewer; from: Paper }): Promise<Measured> {
  const [cold, peer, next]: [Opening[], Opening[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run++) {
    cold.push(await openCold(own, paper));
    peer.push(await openCold(other, paper));
    if (wanted.has('next')) next.push(await openNext(own, from, paper));
  }
  return { id: paper.id, ours: medians(cold), stock: medians(peer), next: median(next) ?? NaN };
}

const HEAD = ['paper', '', 'seen', 'drawn', 'next', 'stock', 'seen ×', 'drawn ×', 'next ×', 'KB', 'stock KB', 'PDF KB', 'code KB'];

function describe({ id, ours, stock, next }: Measured): string[] {
  const times = [ours.seen, ours.drawn, next];
  const ratios = times.map((time) => (time / stock.drawn).toFixed(2));
  const kilobytes = [ours.bytes, stock.bytes, ours.pdfBytes, ours.codeBytes].map((bytes) => (bytes / 1000).toFixed(0));
  return [id, '', ...[...times, stock.drawn].map((time) => time.toFixed(0)), ...ratios, ...kilobytes];
}

async function searchHit({ all, own, other }: Bench, { paper, place, pages }: Awaited<ReturnType<typeof addLongPaper>>): Promise<Row[]> {
  const times = await timesOf(async (viewer) => arriveAtPhrase(viewer, { other: all[0]!, paper, place }), [own, other]);
  return [compare(`search hit to visible highlight, p. ${place.page} of ${pages}, ms`, [times], 0.45)];
}

async function finding({ papers, own, other }: Bench, long: Paper): Promise<Row[]> {
  const rows: Row[] = [];
  let differing = 0;
  const ratios: [number, number][] = [];
  for (const paper of [...papers, long]) {
    const counts = new Map<string, number>();
    const times = await timesOf(
      async (viewer) => {
        const { time, matches } = await findEverywhere(viewer, paper, options.word);
        counts.set(viewer.name, matches);
        return time;
      },
      [own, other],
    );
    if (counts.get('ours') !== counts.get('stock')) differing += 1;
    console.error(
      `find in ${paper.id}: ${times.map((time) => time.toFixed(0)).join(' / ')} ms, matches ${[...counts.values()].join(' / ')}`,
    );
    if (paper === long) rows.push(compare('find in the whole of the long paper, ms', [times], 1 / 12));
    else ratios.push(times);
  }
  return [compare('find in the whole document, ms', ratios, 1 / 12), ...rows, atMost('papers with another count than stock', differing, 0)];
}

async function scrolling({ papers, own, other }: Bench): Promise<Row[]> {
  const measured: { id: string; ours: Scrolling; stock: Scrolling }[] = [];
  for (const paper of papers) {
    const [mine, theirs]: [Scrolling[], Scrolling[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      mine.push(await scroll(own, paper));
      theirs.push(await scroll(other, paper));
    }
    const { id, ours, stock } = { id: paper.id, ours: medians(mine), stock: medians(theirs) };
    measured.push({ id, ours, stock });
    const show = (name: keyof Scrolling) => `${ours[name].toFixed(0)} / ${stock[name].toFixed(0)}`;
    console.error(`scroll ${id}: frame ${show('frame')} ms, stalled ${show('stalled')} ms, memory ${show('memory')} MiB`);
  }
  const pairs = (name: keyof Scrolling) => measured.map(({ ours, stock }) => [ours[name], stock[name]] as const);
  return [
    compare('scroll, CPU slowed to a quarter: 95th-percentile frame, ms', pairs('frame'), 0.7),
    compare('scroll, CPU slowed to a quarter: stalled by frames over 50 ms, ms', pairs('stalled'), 1),
    compare('renderer memory after all pages, MiB', pairs('memory'), 1),
  ];
}

async function texts({ all }: Bench): Promise<Row[]> {
  const phrases = await phrasesFound(all.map(({ file }) => file));
  const anchors = await anchorsFound(all.map(({ file }) => file));
  return [
    atLeast(`6-word phrases found on their page, % of ${phrases.asked}`, (100 * phrases.found) / phrases.asked, 99),
    atLeast(`highlights re-anchored, same file, % of ${anchors.asked}`, (100 * anchors.same) / anchors.asked, 100),
    atLeast('highlights re-anchored, 2 % of characters changed, %', (100 * anchors.changed) / anchors.asked, 99.5),
  ];
}

async function building({ all }: Bench): Promise<Row[]> {
  const { pagesPerSecond, unchanged } = await buildSpeed(all.map(({ file }) => file));
  return [
    atLeast('build: text, one warm process, pages/s', pagesPerSecond, 100),
    atMost('build: files read again though unchanged', unchanged, 0),
  ];
}

/** Measures both viewers by turns and gives the median of each. */
async function timesOf(measure: (viewer: Viewer) => Promise<number>, [own, other]: [Viewer, Viewer]): Promise<[number, number]> {
  const [times, peer]: number[][] = [[], []];
  for (let run = 0; run < runs; run++) {
    times!.push(await measure(own));
    peer!.push(await measure(other));
  }
  return [median(times!)!, median(peer!)!];
}

/** The median of each figure of several measurements. */
function medians<Figures extends { readonly [Name in keyof Figures]: number }>(measured: readonly Figures[]): Figures {
  const names = Object.keys(measured[0]!) as (keyof Figures)[];
  return Object.fromEntries(names.map((name) => [name, median(measured.map((figures) => figures[name]))])) as unknown as Figures;
}

function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

await main();
