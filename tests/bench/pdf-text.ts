import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPdfText } from '../../src/io/pdf/pdf-text.ts';
import { formatTable } from './table.ts';

/** How many readings without a cache are made; the first, in which the code is compiled, is told apart. */
const ROUNDS = 4;

/** What it cost to read all papers once. */
interface Reading {
  readonly pages: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const folder = resolve(process.env.PAPERS_DIR || '../shared/papers');
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pdf')) : [];
if (names.length === 0) {
  console.error(`There are no PDFs in ${folder}: name a folder that has some, as in PAPERS_DIR=~/papers npm run bench:pdf-text.`);
  process.exit(1);
}

const work = mkdtempSync(join(tmpdir(), 'reading-room-bench-'));
/** What pdf.js alone costs, on this thread: the pieces of every page, of which nothing is made. */
async function readWithPdfJs(): Promise<Reading> {
  const meter = startMeter();
  let pages = 0;
  for (const name of names) {
    const task = getDocument({ data: new Uint8Array(readFileSync(join(folder, name))), verbosity: VerbosityLevel.ERRORS });
    const document = await task.promise;
    for (let page = 1; page <= document.numPages; page++)
      await (await document.getPage(page)).getTextContent({ disableNormalization: true });
    pages += document.numPages;
    await task.destroy();
  }
  return meter(pages);
}

await readWithPdfJs();
const alone = await readWithPdfJs();
const cold = await readAll(join(work, 'cache-0'));
const warm: Reading[] = [];
for (let round = 1; round < ROUNDS; round++) warm.push(await readAll(join(work, `cache-${round}`)));
const cached = await readAll(join(work, 'cache-0'));
rmSync(work, { recursive: true });

const fastest = warm.reduce((best, next) => (next.seconds < best.seconds ? next : best));
console.log(`${names.length} papers, ${cold.pages} pages; ${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}`);
console.log(
  formatTable(
    ['reading', '', 'wall s', 'CPU s', 'pages/s', 'pages/CPU s'],
    [
      row('pdf.js alone, warm, one thread', alone),
      row('first', cold),
      ...warm.map((reading) => row('warm', reading)),
      row('from the cache', cached),
    ],
  ),
);
console.log(`\nfastest warm reading: ${rate(fastest.pages, fastest.seconds)} pages/s`);
console.log(`warm / pdf.js alone: ${(fastest.seconds / alone.seconds).toFixed(2)} of the time`);
console.log(`cached / uncached: ${(cached.seconds / fastest.seconds).toFixed(3)} of the time`);

/** Reads all papers at once, as a build does. */
async function readAll(cacheDir: string): Promise<Reading> {
  const meter = startMeter();
  const results = await Promise.all(names.map((name) => readPdfText(join(folder, name), { cacheDir })));
  return meter(results.reduce((sum, result) => sum + (result.ok ? result.document.pages.length : 0), 0));
}

/** Starts to measure; what it gives stops, and tells what so many pages cost. */
function startMeter(): (pages: number) => Reading {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return (pages) => {
    const { user, system } = process.cpuUsage(cpu);
    return { pages, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  };
}

function row(name: string, { pages, seconds, cpuSeconds }: Reading): string[] {
  return [name, '', seconds.toFixed(2), cpuSeconds.toFixed(2), rate(pages, seconds), rate(pages, cpuSeconds)];
}

function rate(pages: number, seconds: number): string {
  return (pages / seconds).toFixed(0);
}
