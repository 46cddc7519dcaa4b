import { detectLocale, locales, type Locale } from '../site/locale.ts';
import { plainTitle, type Note } from '../note/note.ts';
import type { SectionKind } from '../note/headings.ts';
import { yearOf } from '../note/partial-date.ts';
import { namesOf, type Keyword } from '../keyword/vocabulary.ts';
import { foldText, segmentText } from './segment.ts';
import { greekReading, joinedName, nameKey } from './greek.ts';
import { MARKS } from './marks.ts';

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
export const metaWeights = { title: 5, zt: 5, nm: 8, kw: 3, al: 2, gl: 0.5, in: 1, nt: 1 } as const;

/**
 * Stands between the passages of a record; the index counts it as a word and cannot find it. Repeated, it begins a part
 * of the note's body: as often as the part's place in `BODY` says.
 */
const BREAK = '¶';
const NONE = '–';

/** Where in a record a passage stands; those of the note's body begin with `key-points`. */
export const recordParts = ['title', 'authors', 'venue', 'keywords', 'key-points', 'abstract', 'other', 'questions'] as const;

/** Where in a record a passage stands. */
export type RecordPart = (typeof recordParts)[number];

/** A stretch of a note's body as it is indexed. */
export interface BodyPassage {
  readonly part: SectionKind;
  readonly text: string;
}

/** The parts of a record that come before the note's body, in their order. */
const HEAD: readonly RecordPart[] = ['title', 'title', 'authors', 'venue', 'keywords'];
/** The parts of a note's body: a break of so many signs begins one. */
const BODY = ['key-points', 'abstract', 'other', 'questions'] as const satisfies readonly RecordPart[];

/** A note and what belongs to it, ready to be indexed. */
export interface RecordSource {
  readonly note: Note;
  readonly keywords: readonly Keyword[];
  /** The note's body as plain passages (a paragraph, a list item), in any language, without formulas. */
  readonly passages: readonly BodyPassage[];
}

/**
 * The search record of a note. Its first passages are fixed: title, Chinese title, authors, standing, keywords.
 * Keywords bring their labels in both languages, and, where nobody reads them, all their names.
 */
export function createRecord({ note, keywords, passages }: RecordSource): SearchRecord {
  const [title, titleZh] = [plainTitle(note, 'en'), note.titleZh ? plainTitle(note, 'zh') : ''];
  const names = new Set(keywords.flatMap(namesOf).filter((name) => !isSlug(name, keywords)));
  const labels = [...new Set(keywords.flatMap(({ label }) => [label.en, label.zh]))].join(' ; ');
  const year = note.date ? String(yearOf(note.date)) : NONE;
  const standing = [note.status, ...(note.venue ? [note.venue] : []), year].join(' ');
  const head = [title, titleZh, note.authors.join(' ; '), standing, labels].map(contentOf).join(` ${BREAK} `);
  const questions = note.questions.flatMap((question) => locales.flatMap((locale) => question[locale] ?? []));
  const body = passages.map(({ part, text }) => ` ${breakBefore(part)} ${contentOf(text)}`);
  const asked = questions.map((text, index) => ` ${breakBefore('questions')}${index === 0 ? MARKS.questions : ''} ${contentOf(text)}`);
  const called = namesIn(note, title);
  const plainWords = keywords
    .flatMap(({ gloss, paraphrases }) => [gloss.en, gloss.zh, ...paraphrases])
    .filter((text) => text !== undefined);
  const meta = {
    title,
    zt: segmentText(titleZh).join(' '),
    kw: joinPassages([...names]),
    nm: [...new Set([note.id, ...called].map(nameKey))].join(' '),
    al: joinPassages(
      [note.id, ...called, ...[note.id, ...called].map(joinedName), greekReading(title), ...note.alternativeTitles].filter(Boolean),
    ),
    gl: joinPassages(plainWords),
    in: onlyLanguage(passages),
    nt: MARKS.note,
  };
  return { url: note.id, content: head + body.join('') + asked.join(''), meta };
}

function breakBefore(part: (typeof BODY)[number]): string {
  return BREAK.repeat(BODY.indexOf(part) + 1);
}

/** The mark of a note whose body is in one language alone; empty where it is in both, or there is none. */
function onlyLanguage(passages: readonly BodyPassage[]): string {
  const [only, other] = new Set(passages.map(({ text }) => detectLocale(text)));
  return only !== undefined && other === undefined ? MARKS.only[only] : '';
}

/** Whether a name only repeats a label with hyphens. */
function isSlug(name: string, keywords: readonly Keyword[]): boolean {
  return keywords.some(({ id, label }) => id === name && foldText(label.en) === name.replaceAll('-', ' '));
}

/** Names of several words are found by their words. */
const NAME_LENGTH = 32;

/** The names by which a paper is known beside its id: what its titles begin with before a colon, and its short title. */
function namesIn({ shortTitle, alternativeTitles }: Note, title: string): string[] {
  const called = [title, ...alternativeTitles].flatMap((text) => /^[^:：]+(?=[:：])/u.exec(text)?.[0] ?? []);
  return [...(shortTitle === undefined ? [] : [shortTitle]), ...called].filter((name) => name.length <= NAME_LENGTH);
}

/** Passages as the content of a record without a head: tokens with single spaces between them, and a mark between the passages. */
export function joinPassages(passages: readonly string[]): string {
  return passages.map(contentOf).join(` ${BREAK} `);
}

function contentOf(text: string): string {
  return segmentText(text.replaceAll(BREAK, ' ')).join(' ');
}

/** A stretch of a record's tokens. */
export interface Passage {
  readonly part: RecordPart;
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
  /** The passages before the note's body: titles, authors, venue, keywords. */
  readonly head: readonly Passage[];
  /** The note's body. */
  readonly body: readonly Passage[];
}

/** Reads the content of a record that `createRecord` made. */
export function readRecord(content: string): ReadRecord {
  const [title, titleZh, authors, standing, keywords, ...body] = readPassages(content, HEAD);
  const [status = '', ...facts] = standing?.tokens ?? [];
  const year = facts.pop() ?? NONE;
  const nothing: Passage = { part: 'title', locale: 'en', start: 0, tokens: [] };
  return {
    title: title ?? nothing,
    titleZh: titleZh ?? nothing,
    authors: (authors?.tokens ?? []).join(' ').split(' ; ').filter(Boolean),
    status,
    venue: facts.join(' '),
    year: year === NONE ? '' : year,
    head: [title, titleZh, authors, standing, keywords].filter((passage) => passage !== undefined),
    body: body.filter(({ tokens }) => tokens.length > 0),
  };
}

const IS_BREAK = new RegExp(`^(${BREAK}+)(?:${MARKS.questions})?$`, 'u');

/** The passages of a record's content, of which the first are the parts of its head. */
export function readPassages(content: string, head: readonly RecordPart[] = []): Passage[] {
  const passages: Passage[] = [];
  let start = 0;
  let tokens: string[] = [];
  let body: (typeof BODY)[number] = 'other';
  const close = () => {
    passages.push({ part: head[passages.length] ?? body, locale: detectLocale(tokens.join('')), start, tokens });
    start += tokens.length + 1;
    tokens = [];
  };
  for (const token of content.split(/\s+/u)) {
    const [, signs] = IS_BREAK.exec(token) ?? [];
    if (signs === undefined) {
      tokens.push(token);
      continue;
    }
    close();
    body = BODY[signs.length - 1] ?? 'other';
  }
  close();
  return passages;
}
