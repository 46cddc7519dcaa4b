import { isFigure, type Lexicon } from './lexicon.ts';
import { parseQuery, queryWords, type Knowledge, type Query, type Unit } from './query.ts';
import { hanWords } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { readSyntax } from './syntax.ts';

/** A query to the pages of PDFs. */
export interface PageQuery extends Query {
  /** The phrases that a reader put in quotes, as the index asks for them: a page must hold them all. */
  readonly required: readonly string[];
}

const HAN = /\p{Script=Han}/u;

/**
 * Reads a query for the pages of PDFs. Most are in English where a query may be in Chinese, so that a word of the notes counts
 * as a word: the terms of the vocabulary bring its translation.
 * @param pages The words of the pages.
 * @param notes The words and terms of the notes, and the dictionary.
 */
export function parsePageQuery(typed: string, pages: Lexicon, { lexicon: notes, dictionary }: Required<Knowledge>): PageQuery {
  const lexicon: Lexicon = {
    ...pages,
    names: notes.names,
    simplify: (text) => notes.simplify(text),
    knows: (word) => pages.knows(word) || (HAN.test(word) && notes.knows(word)),
  };
  const query = parseQuery(readSyntax(typed).text, { lexicon, dictionary });
  return { ...query, units: query.units.map(wholeFigure), required: quotedPhrases(typed) };
}

/** A figure such as 57.5 is asked for as a whole: its digits stand apart on every page with a table. */
function wholeFigure(unit: Unit): Unit {
  return /^\d+(?:\.\d+)+$/.test(unit.text) ? { ...unit, asks: [{ words: unit.text.replaceAll('.', ''), weight: 1 }] } : unit;
}

const LONGEST_WORD = 32;
const OTHER_SCRIPT = /[^\p{Script=Latin}\p{M}\d]/u;

/** Whether the lexicon of the pages lists a word: pieces of formulas such as `σrθx` nobody types. */
export function isPlainWord(word: string): boolean {
  return word.length <= LONGEST_WORD && ([...word].length === 1 || HAN.test(word) || !OTHER_SCRIPT.test(word));
}

/** What stands in quotes, as phrases for the index. */
export function quotedPhrases(typed: string): string[] {
  return readSyntax(typed).phrases.flatMap((phrase) => {
    const tokens = queryWords(phrase).flatMap((word) => (HAN.test(word) ? hanWords(word) : [word.replace(/[-.]/g, '')]));
    return tokens.length > 0 ? [`"${tokens.join(' ')}"`] : [];
  });
}

/** A note that answers less well than this, by its score, holds the query only in part: the fewer words, the more they may stand apart. */
const GOOD_ANSWER = { few: 0.45, three: 0.75, many: 1.25 } as const;

/**
 * Whether the pages of PDFs should be asked without a reader's asking for it: when the query quotes a phrase or names a figure such
 * as 57.5, when it has words that no note holds, and when the notes answer little of it.
 * @param notes The words of the notes.
 * @param scores The scores of the notes found, the best first.
 */
export function needsPages(typed: string, notes: Lexicon, scores: readonly number[]): boolean {
  const words = queryWords(readSyntax(typed).text).filter((word) => !isStopWord(word));
  if (words.length === 0) return false;
  if (quotedPhrases(typed).length > 0 || scores.length === 0) return true;
  if (words.some((word) => /^\d+\.\d+$/.test(word) || isForeign(word, notes))) return true;
  const size = words.length < 3 ? 'few' : words.length === 3 ? 'three' : 'many';
  return (scores[0] ?? 0) < GOOD_ANSWER[size];
}

/** Whether no note holds a word, nor one that it may be a mistyped form of. */
function isForeign(word: string, notes: Lexicon): boolean {
  if (HAN.test(word)) return false;
  const parts = [word, word.replace(/[-.]/g, ''), ...word.split(/[-.]/)].filter((part) => part.length > 1 && !isFigure(part));
  return parts.length > 0 && !parts.some((part) => notes.knows(part) || notes.repair(part) !== undefined);
}
