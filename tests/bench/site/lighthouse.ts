import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../../helpers/find-browser.ts';

/** What Lighthouse judges, in the order of the report. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** An audit that a page did not pass. */
export interface Audit {
  readonly category: string;
  readonly id: string;
  readonly title: string;
  readonly value: string;
  /** What on the page is meant, one line each. */
  readonly details: readonly string[];
}

/** A page's scores, from 0 to 1 in the order of `categories`, and what keeps them down. */
export interface LighthouseResult {
  readonly scores: readonly number[];
  readonly failing: readonly Audit[];
}

const CHROME_FLAGS =
  '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const OUTPUT_LIMIT = 64 * 2 ** 20;
const DETAILS_SHOWN = 6;
const DETAIL_LENGTH = 400;

/** How a page is audited. */
export interface AuditOptions {
  /** Whether a desk computer is simulated instead of a phone on a slow network. */
  readonly desktop: boolean;
  /** How often; the run with the middle performance score counts, for a busy machine spoils single ones. */
  readonly runs: number;
}

/** Installs Lighthouse into a temporary folder, where it stays for the next run, and gives the function that runs it. */
export function installLighthouse(): (url: string, options: AuditOptions) => Promise<LighthouseResult> {
  const home = join(tmpdir(), 'reading-room-bench-lighthouse');
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { lighthouse: '*' } }));
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent'], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  const script = join(home, 'node_modules/lighthouse/cli/index.js');
  return async (url, { desktop, runs }) => {
    const results: LighthouseResult[] = [];
    for (let run = 0; run < runs; run++) results.push(await auditOnce(script, url, desktop));
    return results.sort((a, b) => a.scores[0]! - b.scores[0]!)[runs >> 1]!;
  };
}

async function auditOnce(script: string, url: string, desktop: boolean): Promise<LighthouseResult> {
  const flags = ['--output=json', '--quiet', `--chrome-flags=${CHROME_FLAGS}`, `--only-categories=${categories.join(',')}`];
  const { stdout } = await promisify(execFile)(process.execPath, [script, url, ...flags, ...(desktop ? ['--preset=desktop'] : [])], {
    env: { ...process.env, CHROME_PATH: findChromium() },
    maxBuffer: OUTPUT_LIMIT,
  });
  // Lighthouse documents this shape, of which only a part is read.
  return readReport(JSON.parse(stdout) as Report);
}

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<Record<string, ReportAudit>>;
}

interface ReportAudit {
  readonly title: string;
  readonly score: number | null;
  readonly scoreDisplayMode: string;
  readonly displayValue?: string;
  readonly explanation?: string;
  readonly details?: { readonly items?: readonly unknown[] };
}

function readReport({ categories: found, audits }: Report): LighthouseResult {
  return {
    scores: categories.map((name) => found[name]?.score ?? 0),
    failing: categories.flatMap((name) =>
      (found[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
        const audit = audits[id]!;
        return fails(audit) && !BEYOND_THE_PAGE.has(id) ? [readAudit(`${name} (weight ${weight})`, id, audit)] : [];
      }),
    ),
  };
}

/** How long files may be cached is for the host to say; the tree of requests is a drawing, not a verdict. */
const BEYOND_THE_PAGE = new Set(['cache-insight', 'network-dependency-tree-insight']);

function fails({ score, scoreDisplayMode }: ReportAudit): boolean {
  return score !== null && score < 1 && scoreDisplayMode !== 'informative';
}

function readAudit(category: string, id: string, { title, score, displayValue, explanation, details }: ReportAudit): Audit {
  const items = (details?.items ?? []).slice(0, DETAILS_SHOWN).map((item) => JSON.stringify(item, shorten).slice(0, DETAIL_LENGTH));
  return {
    category,
    id,
    title,
    value: [score, displayValue].filter((part) => part !== undefined).join(', '),
    details: [...(explanation ? [explanation] : []), ...items],
  };
}

const TEXT_SHOWN = 160;
/** Of a node on the page, what finds it and what is wrong. */
const NOISE = new Set(['boundingRect', 'lhId', 'path', 'type', 'nodeLabel', 'subItems', 'debugData']);

function shorten(key: string, value: unknown): unknown {
  if (NOISE.has(key)) return undefined;
  return typeof value === 'string' ? value.slice(0, TEXT_SHOWN) : value;
}
