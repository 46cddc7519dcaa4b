import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { readSearchSource } from '../../src/io/search-source.ts';
import { launchBrowser } from '../helpers/find-browser.ts';
import { buildSearchFolder, openSearch } from '../helpers/search-session.ts';
import {
  evalsLibraries,
  ownContent,
  ownQueries,
  pageQueries,
  papersFolder,
  questionQueries,
  readerQueries,
  strangerQueries,
  strangerQueriesElsewhere,
  type JudgedQuery,
} from '../search/judged.ts';
import { measure, quantile, type Outcome } from '../search/measures.ts';
import { makeLibrary, writeFiles } from './make-library.ts';
import { READ_FIRST, type Engine, type Material } from './search/engine.ts';
import { miniSearch } from './search/minisearch.ts';
import { readingRoom } from './search/reading-room.ts';
import { stockPagefind } from './search/stock-pagefind.ts';
import { formatTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    /** The sizes of the libraries whose bytes, times and builds are measured; 62 is the project's own collection. Empty for none. */
    sizes: { type: 'string', default: '62,2000,10000' },
    /** How often the queries are asked for their times; each query counts with its median. */
    runs: { type: 'string', default: '3' },
    /** Whether only this project's search is measured. */
    alone: { type: 'boolean', default: false },
    /** Whether only times, bytes and builds are measured. */
    'speed-only': { type: 'boolean', default: false },
    /** Whether the queries that are not fully answered are told. */
    misses: { type: 'boolean', default: false },
  },
});
const OWN_SIZE = 62;
/** How many queries are asked in a fresh browser to weigh the first one. */
const COLD_QUERIES = 6;
const makers = options.alone ? [readingRoom] : [readingRoom, stockPagefind, miniSearch];

const browser = await launchBrowser();
try {
  if (!options['speed-only']) {
    await reportQuality('the project’s own notes', [{ content: ownContent, queries: ownQueries() }]);
    await reportQuality('the project’s own notes, queries by readers', [{ content: ownContent, queries: readerQueries() }]);
    await reportQuality('the project’s own notes, questions in everyday words', [{ content: ownContent, queries: questionQueries() }]);
    const libraries = evalsLibraries();
    if (libraries.length > 0) await reportQuality('the judged queries from elsewhere', libraries);
    for (const set of [1, 2, 3, 4] as const) {
      await reportQuality(`queries of strangers, set ${set}, the project’s own notes`, [
        { content: ownContent, queries: strangerQueries(set) },
      ]);
      const elsewhere = strangerQueriesElsewhere(set);
      if (elsewhere.length > 0) await reportQuality(`queries of strangers, set ${set}, the libraries from elsewhere`, elsewhere);
    }
    if (existsSync(papersFolder)) await reportPages(browser);
  }
  await reportSpeed(options.sizes.split(',').filter(Boolean).map(Number));
} finally {
  await browser.close();
}

interface Library {
  readonly content: string;
  readonly queries: readonly JudgedQuery[];
}

function materialOf(content: string): Material {
  return { browser, content, records: readSearchSource({ contentDir: content, paperDirs: [] }).records };
}

async function reportQuality(title: string, libraries: readonly Library[]): Promise<void> {
  const answered: { readonly name: string; readonly outcomes: readonly Outcome[] }[] = [];
  for (const make of makers) {
    const outcomes: Outcome[] = [];
    let name = '';
    for (const { content, queries } of libraries) {
      const engine = await make(materialOf(content));
      for (const query of queries) outcomes.push({ ...query, ...(await engine.ask(query.query)) });
      name = engine.name;
      await engine.close();
    }
    answered.push({ name, outcomes });
    if (options.misses && make === readingRoom) for (const outcome of outcomes) tellMiss(outcome);
  }
  const rows = kindsOf(answered[0]!.outcomes).map(([kind, isOf]) => {
    const groups = answered.map(({ outcomes }) => outcomes.filter(isOf));
    return [kind, String(groups[0]!.length), ...groups.map(qualityOf)];
  });
  const head = ['kind', 'n', ...answered.map(({ name }) => name)];
  console.log(`\n${title}: success@1 / recall@10 / MRR@10 in percent, and how many found nothing\n${formatTable(head, rows)}`);
}

type Kind = readonly [name: string, isOf: (outcome: Outcome) => boolean];

/** The kinds of queries, and what several kinds are together. */
function kindsOf(outcomes: readonly Outcome[]): readonly Kind[] {
  const isAcross = ({ kind }: Outcome) => kind.startsWith('xling');
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  const groups: Kind[] = [
    ...kinds.map((kind): Kind => [kind, (outcome) => outcome.kind === kind]),
    ['same language', (outcome) => !isAcross(outcome)],
    ['across languages', isAcross],
    ['all', () => true],
  ];
  return groups.filter(([, isOf]) => outcomes.some(isOf));
}

