import type { FoundCollection, FoundPaper, Unread } from './found-paper.ts';
import { paperFromReference, type Reference, type ReferenceName } from './reference.ts';

const TAG = /^([A-Z][A-Z0-9]) {1,2}- ?(.*)$/;

interface Field {
  readonly tag: string;
  value: string;
  readonly line: number;
}

/**
 * Reads RIS, in which every line begins with a tag of two characters and every record ends with `ER`. Tags that a note has
 * no place for are passed over. Records that are cut off, or that have no title, are told and left out.
 * Follows the tags that Zotero, EndNote and Mendeley write.
 */
export function readRis(source: string): FoundCollection {
  const papers: FoundPaper[] = [];
  const unread: Unread[] = [];
  let record: Field[] = [];
  const close = () => {
    const reference = toReference(record);
    if (reference) papers.push(paperFromReference(reference));
    else if (record.length > 0) unread.push({ line: record[0]!.line, reason: 'The record has no title (TI or T1).' });
    record = [];
  };
  source
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((text, index) => {
      const line = index + 1;
      const [, tag, value = ''] = TAG.exec(text) ?? [];
      if (tag === 'ER') close();
      else if (tag === 'TY' && record.length > 0) {
        unread.push({ line: record[0]!.line, reason: 'The record is not closed with a line “ER  - ” before the next one begins.' });
        record = [{ tag, value, line }];
      } else if (tag) record.push({ tag, value: value.trim(), line });
      else if (text.trim() !== '') continueField(text, { record, unread, line });
    });
  if (record.length > 0) unread.push({ line: record[0]!.line, reason: 'The record is cut off: no line “ER  - ” closes it.' });
  return { papers, unread, templates: [] };
}

/** A line without a tag goes on with the value of the line before it. */
function continueField(text: string, { record, unread, line }: { record: Field[]; unread: Unread[]; line: number }): void {
  const last = record.at(-1);
  if (last) last.value += `\n${text.trim()}`;
  else unread.push({ line, reason: `“${text.trim().slice(0, 60)}” stands outside a record: a record begins with a line “TY  - ”.` });
}

function toReference(fields: readonly Field[]): Reference | undefined {
  const all = (...tags: string[]) =>
    tags.flatMap((tag) => fields.filter((field) => field.tag === tag && field.value !== '').map(({ value }) => value));
  const [title] = all('TI', 'T1', 'CT');
  if (title === undefined) return undefined;
  const numbers = all('N1', 'M1', 'C7', 'AN').map((note) => /arxiv:\s*(\S+)/i.exec(note)?.[1]);
  return {
    title,
    authors: all('AU', 'A1').map(risName),
    date: readDate(all('DA')[0], all('PY', 'Y1')[0]),
    container: all('T2', 'JO', 'JF', 'C3', 'BT', 'JA')[0],
    doi: all('DO')[0],
    arxiv: numbers.find((id) => id !== undefined),
    urls: all('UR', 'L1', 'L2', 'LK').flatMap((value) => value.split(/[;\s]+(?=https?:)/)),
    keywords: all('KW').flatMap((value) => value.split(/\n/)),
    abstract: all('AB', 'N2')[0],
    notes: all('N1'),
    line: fields[0]!.line,
  };
}

function risName(name: string): ReferenceName {
  const [family = '', given] = name.split(',').map((part) => part.trim());
  return given ? { family, given } : { literal: family };
}

function readDate(...texts: readonly (string | undefined)[]): number[] {
  const [best = []] = texts
    .map((text) => [...(text ?? '').matchAll(/\d+/g)].map(([digits]) => Number(digits)))
    .sort((a, b) => b.length - a.length);
  return (best[0] ?? 0) > 999 ? best.slice(0, 3) : [];
}
