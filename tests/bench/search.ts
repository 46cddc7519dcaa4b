import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { plainTitle, createNote } from '../../src/core/note/note.ts';
import { foldText } from '../../src/core/search/segment.ts';
import { readNotes } from '../../src/io/notes.ts';
import { buildSite } from '../helpers/build-site.ts';
import { launchBrowser } from '../helpers/find-browser.ts';
import { serveSite } from '../helpers/serve.ts';
import { measure, quantile, type Outcome } from '../search/measures.ts';

/** The judged queries and the libraries they run on; they are no part of the project. */
const EVALS = resolve(process.env.EVALS_DIR ?? '../shared/evals');
const CORPORA = { full: 'library', masked: 'library-masked' } as const;

interface Judged {
  readonly query: string;
  readonly kind: string;
  readonly corpus: keyof typeof CORPORA;
  readonly relevant: readonly string[];
}

async function main(): Promise<void> {
  const file = join(EVALS, 'search-dev.json');
  if (!existsSync(file)) return console.log(`No judged queries at ${file}; name their folder in EVALS_DIR.`);
  // The file's shape is described beside it.
  const { queries } = JSON.parse(readFileSync(file, 'utf8')) as { queries: Judged[] };
  const browser = await launchBrowser();
  try {
    const outcomes: Outcome[] = [];
    for (const corpus of ['full', 'masked'] as const) {
      const chosen = queries.filter((query) => query.corpus === corpus);
      if (chosen.length > 0) outcomes.push(...(await runCorpus(browser, corpus, chosen)));
    }
    report(outcomes);
  } finally {
    await browser.close();
  }
}

/** Runs the queries of a corpus. A folder in `SEARCH_BENCH_DIST` with built sites, by corpus, saves their builds. */
async function runCorpus(browser: Browser, corpus: keyof typeof CORPORA, queries: readonly Judged[]): Promise<Outcome[]> {
  const contentDir = join(EVALS, CORPORA[corpus]);
  const built = process.env.SEARCH_BENCH_DIST;
  const folder = built ? join(built, corpus) : (await buildSite({ content: contentDir })).folder;
  const site = await serveSite(folder);
  try {
    if (corpus === 'full') await reportFirstQuery(browser, site.url, queries);
    return await askAll(browser, { address: `${site.url}search/`, queries, ids: idsByTitle(contentDir) });
  } finally {
    await site.close();
  }
}

interface Run {
  readonly address: string;
  readonly queries: readonly Judged[];
  readonly ids: ReadonlyMap<string, string>;
}

async function askAll(browser: Browser, { address, queries, ids }: Run): Promise<Outcome[]> {
  const page = await browser.newPage();
  await page.goto(address);
  const outcomes: Outcome[] = [];
  for (const { kind, query, relevant } of queries) {
    const expected = relevant.map((title) => ids.get(foldText(title)) ?? `unknown: ${title}`);
    outcomes.push({ kind, query, relevant: expected, ...(await ask(page, query)) });
  }
  await page.close();
  return outcomes;
}

function idsByTitle(contentDir: string): Map<string, string> {
  const notes = readNotes({ contentDir, paperDirs: [] }).value;
  return new Map(
    notes.flatMap(({ id, metadata, digest }) => {
      const note = createNote({ id, metadata, keywords: [], hasPdf: false, digest });
      return [metadata.title, plainTitle(note, 'en')].map((title) => [foldText(title), id] as const);
    }),
  );
}

/** Sends a query off as a reader would and waits for its results. */
function ask(page: Page, query: string): Promise<{ found: string[]; milliseconds: number }> {
  return page.evaluate(async (text) => {
    const box = document.querySelector('search-page')!;
    const list = box.querySelector<HTMLElement>('[data-search-state]')!;
    const start = performance.now();
    box.querySelector('input')!.value = text;
    box.querySelector('form')!.requestSubmit();
    while (list.dataset.searchState !== 'done') await new Promise((next) => setTimeout(next));
    const found = [...list.querySelectorAll<HTMLElement>('[data-paper]')].map((item) => item.dataset.paper ?? '');
    return { found, milliseconds: performance.now() - start };
  }, query);
}

/** How many queries are asked in a fresh browser to weigh the first one. */
const COLD_QUERIES = 6;

async function reportFirstQuery(browser: Browser, address: string, queries: readonly Judged[]): Promise<void> {
  const weights: number[] = [];
  const stride = Math.floor(queries.length / COLD_QUERIES);
  for (let index = 0; index < COLD_QUERIES; index++) weights.push(await weighFirstQuery(browser, address, queries[index * stride]!.query));
  const kilobytes = weights.map((bytes) => (bytes / 1024).toFixed(0)).join(', ');
  console.log(`First query from the dialog, KB beyond the page: median ${(quantile(weights, 0.5) / 1024).toFixed(0)} (${kilobytes})`);
}

async function weighFirstQuery(browser: Browser, address: string, query: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  context.on('requestfinished', (request) => sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize)));
  await page.keyboard.press('/');
  await page.locator('search-dialog input').fill(query);
  await page.locator('search-dialog [data-search-state=done]').waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}

function report(outcomes: readonly Outcome[]): void {
  const groups = [...Map.groupBy(outcomes, ({ kind }) => kind)];
  const same = outcomes.filter(({ kind }) => !kind.startsWith('xling'));
  const across = outcomes.filter(({ kind }) => kind.startsWith('xling'));
  console.log('kind              n  success@1  recall@10  MRR@10');
  for (const [kind, group] of [...groups, ['same language', same] as const, ['across languages', across] as const]) {
    const { success, recall, reciprocalRank } = measure(group);
    const cells = [success, recall, reciprocalRank].map((share) => (share * 100).toFixed(0).padStart(9));
    console.log(`${kind.padEnd(16)} ${String(group.length).padStart(3)} ${cells.join('  ')}`);
  }
  const empty = outcomes.filter(({ found }) => found.length === 0);
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  console.log(`without a result: ${empty.length} of ${outcomes.length}`);
  console.log(`milliseconds to shown results: p50 ${quantile(times, 0.5).toFixed(1)}, p95 ${quantile(times, 0.95).toFixed(1)}`);
  if (process.argv.includes('--misses')) for (const outcome of outcomes) tellMiss(outcome);
}

function tellMiss({ kind, query, relevant, found }: Outcome): void {
  const missing = relevant.filter((id) => !found.slice(0, 10).includes(id));
  if (relevant.includes(found[0] ?? '') && missing.length === 0) return;
  console.log(
    `${kind} “${query}”\n  found ${found.slice(0, 3).join(' | ') || 'nothing'}\n  wanted at ${relevant.map((id) => `${found.indexOf(id) + 1}:${id}`).join(' | ')}`,
  );
}

await main();
