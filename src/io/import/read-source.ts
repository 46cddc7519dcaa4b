import { readCslJson, SourceError } from '../../core/import/csl-json.ts';
import type { FoundCollection } from '../../core/import/found-paper.ts';
import { readLines } from '../../core/import/markdown-lines.ts';
import { entryDepth, readReadingList } from '../../core/import/reading-list.ts';
import { readRis } from '../../core/import/ris.ts';
import { readLinkList } from '../../markdown/link-list.ts';
import type { Disk } from '../disk.ts';
import { decodeText } from './decode.ts';

/** Larger than any list of papers: the reading list of 23 papers has 83 kB. */
const LARGEST = 16 * 1024 * 1024;

/** The shapes of files that can be imported. */
export type SourceFormat = 'reading-list' | 'link-list' | 'bibtex' | 'csl-json' | 'ris';

/** A source that was read. */
export interface ReadSource {
  readonly format: SourceFormat;
  readonly found: FoundCollection;
}

/**
 * Reads a list of papers in whatever shape it has.
 * @param file The path, as its owner wrote it.
 * @throws {SourceError} where the file does not exist, is too large, is not UTF-8 or holds no list.
 */
export async function readSource(file: string, disk: Disk): Promise<ReadSource> {
  const size = disk.size(file);
  if (size === undefined) throw new SourceError(`There is no file ${file}. Name a README, a .bib, .ris or CSL-JSON file.`);
  if (size > LARGEST) {
    throw new SourceError(
      `${file} has ${Math.round(size / 1e6)} MB; a list of papers has at most ${LARGEST / 1024 / 1024} MB. Cut it into several files and import one after the other.`,
    );
  }
  const text = decodeText(disk.bytes(file)!, file);
  const format = formatOf(file, text);
  const found = await readers[format](text);
  if (found.papers.length === 0 && found.templates.length === 0 && found.unread.length === 0) throw noList(file, format);
  return { format, found };
}

const readers: Readonly<Record<SourceFormat, (text: string) => FoundCollection | Promise<FoundCollection>>> = {
  'reading-list': (text) => readReadingList(text, entryDepth(readLines(text)) ?? 2),
  'link-list': readLinkList,
  'csl-json': readCslJson,
  ris: readRis,
  // The BibTeX parser is large; commands that do not need it start without it.
  bibtex: async (text) => (await import('./bibtex.ts')).readBibtex(text),
};

function formatOf(file: string, text: string): SourceFormat {
  const start = text.slice(0, 100_000);
  if (/\.bib$/i.test(file)) return 'bibtex';
  if (/\.ris$/i.test(file)) return 'ris';
  if (/\.json$/i.test(file)) return 'csl-json';
  if (/^\s*TY {1,2}- /m.test(start)) return 'ris';
  if (/^\s*[[{]\s*[{"\]]/.test(start)) return 'csl-json';
  if (!/^#{1,6}\s/m.test(start) && /^\s*@\w+\s*[{(]/m.test(start)) return 'bibtex';
  return entryDepth(readLines(text)) === undefined ? 'link-list' : 'reading-list';
}

const EXPECTED: Readonly<Record<SourceFormat, string>> = {
  'reading-list': 'no paper has a title',
  'link-list': 'it has neither headings with sections such as 关键字 or 摘要 below them, nor list items or tables that link to papers',
  bibtex: 'it has no entry such as “@article{key, title = {…}}”',
  'csl-json': 'it has no item with a title',
  ris: 'it has no record that begins with “TY  - ”',
};

function noList(file: string, format: SourceFormat): SourceError {
  return new SourceError(`${file} is not a list of papers: ${EXPECTED[format]}. Nothing was imported.`);
}
