import { isAccentBelow, isSpacingAccent } from './characters.ts';
import type { Piece } from './pieces.ts';

/** Pieces that are read one after another on one line: a line of text, a row of a table, a formula. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** Where the line begins and ends along itself, in points. */
  readonly start: number;
  readonly end: number;
  /** The baseline of most of its text. */
  readonly baseline: number;
  /** The size of its text; of the capitals, where small capitals are set as smaller ones. */
  readonly size: number;
  /** See `Piece.turn`. */
  readonly turn: number;
  /** Whether it has the wide gaps of a row of a table, or of a formula with its number. */
  readonly isRow: boolean;
}

/** A place along the lines at which a line ends, such as the gap between two columns. */
export type Gutter = number;

/** Parts of the font size. Type is about 0.75 above its baseline and 0.25 below. */
const ASCENT = 0.75;
const DESCENT = 0.25;
/** How much of the smaller of two pieces must stand beside the other on one line: scripts do, the next line does not. */
const BESIDE = 0.25;
/** A gap this wide is not a space between words. */
export const WIDE_GAP = 1.5;
/** What a size must cover of a line to count as the size of its text. */
const NOTABLE = 0.05;

/** Groups pieces to lines, in the order in which they come. */
export function assembleLines(pieces: readonly Piece[], gutter?: Gutter): Line[] {
  const lines: Line[] = [];
  let group: Piece[] = [];
  let band: Band = { top: 0, bottom: 0, start: 0 };
  for (const piece of pieces) {
    const last = group.at(-1);
    if (last && continues(last, piece, { band, gutter })) {
      group.push(piece);
      band = widened(band, piece);
      continue;
    }
    if (last) lines.push(lineOf(group));
    group = [piece];
    band = { top: topOf(piece), bottom: bottomOf(piece), start: piece.start };
  }
  if (group.length > 0) lines.push(lineOf(group));
  return lines;
}

/** The room that a line takes so far. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
}

const topOf = (piece: Piece) => piece.baseline - ASCENT * piece.size;
const bottomOf = (piece: Piece) => piece.baseline + DESCENT * piece.size;

function widened(band: Band, piece: Piece): Band {
  return {
    top: Math.min(band.top, topOf(piece)),
    bottom: Math.max(band.bottom, bottomOf(piece)),
    start: Math.min(band.start, piece.start),
  };
}

function continues(last: Piece, piece: Piece, { band, gutter }: { band: Band; gutter: Gutter | undefined }): boolean {
  if (piece.turn !== last.turn) return false;
  const shared = Math.min(band.bottom, bottomOf(piece)) - Math.max(band.top, topOf(piece));
  const gap = piece.start - last.end;
  const size = Math.max(last.size, piece.size);
  if (shared < BESIDE * Math.min(last.size, piece.size)) return isBigSymbol(last, piece) || (isLimit(last, piece) && shared > -0.3 * size);
  if (gutter !== undefined && last.end <= gutter && gutter <= piece.start && gap > last.size) return false;
  if (gap >= -0.3 * size) return true;
  return piece.start >= band.start - 0.5 * size && (isStacked(last, piece) || isAccented(last, piece));
}

/** Whether a piece goes on right where the last one ended, but hangs from another height, as TeX's big sums and brackets do. */
function isBigSymbol(last: Piece, piece: Piece): boolean {
  const gap = Math.abs(piece.start - last.end);
  const shift = Math.abs(piece.baseline - last.baseline);
  return Math.min(last.text.length, piece.text.length) <= 2 && gap < 0.6 * last.size && shift < 1.3 * Math.max(last.size, piece.size);
}

/** Whether a piece stands small and in the middle under or over a symbol or a word such as `max`. */
function isLimit(last: Piece, piece: Piece): boolean {
  const middle = (last.start + last.end) / 2;
  return piece.size < 0.85 * last.size && last.text.length <= 6 && piece.start < middle && middle - piece.start < 3 * last.size;
}

/** Whether a piece goes back because it stands under or over what came before: a denominator, a limit. */
function isStacked(last: Piece, piece: Piece): boolean {
  return Math.abs(piece.baseline - last.baseline) > 0.3 * Math.min(last.size, piece.size);
}

/** Whether a piece goes back under an accent that was set before its letter, or is an accent under the letter before. */
function isAccented(last: Piece, piece: Piece): boolean {
  return last.end - piece.start < 0.8 * last.size && (isSpacingAccent(last.text.at(-1)!) || isAccentBelow(piece.text[0]!));
}

function lineOf(pieces: readonly Piece[]): Line {
  const widthBySize = new Map<number, number>();
  const widthByBaseline = new Map<number, number>();
  let [start, end, width] = [Infinity, -Infinity, 0];
  for (const piece of pieces) {
    const extent = Math.max(piece.end - piece.start, 0.01);
    add(widthBySize, Math.round(piece.size * 10) / 10, extent);
    add(widthByBaseline, piece.baseline, extent * piece.size);
    start = Math.min(start, piece.start);
    end = Math.max(end, piece.end);
    width += extent;
  }
  const notable = [...widthBySize].filter(([, extent]) => extent >= NOTABLE * width).map(([size]) => size);
  const isRow = pieces.some((piece, index) => index > 0 && piece.start - pieces[index - 1]!.end > WIDE_GAP * piece.size);
  return { pieces, start, end, baseline: widest(widthByBaseline), size: Math.max(...notable), turn: pieces[0]!.turn, isRow };
}

function add(totals: Map<number, number>, key: number, amount: number): void {
  totals.set(key, (totals.get(key) ?? 0) + amount);
}

function widest(totals: ReadonlyMap<number, number>): number {
  let [best, most] = [0, -1];
  for (const [key, total] of totals) if (total > most) [best, most] = [key, total];
  return best;
}
