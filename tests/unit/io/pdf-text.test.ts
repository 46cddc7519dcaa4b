import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { extractionVersion } from '../../../src/io/pdf/extraction-version.ts';
import { localPdfFiles, type PdfFiles } from '../../../src/io/pdf/pdf-files.ts';
import { readPdfText } from '../../../src/io/pdf/pdf-text.ts';
import { lanternPages, tinyPdf } from '../../helpers/tiny-pdf.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-room-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
/** Writes a file and reads it as a PDF, with a cache of its own unless one is given. */
async function read(content: string | Uint8Array, cacheDir = join(folder, `cache-${++files}`)) {
  const path = join(folder, `file-${++files}.pdf`);
  writeFileSync(path, content, 'latin1');
  return readPdfText(path, { cacheDir });
}

describe('a PDF', () => {
  test('gives the text of its pages', async () => {
    const result = await read(tinyPdf(lanternPages));
    expect(result).toMatchObject({ ok: true, document: { outline: [], unreadablePages: [] } });
    expect(result.ok && result.document.pages.map(({ text }) => text)).toEqual(lanternPages.map((lines) => lines.join('\n')));
    expect(result.ok && result.document.labels).toBeUndefined();
  });

  test('gives the names of its pages and its table of contents', async () => {
    const catalog = '/PageLabels << /Nums [0 << /S /r /St 4 >> 2 << /S /D >>] >> /Outlines 10 0 R ';
    const objects = [
      '<< /First 11 0 R >>',
      '<< /Title (Method) /Dest [5 0 R /Fit] /First 12 0 R >>',
      '<< /Title (Nowhere) /Dest (none) >>',
    ];
    const result = await read(tinyPdf(lanternPages, { catalog, objects }));
    expect(result.ok && result.document.labels).toEqual(['iv', 'v', '1']);
    expect(result.ok && result.document.outline).toEqual([{ title: 'Method', page: 2, entries: [{ title: 'Nowhere', entries: [] }] }]);
  });

  test('whose pages are pictures has pages without text', async () => {
    const result = await read(tinyPdf([[], []]));
    expect(result.ok && result.document.pages).toEqual([
      { text: '', source: [] },
      { text: '', source: [] },
    ]);
  });

  test('many are read at once, each on its own', async () => {
    const words = Array.from({ length: 20 }, (_, index) => `word ${index}`);
    const results = await Promise.all(words.map((word) => read(tinyPdf([[word]]))));
    expect(results.map((result) => result.ok && result.document.pages[0]?.text)).toEqual(words);
  });
});

describe('a bad file is a result that says what is wrong', () => {
  const whole = tinyPdf(lanternPages);
  const locked = tinyPdf([['secret']], {
    trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >> `,
  });
  test.each([
    ['empty', ''],
    ['not-a-pdf', '<!doctype html><title>Sign in</title>'],
    ['truncated', whole.slice(0, 200)],
    ['encrypted', locked],
    ['damaged', '%PDF-1.4\nnothing of a PDF\n%%EOF\n'],
  ])('%s', async (fault, content) => {
    const result = await read(content);
    expect(result).toEqual({
      ok: false,
      error: { fault, message: expect.stringMatching(/^[A-Z].*\.$/), hint: expect.stringMatching(/^[A-Z].*\.$/) },
    });
  });

  test('missing, or a folder', async () => {
    mkdirSync(join(folder, 'inner.pdf'));
    for (const name of ['nowhere.pdf', 'inner.pdf']) {
      expect(await readPdfText(join(folder, name), { cacheDir: folder })).toMatchObject({ ok: false, error: { fault: 'missing' } });
    }
  });

  test('and the next good file is read as if nothing had been', async () => {
    expect(await read(tinyPdf([['still here']]))).toMatchObject({ ok: true, document: { pages: [{ text: 'still here' }] } });
  });
});

describe('the cache', () => {
  const entries = (cacheDir: string) => readdirSync(cacheDir).map((name) => join(cacheDir, name));

  test('keeps one entry for a content, whatever the name of the file, and gives it back', async () => {
    const cacheDir = join(folder, 'shared');
    const first = await read(tinyPdf([['kept']]), cacheDir);
    const [entry] = entries(cacheDir);
    expect(entries(cacheDir)).toHaveLength(1);
    const body = readFileSync(entry!, 'utf8');
    expect(await read(tinyPdf([['kept']]), cacheDir)).toEqual(first);
    expect(entries(cacheDir)).toEqual([entry]);
    expect(readFileSync(entry!, 'utf8')).toBe(body);
    await read(tinyPdf([['another']]), cacheDir);
    expect(entries(cacheDir)).toHaveLength(2);
  });

  test('is what a second reading comes from: nothing is written then', async () => {
    const path = join(folder, 'read-twice.pdf');
    writeFileSync(path, tinyPdf([['once']]), 'latin1');
    const replace = vi.fn(localPdfFiles.replace);
    const options = { cacheDir: join(folder, 'twice'), files: { ...localPdfFiles, replace } satisfies PdfFiles };
    const first = await readPdfText(path, options);
    expect(await readPdfText(path, options)).toEqual(first);
    expect(replace).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['cut short', (body: string) => body.slice(0, -10)],
    ['changed', (body: string) => body.replace('whole', 'hole!')],
    ['emptied', () => ''],
  ])('mends an entry that was %s', async (_, damage) => {
    const cacheDir = join(folder, `damaged-${++files}`);
    const first = await read(tinyPdf([['whole']]), cacheDir);
    const [entry] = entries(cacheDir);
    const body = readFileSync(entry!, 'utf8');
    writeFileSync(entry!, damage(body));
    expect(await read(tinyPdf([['whole']]), cacheDir)).toEqual(first);
    expect(readFileSync(entry!, 'utf8')).toBe(body);
  });

  test('that cannot be written costs only time', async () => {
    const path = join(folder, 'blocked');
    writeFileSync(path, 'a file stands where the folder would');
    expect(await read(tinyPdf([['text']]), join(path, 'cache'))).toMatchObject({ ok: true });
  });

  test('leaves no temporary files, also when writing fails', async () => {
    const target = join(folder, 'taken');
    mkdirSync(join(target, 'entry.json', 'inner'), { recursive: true });
    expect(() => localPdfFiles.replace(join(target, 'entry.json'), 'text')).toThrow();
    expect(readdirSync(target)).toEqual(['entry.json']);
  });

  test('is named by the code too', () => {
    expect(extractionVersion()).toMatch(/^[0-9a-f]{64}$/);
  });
});
