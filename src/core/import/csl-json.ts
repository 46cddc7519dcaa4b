import type { FoundCollection, FoundPaper, Unread } from './found-paper.ts';
import { paperFromReference, type ReferenceName } from './reference.ts';

type Item = Readonly<Record<string, unknown>>;

/** Text that is not what its name promises; the message says where and what to do. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/**
 * Reads CSL-JSON: a list of items, or one item.
 * @throws {SourceError} where the text is no JSON.
 */
export function readCslJson(source: string): FoundCollection {
  const text = source.replace(/^\uFEFF/, '');
  const data = parseJson(text);
  const items = Array.isArray(data) ? (data as unknown[]) : [isItem(data) && Array.isArray(data.items) ? data.items : data].flat();
  const papers: FoundPaper[] = [];
  const unread: Unread[] = [];
  const lineOf = lineFinder(text);
  items.forEach((item, index) => {
    const title = isItem(item) ? textOf(item.title) : undefined;
    if (!isItem(item) || title === undefined) {
      unread.push({
        line: isItem(item) && item.id !== undefined ? lineOf(JSON.stringify(item.id)) : 1,
        reason: `Item ${index + 1} has no title${isItem(item) && item.id !== undefined ? ` (its id is “${String(item.id)}”)` : ''}.`,
      });
    } else papers.push(paperFromItem(item, { title, line: lineOf(JSON.stringify(title)) }));
  });
  return { papers, unread, templates: [] };
}

/** What one CSL-JSON item says of a paper. */
export function paperFromItem(item: Item, { title, line }: { readonly title: string; readonly line: number }): FoundPaper {
  const number = /^arxiv:\s*(.+)$/i.exec(textOf(item.number) ?? textOf(item.note) ?? '')?.[1];
  const isArxiv = /arxiv/i.test(textOf(item.publisher) ?? textOf(item.archive) ?? '');
  return paperFromReference({
    title,
    authors: Array.isArray(item.author) ? item.author.filter(isItem).map(readName) : [],
    date: readDate(item.issued),
    container: textOf(item['container-title']) ?? textOf(item['event-title']),
    doi: textOf(item.DOI),
    arxiv: number ?? (isArxiv ? textOf(item.archive_location) : undefined),
    urls: [textOf(item.URL)].filter((url) => url !== undefined),
    keywords: keywordsOf(item.keyword),
    abstract: textOf(item.abstract),
    notes: [textOf(item.note)].filter((note) => note !== undefined),
    line,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SourceError(`The file is no JSON: ${(error as Error).message}. Export it again as CSL-JSON.`, { cause: error });
  }
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? (value[0] as unknown) : value;
  if (typeof text === 'number') return String(text);
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function readName(name: Item): ReferenceName {
  const particle = textOf(name['non-dropping-particle']) ?? textOf(name['dropping-particle']);
  const family = [particle, textOf(name.family)].filter(Boolean).join(' ');
  return { family: family || undefined, given: textOf(name.given), literal: textOf(name.literal) };
}

function readDate(issued: unknown): number[] {
  if (!isItem(issued)) return [];
  const parts = Array.isArray(issued['date-parts']) ? (issued['date-parts'][0] as unknown) : undefined;
  const raw = textOf(issued.raw) ?? textOf(issued.literal) ?? '';
  return (Array.isArray(parts) ? parts : (raw.match(/\d+/g) ?? [])).map(Number).filter(Number.isInteger).slice(0, 3);
}

function keywordsOf(keyword: unknown): string[] {
  return Array.isArray(keyword) ? keyword.map(String) : (textOf(keyword) ?? '').split(/[,;，；]/);
}

/** Finds the line of one text after the other; each is looked for behind the one before, so that a file is read once. */
function lineFinder(source: string): (needle: string) => number {
  let offset = 0;
  let line = 1;
  return (needle) => {
    const at = source.indexOf(needle, offset);
    if (at >= 0) {
      for (let index = source.indexOf('\n', offset); index >= 0 && index < at; index = source.indexOf('\n', index + 1)) line++;
      offset = at;
    }
    return line;
  };
}
