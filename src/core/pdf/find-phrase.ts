import { isSpacingAccent, readable } from './characters.ts';

/** A stretch of a text: from `start`, up to but not including `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text without what may differ between two readings of it. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text`, where that of the text that was folded begins from which it comes. */
  readonly starts: readonly number[];
  /** For each character of `text`, where that of the text that was folded ends. */
  readonly ends: readonly number[];
}

/** What a phrase may be written with or without: spaces, hyphens, and accents that lost their letter. */
const IGNORED = /[\s\-\u2010\u2011]/;

/** Signs that are written in several ways. */
const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '—',
  '−': '—',
  ı: 'i',
  ȷ: 'j',
};

/**
 * Folds a text for comparison: small letters without accents, letters for ligatures and for the letters of formulas,
 * no spaces, no hyphens. What is left of two readings of one place in a PDF is the same.
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  let start = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    const end = start + character.length;
    for (let index = 0; index < folded.length; index++) {
      starts.push(start);
      ends.push(end);
    }
    parts.push(folded);
    start = end;
  }
  return { text: parts.join(''), starts, ends };
}

function foldCharacter(character: string): string {
  if (IGNORED.test(character) || isSpacingAccent(character)) return '';
  const read = readable(character);
  if (read < '\u0080') return read.toLowerCase();
  const letters = read.normalize('NFKD').replace(/[\p{M}\s]/gu, '');
  return (alike[letters] ?? letters).toLowerCase();
}

/** Where a phrase stands in a text, whatever its case, spaces, hyphens and accents; none for a phrase that folds to nothing. */
export function findPhrase(text: string | FoldedText, phrase: string): TextRange[] {
  const { text: folded, starts, ends } = typeof text === 'string' ? foldText(text) : text;
  const wanted = foldText(phrase).text;
  const ranges: TextRange[] = [];
  if (wanted === '') return ranges;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    ranges.push({ start: starts[at]!, end: ends[at + wanted.length - 1]! });
  }
  return ranges;
}
