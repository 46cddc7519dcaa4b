import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { formatOpeningParts, parseOpeningParts, type OpeningParts } from '../core/reader/opening-parts.ts';
import { parsePreparedTexts, type PreparedTexts } from '../core/reader/prepared-texts.ts';

/** What is published beside a PDF so that it opens at once and is searched without being read. */
export interface ReaderFiles {
  /** The first page as a WebP of 4/3 pixels a point; undefined where it could not be drawn. */
  readonly poster?: Uint8Array;
  readonly texts: PreparedTexts;
  /** Which bytes of the PDF its first page takes. */
  readonly parts: OpeningParts;
}

/** Changes whenever the files are made differently. */
const RECIPE = '4';

const require = createRequire(import.meta.url);

/**
 * Makes what is published beside a PDF, or takes it from the cache if the same bytes were seen before.
 * @param path The PDF.
 * @param cacheDir The folder in which the files are kept; it may be deleted at any time.
 * @throws What pdf.js says of a file that it cannot read.
 */
export async function makeReaderFiles(path: string, cacheDir: string): Promise<ReaderFiles> {
  const bytes = readFileSync(path);
  const { version } = require('pdfjs-dist/package.json') as { version: string };
  const name = createHash('sha256').update(`${version} ${RECIPE}\n`).update(bytes).digest('hex');
  const kept = fromCache(join(cacheDir, name));
  if (kept) return kept;
  const made = await makeOnThread(new Uint8Array(bytes));
  toCache(join(cacheDir, name), made);
  return made;
}

function fromCache(entry: string): ReaderFiles | undefined {
  try {
    const texts = parsePreparedTexts(JSON.parse(readFileSync(`${entry}.json`, 'utf8')));
    const parts = parseOpeningParts(readFileSync(`${entry}.parts`, 'utf8'));
    const poster = readFileSync(`${entry}.webp`);
    return texts && parts && { texts, parts, ...(poster.length > 0 && { poster }) };
  } catch {
    return undefined;
  }
}

function toCache(entry: string, { poster, texts, parts }: ReaderFiles): void {
  mkdirSync(dirname(entry), { recursive: true });
  for (const [name, content] of [
    [`${entry}.webp`, poster ?? ''],
    [`${entry}.parts`, formatOpeningParts(parts)],
    [`${entry}.json`, JSON.stringify(texts)],
  ] as const) {
    // prettier-ignore
    writeFileSync(`${name}.${process.pid}`, content);
    renameSync(`${name}.${process.pid}`, name);
  }
}

interface Answer {
  readonly files?: ReaderFiles;
  readonly error?: string;
}

let thread: Worker | undefined;

/** Hands a PDF to the thread that draws, one at a time; the thread does not keep the process from ending. */
function makeOnThread(bytes: Uint8Array): Promise<ReaderFiles> {
  thread ??= new Worker(new URL('./draw-reader-files.ts', import.meta.url));
  const worker = thread;
  return new Promise((resolve, reject) => {
    const onEnd = (cause: unknown): void => {
      thread = undefined;
      reject(new Error(`The thread that draws pages ended: ${String(cause)}`));
    };
    worker.ref();
    worker.once('error', onEnd).once('exit', onEnd);
    worker.once('message', ({ files, error }: Answer) => {
      worker.off('error', onEnd).off('exit', onEnd);
      worker.unref();
      if (files) resolve(files);
      else reject(new Error(error));
    });
    worker.postMessage(bytes);
  });
}
