import { detectLocale, type Locale } from '../site/locale.ts';
import { plainTitle, type Note } from '../note/note.ts';
import { yearOf } from '../note/partial-date.ts';
import { namesOf, type Keyword } from '../keyword/vocabulary.ts';
import { segmentText } from './segment.ts';
import { greekReading } from './greek.ts';

/** What the search index keeps of a note. */
export interface SearchRecord {
  /** The note's id; the pages make an address of it. */
  readonly url: string;
  /** All searchable text as tokens with single spaces between them; see `readRecord`. */
  readonly content: string;
  /** Words that count for more than the text: searched, never shown. */
  readonly meta: Readonly<Record<string, string>>;
}

/** How much a word counts when it stands in one of the record's metas. Plain text counts 1. */
export const metaWeights = { title: 5, zt: 5, kw: 3, al: 2 } as const;

/** Stands between the passages of a record; the index counts it as a word and cannot find it. */
const BREAK = '¶';
const NONE = '–';

/** A note and what belongs to it, ready to be indexed. */
export interface RecordSource {
  readonly note: Note;
  readonly keywords: readonly Keyword[];
  /** The note's body as plain passages (a paragraph, a list item), in any language, without formulas. */
  readonly passages: readonly string[];
}

/**
 * The search record of a note. Its first passages are fixed: title, Chinese title, authors, standing, keywords.
 * Keywords bring all their names, so that a note is found by words of either language.
 */
export function createRecord({ note, keywords, passages }: RecordSource): SearchRecord {
  const [title, titleZh] = [plainTitle(note, 'en'), note.titleZh ? plainTitle(note, 'zh') : ''];
  const names = [...new Set(keywords.flatMap(namesOf))].join(' ; ');
  const year = note.date ? String(yearOf(note.date)) : NONE;
  const standing = [note.status, ...(note.venue ? [note.venue] : []), year].join(' ');
  const parts = [title, titleZh, note.authors.join(' ; '), standing, names, ...passages];
  const meta = {
    title,
    zt: segmentText(titleZh).join(' '),
    kw: segmentText(names).join(' '),
    al: [greekReading(title), note.id].filter(Boolean).join(' '),
  };
  return { url: note.id, content: joinPassages(parts), meta };
}

/** Passages as the content of a record: tokens with single spaces between them, and a mark between the passages. */
export function joinPassages(passages: readonly string[]): string {
  return passages.map((passage) => segmentText(passage.replaceAll(BREAK, ' ')).join(' ')).join(` ${BREAK} `);
}

/** A stretch of a record's tokens. */
export interface Passage {
  readonly locale: Locale;
  /** Where its first token stands among all tokens of the record, counted from 0. */
  readonly start: number;
  readonly tokens: readonly string[];
}

/** A record read back, so that a result can be shown without another request. */
export interface ReadRecord {
  readonly title: Passage;
  /** Empty where the note has no Chinese title. */
  readonly titleZh: Passage;
  readonly authors: readonly string[];
  readonly status: string;
  readonly venue: string;
  /** Empty where the note has no date. */
  readonly year: string;
  /** The text below the head of the record. */
  readonly body: readonly Passage[];
}

/** Reads the content of a record that `createRecord` made. */
export function readRecord(content: string): ReadRecord {
  const [title, titleZh, authors, standing, , ...body] = readPassages(content);
  const [status = '', ...facts] = standing?.tokens ?? [];
  const year = facts.pop() ?? NONE;
  const nothing: Passage = { locale: 'en', start: 0, tokens: [] };
  return {
    title: title ?? nothing,
    titleZh: titleZh ?? nothing,
    authors: (authors?.tokens ?? []).join(' ').split(' ; ').filter(Boolean),
    status,
    venue: facts.join(' '),
    year: year === NONE ? '' : year,
    body: body.filter(({ tokens }) => tokens.length > 0),
  };
}

/** The passages of a record's content. */
export function readPassages(content: string): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  let tokens: string[] = [];
  const all = content.split(/\s+/u);
  for (const [index, token] of all.entries()) {
    if (token !== BREAK) tokens.push(token);
    if (token !== BREAK && index < all.length - 1) continue;
    passages.push({ locale: detectLocale(tokens.join('')), start, tokens });
    [start, tokens] = [index + 1, []];
  }
  return passages;
}
