import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TextItem } from '../../../src/core/pdf/content.ts';
import { findPhrase, foldText } from '../../../src/core/pdf/find-phrase.ts';
import { itemRanges } from '../../../src/core/pdf/source.ts';
import type { PdfDocumentText } from '../../../src/io/pdf/document-text.ts';
import { readPdfText } from '../../../src/io/pdf/pdf-text.ts';
import { seededRandom } from '../../helpers/random.ts';

const papers = resolve(process.env.PAPERS_DIR || '../shared/papers');
const names = existsSync(papers) ? readdirSync(papers).filter((name) => name.endsWith('.pdf')) : [];
const PATIENCE = 300_000;

/** A line of a page as pdf.js gives it, before anything is done to it. */
interface RawLine {
  readonly page: number;
  readonly text: string;
}

/** Reads the pieces of a few pages with the options of the viewer's text layer. */
async function rawItems(name: string, pages: readonly number[]): Promise<Map<number, TextItem[]>> {
  const task = getDocument({ data: new Uint8Array(readFileSync(join(papers, name))), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const items = new Map<number, TextItem[]>();
  for (const page of pages) {
    const content = await (await document.getPage(page)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
    items.set(
      page,
      content.items.filter((item) => 'str' in item),
    );
  }
  await task.destroy();
  return items;
}

function linesOf(page: number, items: readonly TextItem[]): RawLine[] {
  const lines: RawLine[] = [];
  let text = '';
  for (const { str, hasEOL } of items) {
    text += str;
    if (!hasEOL) continue;
    lines.push({ page, text });
    text = '';
  }
  return [...lines, { page, text }];
}

describe.skipIf(names.length === 0)('the real papers', () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'reading-room-papers-'));
  const documents = new Map<string, PdfDocumentText>();
  afterAll(() => rmSync(cacheDir, { recursive: true }));
  beforeAll(async () => {
    await Promise.all(
      names.map(async (name) => {
        const result = await readPdfText(join(papers, name), { cacheDir });
        if (result.ok) documents.set(name, result.document);
      }),
    );
  }, PATIENCE);

  /** Every page that a check finds fault with, with what it found. */
  const faults = (find: (text: string, document: PdfDocumentText) => readonly string[]) =>
    [...documents].flatMap(([name, document]) =>
      document.pages.flatMap(({ text }, index) => find(text, document).map((found) => `${name} p. ${index + 1}: ${found}`)),
    );

  test('are all read', () => {
    expect([...documents.keys()].sort()).toEqual([...names].sort());
    expect(faults((text) => (text.length < 20 ? [text] : []))).toEqual([]);
  });

  test('have no line numbers of the margin, no running heads', () => {
    expect(faults((text) => text.match(/(?:\b\d{3}\s+){4,}\d{3}\b/g)?.filter(counts) ?? [])).toEqual([]);
    expect(faults((text) => text.match(/Under review as a conference paper at.*/g) ?? [])).toEqual([]);
  });

  test('have whole words in headings that are set in small capitals', () => {
    const split = (text: string, document: PdfDocumentText) => {
      const words = wordsOf(document);
      return [...text.matchAll(/(?<!\p{L})(\p{Lu}) (\p{Lu}{2,})/gu)]
        .filter(([, letter, rest]) => words.has((letter! + rest!).toLowerCase()) && !words.has(rest!.toLowerCase()))
        .map(([found]) => found);
    };
    expect(faults(split)).toEqual([]);
  });

  test('have no ligatures, no hyphens at ends of lines, no accents without letters', () => {
    expect(faults((text) => text.match(/[\uFB00-\uFB06]/g) ?? [])).toEqual([]);
    // Two are left where a table sets its cells beside one another.
    expect(faults((text) => text.match(/\p{Ll}+- ?\n\p{Ll}+/gu) ?? []).length).toBeLessThanOrEqual(2);
    expect(faults((text) => text.match(/\p{L}\p{Ll}[\u00a8\u00b4\u02c7]\p{Ll}{2}/gu) ?? [])).toEqual([]);
  });

  test(
    'hold phrases of six words on their pages, and lead back to the pieces of the text layer',
    async () => {
      const random = seededRandom(7);
      const missed: string[] = [];
      const misled: string[] = [];
      for (const [name, document] of documents) {
        const pages = Array.from({ length: 5 }, () => 1 + Math.floor(random() * document.pages.length));
        const items = await rawItems(name, pages);
        for (const page of pages) {
          const lines = linesOf(page, items.get(page)!).filter(({ text }) => text.trim().split(/\s+/).length >= 6);
          const clean = document.pages[page - 1]!;
          for (let count = 0; count < 3 && lines.length > 0; count++) {
            const words = lines[Math.floor(random() * lines.length)]!.text.trim().split(/\s+/);
            const first = Math.floor(random() * (words.length - 5));
            const phrase = words.slice(first, first + 6).join(' ');
            if (/Under review as|as a conference paper/.test(phrase)) continue;
            const [found] = findPhrase(clean.text, phrase);
            if (!found) missed.push(`${name} p. ${page}: ${phrase}`);
            else {
              const back = itemRanges(clean, found.start, found.end).map(({ item, start, end }) =>
                items.get(page)![item]!.str.slice(start, end),
              );
              if (foldText(back.join('')).text !== foldText(clean.text.slice(found.start, found.end)).text) misled.push(back.join('|'));
            }
          }
        }
      }
      expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(3);
      expect(misled).toEqual([]);
    },
    PATIENCE,
  );
});

/** Whether numbers follow one another as those of lines do. */
function counts(numbers: string): boolean {
  const values = numbers.trim().split(/\s+/).map(Number);
  return values.every((value, index) => index === 0 || value === values[index - 1]! + 1);
}

const vocabularies = new WeakMap<PdfDocumentText, Set<string>>();

/** The words that a document holds in small letters. */
function wordsOf(document: PdfDocumentText): Set<string> {
  const known = vocabularies.get(document);
  if (known) return known;
  const words = new Set(document.pages.flatMap(({ text }) => text.match(/\p{Ll}{2,}/gu) ?? []));
  vocabularies.set(document, words);
  return words;
}
