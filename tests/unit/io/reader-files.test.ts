import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, PDFDataRangeTransport, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PIECE } from '../../../src/core/reader/opening-parts.ts';
import { makeReaderFiles, type ReaderFiles } from '../../../src/io/reader-files.ts';
import { makePdf } from '../../helpers/make-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-room-reader-files-'));
const cache = join(folder, 'cache');
const path = join(folder, 'lamps.pdf');
const pages = Array.from({ length: 60 }, (_, index) => ({
  lines: Array.from({ length: 25 }, () => `Page ${index + 1} ${'lamp '.repeat(120)}`),
}));
const bytes = makePdf({ pages });
let files: ReaderFiles;

beforeAll(async () => {
  writeFileSync(path, bytes);
  files = await makeReaderFiles(path, cache);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the first page has a picture, a WebP', () => {
  const poster = Buffer.from(files.poster!).toString('latin1');
  expect(poster.slice(0, 4) + poster.slice(8, 12)).toBe('RIFFWEBP');
});

test('the first page can be read from the parts that are named', async () => {
  const { length, index, firstPage } = files.parts;
  const parts = [...index, ...firstPage];
  expect(length).toBe(bytes.length);
  const missing: string[] = [];
  class PartsTransport extends PDFDataRangeTransport {
    override requestDataRange(begin: number, end: number): void {
      if (!parts.some(([first, last]) => first <= begin && end <= last)) missing.push(`${begin}-${end}`);
      setImmediate(() => this.onDataRange(begin, new Uint8Array(bytes.subarray(begin, end))));
    }
  }
  const task = getDocument({
    range: new PartsTransport(length, null),
    rangeChunkSize: PIECE,
    disableAutoFetch: true,
    disableStream: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  const page = await (await task.promise).getPage(1);
  const { items } = await page.getTextContent();
  expect(items.some((item) => 'str' in item && item.str.startsWith('Page 1 lamp'))).toBe(true);
  expect(missing).toEqual([]);
  await task.destroy();
});

test('the same bytes are not read again, whatever the date of the file', async () => {
  utimesSync(path, 1, 1);
  const before = statSync(cache).mtimeMs;
  const { texts, parts, poster } = await makeReaderFiles(path, cache);
  expect({ texts, parts }).toEqual({ texts: files.texts, parts: files.parts });
  expect(Buffer.from(poster!).equals(Buffer.from(files.poster!))).toBe(true);
  expect(statSync(cache).mtimeMs).toBe(before);
});
