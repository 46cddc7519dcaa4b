import { isFigure, type Lexicon } from './lexicon.ts';
import type { Unit } from './ask.ts';
import { phraseWords, queryWords } from './query-words.ts';
import { parseQuery, type Knowledge, type Query } from './query.ts';
import { hanWords } from './segment.ts';
import { isStopWord } from './stop-words.ts';
import { cutAtSymbols, holdsUnknownSymbol, plainFormulas, printedForms } from './symbols.ts';
import type { Ranked } from './rank.ts';
import { readSyntax } from './syntax.ts';

/** A query to the pages of PDFs. */
export interface PageQuery extends Query {
  /** The phrases that a reader put in quotes, as the index asks for them: a page must hold them all. */
  readonly required: readonly string[];
}

const HAN = /\p{Script=Han}/u;

/**
 * What a query to the pages of PDFs is read with. Most pages are in English where a query may be in Chinese, so that a word of the
 * notes counts as a word: the terms of the vocabulary bring its translation. Whoever looks for a page names what stands on it, so
 * that every word weighs the same.
 * @param pages The words of the pages.
 * @param notes The words and terms of the notes.
 */
export function pageLexicon(pages: Lexicon, notes: Lexicon): Lexicon {
  return {
    ...pages,
    names: notes.names,
    namesOf: (places) => notes.namesOf(places),
    isTermWord: () => true,
    isPaper: () => false,
    simplify: (text) => notes.simplify(text),
    symbolForms: (symbol) => printedForms(notes.symbolForms(symbol)[0] ?? symbol),
    knows: (word) => pages.knows(word) || (HAN.test(word) && notes.knows(word)),
  };
}

/** Reads a query for the pages of PDFs with their lexicon, as `pageLexicon` makes it, and with their dictionary. */
export function parsePageQuery(typed: string, knowledge: Required<Pick<Knowledge, 'lexicon' | 'dictionary'>>): PageQuery {
  const query = parseQuery(readSyntax(typed).text, { ...knowledge, rendersAll: true });
  return { ...query, units: query.units.map(wholeFigure), required: quotedPhrases(typed, knowledge.lexicon) };
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
export function quotedPhrases(typed: string, lexicon?: Lexicon): string[] {
  return readSyntax(typed).phrases.flatMap((phrase) => {
    const tokens = phraseWords(phrase, lexicon).flatMap((word) => (HAN.test(word) ? hanWords(word) : [word.replace(/[-.]/g, '')]));
    return tokens.length > 0 ? [`"${tokens.join(' ')}"`] : [];
  });
}

/** What the notes answer to a query. */
export interface NotesAnswer {
  /** How well the best note answers; undefined where none does. */
  readonly best: Pick<Ranked, 'closeness' | 'coverage'> | undefined;
  /** Whether some note holds what the query quotes. */
  readonly isQuoteMet: boolean;
}

/** A note that holds less of a query, as `Ranked` counts it, does not answer it. */
const ENOUGH = 0.9;
/** A note that holds less of a long query in one clause holds its words by chance. */
const TOGETHER = 0.9;
/** How many words make a long query. */
const LONG = 4;

/** Whether a note holds enough of a query to be its answer. */
export function isAnswer(best: Pick<Ranked, 'coverage'> | undefined): boolean {
  return best !== undefined && best.coverage >= ENOUGH;
}

/** A decimal, a share, a number that is no year. */
const FIGURE = /\d[.,]\d|\d\s*%|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{2,}(?!\d)/u;
/** What stands in papers, and is called so there. */
const PLACE =
  /\b(?:lemma|theorem|proof|proposition|corollary|ablations?|appendix|tables?|figures?|algorithm|equations?|definition|pseudocode)\b|引理|定理|证明|命题|推论|消融|附录|表格|图表|公式|伪代码/iu;

/**
 * Whether the pages of PDFs should be asked without a reader's asking for it: when no note answers the query, when it quotes what
 * stands in no note, and when it is after what only papers have: a figure such as 57.5, a lemma, a word or a
 * symbol that no note holds.
 * @param notes The words of the notes.
 */
export function needsPages(typed: string, notes: Lexicon, { best, isQuoteMet }: NotesAnswer): boolean {
  const { text } = readSyntax(typed);
  const words = queryWords(text).filter((word) => !isStopWord(word));
  if (words.length === 0) return false;
  if (!best || !isQuoteMet || !isAnswer(best)) return true;
  if (quotedPhrases(typed).length > 0) return false;
  if (holdsUnknownSymbol(text, notes)) return true;
  if (FIGURE.test(text) || PLACE.test(notes.simplify(text)) || otherWords(text, notes).some((word) => isForeign(word, notes))) return true;
  return words.length >= LONG && best.closeness < TOGETHER;
}

/** The words of a text beside its symbols. */
function otherWords(text: string, notes: Lexicon): string[] {
  const stretches = cutAtSymbols(plainFormulas(text), notes).filter(({ forms }) => !forms);
  return stretches.flatMap(({ text: part }) => queryWords(part)).filter((word) => !isStopWord(word));
}

/** Whether no note holds a word, nor one that it may be a mistyped form of. */
function isForeign(word: string, notes: Lexicon): boolean {
  if (HAN.test(word)) return false;
  const parts = [word, word.replace(/[-.]/g, ''), ...word.split(/[-.]/)].filter((part) => part.length > 1 && !isFigure(part));
  return parts.length > 0 && !parts.some((part) => notes.knows(part) || notes.repair(part) !== undefined);
}
