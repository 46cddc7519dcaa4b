import { parseArgs } from 'node:util';
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
import { categories, installLighthouse, type Audit, type LighthouseResult } from './site/lighthouse.ts';
import { locales } from '../../src/core/site/locale.ts';
import { formatTable } from './table.ts';

const { values: options } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    /** Whether a desk computer is simulated instead of a phone on a slow network. */
    desktop: { type: 'boolean', default: false },
    /** How often each page is audited; the middle run counts. */
    runs: { type: 'string', default: '1' },
    /** Only pages whose address holds this. */
    only: { type: 'string', default: '' },
  },
});

const lighthouse = installLighthouse();
const results = [
  ...(await audit(await openSite('own collection', realCollection), ownPages)),
  ...(await audit(await openGenerated(62), plainPages)),
];

console.log(
  formatTable(
    ['site', 'page', ...categories],
    results.map(({ site, page, result }) => [site, page, ...result.scores.map(score)]),
  ),
);
for (const { site, page, result } of results) {
  if (result.failing.length > 0) console.log(`\n${site} ${page}\n${result.failing.map(describe).join('\n')}`);
}
if (options.strict && results.some(({ result }) => result.scores.some((value) => value < 1))) process.exitCode = 1;

interface Audited {
  readonly site: string;
  readonly page: string;
  readonly result: LighthouseResult;
}

async function audit(site: BenchSite, choose: (from: BenchSite) => string[]): Promise<Audited[]> {
  const audited: Audited[] = [];
  for (const page of choose(site).filter((path) => site.pages.includes(path) && path.includes(options.only))) {
    console.error(page);
    audited.push({
      site: site.name,
      page,
      result: await lighthouse(site.origin + page, { desktop: options.desktop, runs: Number(options.runs) }),
    });
  }
  await site.close();
  return audited;
}

/** Home, the note with the most formulas, the largest keyword page, the glossary, a list and search, in both languages. */
function ownPages(site: BenchSite): string[] {
  const largest = notePages(site)
    .filter((page) => hasMath(site.html(page)) && page.startsWith(urls.note('', 'en').slice(0, -1)))
    .sort((a, b) => site.html(b).length - site.html(a).length)[0];
  const english = [urls.home('en'), largest, largestKeywordPage(site), urls.keywords('en'), urls.lists('en'), urls.search('en')];
  return locales.flatMap((locale) => english.flatMap((page) => (page ? [page.replace(urls.home('en'), urls.home(locale))] : [])));
}

function plainPages(): string[] {
  return locales.map((locale) => urls.note(PLAIN_NOTE, locale));
}

function score(value: number): string {
  return String(Math.round(value * 100));
}

function describe({ category, id, title, value, details }: Audit): string {
  return [`  ${category}: ${id} – ${title}${value ? ` (${value})` : ''}`, ...details.map((line) => `    ${line}`)].join('\n');
}