function qualityOf(group: readonly Outcome[]): string {
  const { success, recall, reciprocalRank } = measure(group);
  const shares = [success, recall, reciprocalRank].map((share) => (share * 100).toFixed(0).padStart(3));
  const empty = group.filter(({ found }) => found.length === 0).length;
  return shares.join(' / ') + (empty > 0 ? `, ${empty}` : '').padEnd(5);
}

function tellMiss({ kind, query, relevant, found }: Outcome): void {
  const missing = relevant.filter((id) => !found.slice(0, 10).includes(id));
  if (relevant.includes(found[0] ?? '') && missing.length === 0) return;
  const places = relevant.map((id) => `${found.indexOf(id) + 1}:${id}`).join(' | ');
  console.log(`${kind} “${query}”\n  found ${found.slice(0, 3).join(' | ') || 'nothing'}\n  wanted at ${places}`);
}

/** Queries that pages of PDFs answer: as they are typed, and with the PDFs asked in any case. */
async function reportPages(by: Browser): Promise<void> {
  const session = await openSearch(by, await buildSearchFolder(ownContent, papersFolder));
  const rows: string[][] = [];
  for (const always of [false, true]) {
    const answers = [];
    for (const query of pageQueries()) answers.push({ query, ...(await session.ask(query.query, always)) });
    const groups = [...Map.groupBy(answers, ({ query }) => query.kind), ['all', answers] as const];
    for (const [kind, group] of groups) {
      const papers = group.filter(({ query, found }) => found[0] === query.paper);
      const pages = papers.filter(({ query, page }) => page !== undefined && query.pages.includes(page));
      const asked = group.filter(({ askedPdfs }) => askedPdfs);
      const shares = [papers, pages, asked].map(({ length }) => ((length / group.length) * 100).toFixed(0));
      rows.push([always ? 'always' : 'as typed', kind, String(group.length), ...shares]);
    }
  }
  await session.close();
  console.log(`\nthe pages of PDFs, in percent\n${formatTable(['PDFs', 'kind', 'n', 'paper@1', 'page@1', 'PDFs asked'], rows)}`);
}

async function reportSpeed(sizes: readonly number[]): Promise<void> {
  const queries = (evalsLibraries()[0]?.queries ?? ownQueries()).map(({ query }) => query);
  const rows: string[][] = [];
  for (const size of sizes) {
    const content = size === OWN_SIZE ? ownContent : generated(size);
    const material = materialOf(content);
    for (const make of makers) {
      const engine = await make(material);
      rows.push([String(size), ...(await speedRow(engine, queries))]);
      await engine.close();
    }
    if (content !== ownContent) rmSync(content, { recursive: true });
  }
  const head = ['notes', 'engine', 'build s', 'first query KB', 'at most', 'filters KB', 'warm p50 ms', 'warm p95 ms', 'at most'];
  console.log(`\nbytes, times and builds\n${formatTable(head, rows)}`);
  console.log(
    `first query: the median of ${COLD_QUERIES} in fresh browsers, the engine's code, index, words and ${READ_FIRST} results over the wire, gzipped;\n` +
      `without the script of the interface (as in every row) and what the counts beside the filters load, which stands apart: up to 200 notes\n` +
      `the search page loads it with the first query, beyond them and in the dialog only when a reader reaches for filters.`,
  );
}

function generated(notes: number): string {
  const folder = mkdtempSync(join(tmpdir(), `bench-${notes}-`));
  writeFiles(folder, makeLibrary({ notes }));
  return folder;
}

async function speedRow(engine: Engine, queries: readonly string[]): Promise<string[]> {
  const weights: number[] = [];
  const stride = Math.floor(queries.length / COLD_QUERIES);
  for (let index = 0; index < COLD_QUERIES; index++) weights.push(await engine.coldBytes(queries[index * stride]!));
  for (const query of queries) await engine.ask(query);
  const times = queries.map((): number[] => []);
  for (let run = 0; run < Number(options.runs); run++)
    for (const [index, query] of queries.entries()) times[index]!.push((await engine.ask(query)).milliseconds);
  const medians = times.map((own) => quantile(own, 0.5));
  const milliseconds = [quantile(medians, 0.5), quantile(medians, 0.95), Math.max(...medians)];
  return [
    engine.name,
    engine.buildSeconds.toFixed(1),
    ...[quantile(weights, 0.5), Math.max(...weights), engine.facetBytes].map((bytes) => (bytes / 1024).toFixed(0)),
    ...milliseconds.map((value) => value.toFixed(1)),
  ];
}
