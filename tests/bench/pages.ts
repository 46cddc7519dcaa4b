import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../helpers/find-browser.ts';
import {
  hasMath,
  largestKeywordPage,
  notePages,
  openGenerated,
  openSite,
  PLAIN_NOTE,
  realCollection,
  urls,
  type BenchSite,
} from './site/sites.ts';
import { kinds, weigh, type Weight } from './site/weigh.ts';
import { formatTable } from './table.ts';

/** What a note page may weigh, in bytes over the wire. */
const NOTE_BUDGET = 45_000;
const MATH_BUDGET = 85_000;
/** How many times a home page of 62 notes one of 2,000 may weigh. */
const HOME_GROWTH = 2;

interface Measured {
  readonly site: string;
  readonly page: string;
  readonly weight: Weight;
  readonly budget?: number;
}

const { values: options } = parseArgs({
  options: {
    /** Whether a budget that is missed fails the command. */
    strict: { type: 'boolean', default: false },
    /** The sizes of the generated libraries that are measured beside the project's own collection. */
    sizes: { type: 'string', default: '62,2000' },
  },
});
const browser = await launchBrowser();

const measured = await measureOwn(browser);
for (const size of options.sizes.split(',').filter(Boolean)) measured.push(...(await measureGenerated(browser, Number(size))));
await browser.close();

console.log(formatTable(['site', 'page', 'requests', ...kinds, 'total', 'budget', ''], measured.map(row)));
const failures = [...measured.flatMap(failuresOf), ...homeGrowth(measured)];
console.log(failures.length === 0 ? '\nEvery budget holds.' : `\n${failures.join('\n')}`);
if (options.strict && failures.length > 0) process.exitCode = 1;

/** Every note of the project's own collection in both languages, of which the lightest, the middle and the heaviest are shown. */
async function measureOwn(by: Browser): Promise<Measured[]> {
  const site = await openSite('own collection', realCollection);
  const notes: Measured[] = [];
  for (const page of notePages(site)) notes.push(await measure(by, site, page));
  const others = await measureAll(by, site, sharedPages(site));
  await site.close();
  const groups = Map.groupBy(notes, ({ budget }) => budget);
  return [...[...groups.values()].flatMap(extremes), ...others];
}

function extremes(group: readonly Measured[]): Measured[] {
  const sorted = [...group].sort((a, b) => a.weight.total - b.weight.total);
  return [...new Set([sorted[0]!, sorted[sorted.length >> 1]!, sorted.at(-1)!])];
}

async function measureGenerated(by: Browser, notes: number): Promise<Measured[]> {
  const site = await openGenerated(notes);
  const some = [urls.note('paper-000001', 'en'), urls.note('paper-000002', 'zh'), urls.note(PLAIN_NOTE, 'en'), urls.note(PLAIN_NOTE, 'zh')];
  const result = await measureAll(by, site, [...some, ...sharedPages(site)]);
  await site.close();
  return result;
}

function sharedPages(site: BenchSite): string[] {
  const pages = [urls.home('en'), urls.home('zh'), largestKeywordPage(site), urls.keywords('en'), urls.search('en'), urls.search('zh')];
  return pages.filter((page) => page !== undefined && site.pages.includes(page)) as string[];
}

async function measureAll(by: Browser, site: BenchSite, pages: readonly string[]): Promise<Measured[]> {
  const result: Measured[] = [];
  for (const page of pages) result.push(await measure(by, site, page));
  return result;
}

async function measure(by: Browser, site: BenchSite, page: string): Promise<Measured> {
  const isNote = notePages(site).includes(page);
  const budget = isNote ? (hasMath(site.html(page)) ? MATH_BUDGET : NOTE_BUDGET) : undefined;
  return { site: site.name, page, weight: await weigh(by, site.origin + page), ...(budget && { budget }) };
}

function row({ site, page, weight, budget }: Measured): string[] {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  return [
    site,
    page,
    String(weight.requests),
    ...kinds.map((kind) => kilobytes(weight.bytes[kind])),
    kilobytes(weight.total),
    budget ? kilobytes(budget) : '',
    budget && weight.total > budget ? 'over' : '',
  ];
}

function failuresOf({ site, page, weight, budget }: Measured): string[] {
  return [
    ...(budget && weight.total > budget
      ? [`${site} ${page} weighs ${weight.total} bytes, ${weight.total - budget} over its budget; fonts: ${weight.fonts.join(', ')}.`]
      : []),
    ...weight.thirdParty.map((url) => `${site} ${page} asks a third party: ${url}`),
    ...weight.failed.map((url) => `${site} ${page} could not have ${url}`),
  ];
}

function homeGrowth(all: readonly Measured[]): string[] {
  const home = (site: string) => all.find((entry) => entry.site === site && entry.page === urls.home('en'))?.weight.total;
  const [small, large] = [home('62 notes'), home('2000 notes')];
  if (!small || !large) return [];
  const growth = large / small;
  console.log(`\nHome at 2,000 notes ÷ home at 62 notes: ${growth.toFixed(2)} (at most ${HOME_GROWTH})`);
  return growth > HOME_GROWTH ? [`The home page of 2,000 notes weighs ${growth.toFixed(2)} times that of 62.`] : [];
}
