import { isSpacingAccent, readable } from './characters.ts';

/** A stretch of a text: from `start`, up to but not including `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A text without what may differ between two readings of it. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text`, where it stands in the text that was folded; and at the end, that text's length. */
  readonly offsets: readonly number[];
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
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let index = 0; index < folded.length; index++) offsets.push(offset);
    parts.push(folded);
    offset += character.length;
  }
  offsets.push(offset);
  return { text: parts.join(''), offsets };
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
  const { text: folded, offsets } = typeof text === 'string' ? foldText(text) : text;
  const wanted = foldText(phrase).text;
  const ranges: TextRange[] = [];
  if (wanted === '') return ranges;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    ranges.push({ start: offsets[at]!, end: endOf(offsets, at + wanted.length - 1) });
  }
  return ranges;
}

/** Where the character ends, in the text that was folded, of which a folded character is a part. */
function endOf(offsets: readonly number[], index: number): number {
  let next = index + 1;
  while (next < offsets.length - 1 && offsets[next] === offsets[index]) next++;
  return offsets[next]!;
}
