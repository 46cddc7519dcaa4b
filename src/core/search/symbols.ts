import { mathToText } from '../text/rich-text.ts';
import { greekLetters, isGreekName, joinedName } from './greek.ts';
import { foldText } from './segment.ts';

/** Knows how an index keeps the symbols of formulas. */
export interface Symbols {
  /** The ways to ask the index for a symbol, however it is written; none where it is not known. */
  symbolForms(symbol: string): readonly string[];
}

/** A stretch of a query. */
export interface Stretch {
  /** Its text, folded. */
  readonly text: string;
  /** For a symbol of formulas, the ways to ask the index for it. */
  readonly forms?: readonly string[];
}

const LETTER = String.raw`(?!\p{Script=Han})[\p{L}\p{N}\p{M}]`;
/** What may be a symbol: `π_ref`, `γ/β`, `β=0.1`, and, as it is copied from a PDF, `πref`. */
const CANDIDATE = new RegExp(String.raw`(?<!${LETTER})(?:${LETTER})+(?:(?:_|/|\s*=\s*|(?<=\d)\.)(?:${LETTER})+)*`, 'gu');
const TEX = /\\[a-z]|[_^]\{/i;

/** A text in which TeX, such as `\pi_{\mathrm{ref}}`, is read as its plain characters. */
export function plainFormulas(text: string): string {
  return TEX.test(text) ? mathToText(text) : text;
}

/** Cuts a text at the symbols that an index knows. */
export function cutAtSymbols(text: string, known: Symbols | undefined): Stretch[] {
  const folded = foldText(text);
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { text: symbol, forms, index } of known ? symbolsIn(folded, known) : []) {
    stretches.push({ text: folded.slice(end, index) }, { text: symbol, forms });
    end = index + symbol.length;
  }
  return [...stretches, { text: folded.slice(end) }].filter(({ text: part }) => part.trim() !== '');
}

/** The symbols that a text holds: of `y_w/y_l`, which may be none, the two parts. */
function symbolsIn(text: string, known: Symbols, offset = 0): (Required<Stretch> & { index: number })[] {
  return [...text.matchAll(CANDIDATE)].flatMap(({ 0: symbol, index }) => {
    const place = offset + index;
    const forms = known.symbolForms(symbol);
    if (forms.length > 0) return [{ text: symbol, forms, index: place }];
    const divided = /[/=]/.exec(symbol);
    if (!divided) return [];
    const after = divided.index + 1;
    return [...symbolsIn(symbol.slice(0, divided.index), known, place), ...symbolsIn(symbol.slice(after), known, place + after)];
  });
}

/**
 * How a collection writes its symbols: `π_ref`, `pi_ref` and `πref` are one.
 * @param words The words of the collection.
 */
export function writtenSymbols(words: Iterable<string>): (symbol: string) => readonly string[] {
  const byName = new Map([...words].filter(isSymbol).map((word) => [joinedName(word), word]));
  return (symbol) => {
    const word = symbol.length > 1 && !isGreekName(symbol) ? byName.get(joinedName(symbol)) : undefined;
    return word === undefined ? [] : [word];
  };
}

/** Whether a word of the index is a symbol: it has an index below, or is of Greek letters and digits alone. */
function isSymbol(word: string): boolean {
  return word.includes('_') || /^[α-ω][α-ω\d]+$/u.test(word);
}

/** Whether a text holds what can only be a symbol, such as `r_θ`, and an index does not know it. */
export function holdsUnknownSymbol(text: string, known: Symbols): boolean {
  return cutAtSymbols(plainFormulas(text), known).some(({ text: part, forms }) => !forms && /[\p{L}\p{N}]_[\p{L}\p{N}]/u.test(part));
}

/**
 * The ways to ask for a symbol in PDFs, whose text keeps nothing of what stands below the line: joined, or its parts one after the
 * other. In quotes, for nobody knows whether a page has it, and the index answers a word that it lacks with the next like it.
 */
export function printedForms(symbol: string): string[] {
  const parts = greekLetters(symbol).split('_');
  return parts.length > 1 && parts.every(Boolean) ? [`"${parts.join('')}"`, `"${parts.join(' ')}"`] : [];
}
