import type { Locale } from '../site/locale.ts';
import { recordParts, type Passage, type ReadRecord, type RecordPart } from './record.ts';
import { isSpaced } from './segment.ts';

/** A piece of a text, marked where it matches the query. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** A text to show, in its language. */
export interface MarkedText {
  readonly locale: Locale;
  readonly pieces: readonly Piece[];
}

/** What a result shows of a record, and the part of the record in which it stands. */
export interface Excerpt extends MarkedText {
  readonly part: RecordPart;
}

/** How many tokens of a passage a result shows. A Chinese token is shorter than an English one. */
const EXCERPT_TOKENS = { en: 34, zh: 48 } as const;

/** A passage with the matching tokens marked, optionally only a window of it. */
export function markPassage(passage: Passage, matches: ReadonlySet<number>, window?: { from: number; to: number }): MarkedText {
  const { from, to } = window ?? { from: 0, to: passage.tokens.length };
  const pieces: Piece[] = [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + text, marked };
    else pieces.push({ text, marked });
  };
  if (from > 0) add('… ', false);
  for (let index = from; index < to; index++) {
    const token = passage.tokens[index]!;
    if (index > from && isSpaced(passage.tokens[index - 1]!, token)) add(' ', false);
    const [before, word, after] = matches.has(passage.start + index) ? wordIn(token) : [token, '', ''];
    add(before, false);
    add(word, true);
    add(after, false);
  }
  if (to < passage.tokens.length) add(' …', false);
  return { locale: passage.locale, pieces };
}

/** A token as the marks before its word, the word, and the marks after it. */
function wordIn(token: string): [string, string, string] {
  const [, before = '', word = token, after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(token) ?? [];
  return [before, word, after];
}

/** Which languages an excerpt should be in. */
export interface ExcerptLanguages {
  /** The language of the page, for a record of which no text matches. */
  readonly reader: Locale;
  /** The language of the query: a passage in it shows the reader's own words. Default: the page's. */
  readonly asked?: Locale | undefined;
}

/** How much better a passage must match that answers only in translation. */
const OWN_WORDS = 4;
/** Who names so many parts asks rather than looks something up, and is better shown a question that holds as many as a passage. */
const ASKED_PARTS = 3;
const ASKED = 1.2;

/**
 * The part of a record that best shows why it was found: the window that matches the most parts of the query.
 * Where nothing in the text matches, the beginning in the reader's language. Undefined for a record without text.
 * @param matches For each part of the query, the matching tokens.
 */
export function excerptOf(
  { body }: Pick<ReadRecord, 'body'>,
  matches: readonly (readonly number[])[],
  { reader, asked = reader }: ExcerptLanguages,
): Excerpt | undefined {
  const all = new Set(matches.flat());
  let best: { passage: Passage; from: number; score: number } | undefined;
  for (const passage of body) {
    const window = bestWindow(passage, matches);
    const score = weightOf(passage, window.score, asked) * window.score;
    if (score > (best?.score ?? 0)) best = { passage, from: window.from, score };
  }
  const passage = best?.passage ?? body.find(isSentence(reader)) ?? body.find(isSentence()) ?? body[0];
  if (!passage) return undefined;
  const from = best?.from ?? 0;
  const window = { from, to: Math.min(passage.tokens.length, from + EXCERPT_TOKENS[passage.locale]) };
  return { ...markPassage(passage, all, window), part: passage.part };
}

function weightOf({ part, locale }: Passage, matched: number, asked: Locale): number {
  const isAsked = part === 'questions' && matched >= ASKED_PARTS;
  return (locale === asked ? OWN_WORDS : 1) * (isAsked ? ASKED : 1);
}

/** How many parts of a record a result names. */
const PARTS_NAMED = 3;

/** The parts of a record in which a query matches, in the record's order, those that match most of it. */
export function matchedParts({ head, body }: ReadRecord, matches: readonly (readonly number[])[]): RecordPart[] {
  const units = new Map<RecordPart, Set<number>>();
  for (const { part, start, tokens } of [...head, ...body])
    for (const [unit, words] of matches.entries()) {
      if (!words.some((word) => word >= start && word < start + tokens.length)) continue;
      units.set(part, (units.get(part) ?? new Set()).add(unit));
    }
  const most = [...units].sort(([, a], [, b]) => b.size - a.size).slice(0, PARTS_NAMED);
  return recordParts.filter((part) => most.some(([matched]) => matched === part));
}

/** How many tokens make a passage more than a heading. */
const SENTENCE_TOKENS = 8;

function isSentence(locale?: Locale) {
  return (passage: Passage) => passage.tokens.length >= SENTENCE_TOKENS && (!locale || passage.locale === locale);
}

function bestWindow({ start, tokens, locale }: Passage, matches: readonly (readonly number[])[]): { from: number; score: number } {
  const size = EXCERPT_TOKENS[locale];
  const here = matches.map((words) => words.map((word) => word - start).filter((word) => word >= 0 && word < tokens.length));
  const begins = [...new Set([0, ...here.flat().map((word) => Math.max(0, Math.min(word - 6, tokens.length - size)))])];
  let best = { from: 0, score: 0 };
  for (const from of begins) {
    const inside = here.map((words) => words.filter((word) => word >= from && word < from + size).length);
    const score = inside.reduce((total, found) => total + (found > 0 ? 1 + Math.min(found, 4) * 0.05 : 0), 0);
    if (score > best.score) best = { from, score };
  }
  return best;
}
