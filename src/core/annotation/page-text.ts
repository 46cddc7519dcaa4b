import { fold } from './folding.ts';
import { contextLength, type Anchor } from './mark.ts';

/** A piece of text of a page, as pdf.js gives it; its order is that of the elements of the text layer. */
export interface TextPiece {
  /** The characters, not normalized. */
  readonly str: string;
  /** Whether a line ends behind it. */
  readonly hasEOL: boolean;
}

/** A stretch of one piece's characters. */
export interface PieceRange {
  /** The index of the piece. */
  readonly piece: number;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The text of a page as the file has it, in which marks have their positions. */
export interface PageText {
  /** The pieces one behind the other, with a line end behind each that ends a line. */
  readonly text: string;
  /** Where each piece begins in `text`. */
  readonly starts: readonly number[];
}

/** Joins the pieces of a page. */
export function joinPieces(pieces: readonly TextPiece[]): PageText {
  const starts: number[] = [];
  let text = '';
  for (const { str, hasEOL } of pieces) {
    starts.push(text.length);
    text += hasEOL ? `${str}\n` : str;
  }
  return { text, starts };
}

/** The stretches of pieces that the characters from `start` up to `end` of a page stand in. */
export function pieceRanges({ text, starts }: PageText, start: number, end: number): PieceRange[] {
  const ranges: PieceRange[] = [];
  for (let piece = pieceAt(starts, start); piece < starts.length && starts[piece]! < end; piece++) {
    const first = starts[piece]!;
    const next = starts[piece + 1] ?? text.length;
    // A line end belongs to no piece.
    const last = text[next - 1] === '\n' ? next - 1 : next;
    const range = { piece, start: Math.max(start - first, 0), end: Math.min(end, last) - first };
    if (range.start < range.end) ranges.push(range);
  }
  return ranges;
}

function pieceAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Makes an anchor of a stretch of a page's text. White space at its ends is left out.
 * @param page The page's number, counted from 1.
 * @returns undefined if there is nothing to read in it.
 */
export function makeAnchor(page: number, { text }: PageText, [from, to]: readonly [start: number, end: number]): Anchor | undefined {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const end = to - (words.length - words.trimEnd().length);
  const exact = readable(text.slice(start, end)).trim();
  if (fold(exact).text === '') return undefined;
  const prefix = readable(text.slice(Math.max(start - 2 * contextLength, 0), start));
  const suffix = readable(text.slice(end, end + 2 * contextLength));
  return { page, start, end, quote: { exact, prefix: prefix.slice(-contextLength), suffix: suffix.slice(0, contextLength) } };
}

/** Ligatures and the like, whose letters other programs know. */
const LIGATURES = /[\uFB00-\uFB4F\u0132\u0133]/g;

/** Characters that show nothing, or that only their font can show. */
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2060-\u2064\uE000-\uF8FF\uFEFF\uFFF9-\uFFFD]/g;

const HAN = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303F\\uFF00-\\uFF60]';
const HAN_LINE_END = new RegExp(`(?<=${HAN})\\n|\\n(?=${HAN})`, 'gu');

/** A stretch of a page as it is read: one line, words that a hyphen divides joined. */
export function readable(text: string): string {
  return text
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(/(?<=\p{Ll})[-\u2010\u00AD][ \t]*\n(?=\p{Ll})/gu, '')
    .replace(/(?<=\S[-\u2010])\n(?=\S)/g, '')
    .replace(HAN_LINE_END, '')
    .replace(UNREADABLE, '')
    .replace(/\s+/g, ' ');
}
