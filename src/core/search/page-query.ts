import type { Lexicon } from './lexicon.ts';
import { parseQuery, queryWords, type Query, type Unit } from './query.ts';
import { hanWords } from './segment.ts';
import { isStopWord } from './stop-words.ts';

/** A query to the pages of PDFs. */
export interface PageQuery extends Query {
  /** The phrases that a reader put in quotes, as the index asks for them: a page must hold them all. */
  readonly required: readonly string[];
}

const HAN = /\p{Script=Han}/u;
const QUOTED = /"([^"]{2,})"|“([^”]{2,})”|「([^」]{2,})」/gu;

/**
 * Reads a query for the pages of PDFs. Most are in English where a query may be in Chinese, so that a word of the notes counts
 * as a word: the terms of the vocabulary bring its translation.
 * @param pages The words of the pages.
 * @param notes The words and terms of the notes.
 */
export function parsePageQuery(text: string, pages: Lexicon, notes: Lexicon): PageQuery {
  const lexicon: Lexicon = {
    ...pages,
    terms: notes.terms,
    has: (word) => isFigure(word) || pages.has(word),
    knows: (word) => isFigure(word) || pages.knows(word) || (HAN.test(word) && notes.knows(word)),
  };
  const query = parseQuery(text, lexicon);
  return { ...query, units: query.units.map(wholeFigure), required: quotedPhrases(text) };
}

/** A figure such as 57.5 is asked for as a whole: its digits stand apart on every page with a table. */
function wholeFigure(unit: Unit): Unit {
  return /^\d+(?:\.\d+)+$/.test(unit.text) ? { ...unit, asks: [{ words: unit.text.replaceAll('.', ''), weight: 1 }] } : unit;
}

/** Figures are too many to be listed: that a page holds one is seen when it is asked for. */
function isFigure(word: string): boolean {
  return /^\d+$/.test(word);
}

const LONGEST_WORD = 32;
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{M}\d]/u;

/** Whether the lexicon of the pages lists a word: figures need no listing, and pieces of formulas such as `σrθx` nobody types. */
export function isPlainWord(word: string): boolean {
  return !isFigure(word) && word.length <= LONGEST_WORD && ([...word].length === 1 || HAN.test(word) || !OTHER_SCRIPT.test(word));
}

/** What stands in quotes, as phrases for the index. */
export function quotedPhrases(text: string): string[] {
  return [...text.matchAll(QUOTED)].flatMap(([, ...groups]) => {
    const words = queryWords(groups.find((group) => group !== undefined) ?? '');
    const tokens = words.flatMap((word) => (HAN.test(word) ? hanWords(word) : [word.replace(/[-.]/g, '')]));
    return tokens.length > 0 ? [`"${tokens.join(' ')}"`] : [];
  });
}

/** From how many words that say something a query is too particular for notes alone. */
const PARTICULAR_WORDS = 4;
/** Fewer notes than this are little of an answer. */
const FEW_NOTES = 3;
/** A note that answers less well than this, by its score, holds only parts of the query. */
const GOOD_ANSWER = 0.75;

/**
 * Whether the pages of PDFs should be asked without a reader's asking for them: when notes answer little, when the query quotes a
 * phrase, and when it has many words and no note holds them all.
 * @param scores The scores of the notes found, the best first.
 */
export function needsPages(text: string, scores: readonly number[]): boolean {
  const words = queryWords(text).filter((word) => !isStopWord(word));
  if (words.length === 0) return false;
  if (quotedPhrases(text).length > 0 || scores.length < FEW_NOTES) return true;
  const best = scores[0] ?? 0;
  return best < GOOD_ANSWER * 0.6 || (words.length >= PARTICULAR_WORDS && best < GOOD_ANSWER);
}
