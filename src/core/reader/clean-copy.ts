import type { PdfPage } from '../pdf/content.ts';
import type { PieceRange } from '../annotation/page-text.ts';

/**
 * The text of selected pieces as it is read: lines joined, hyphenation undone, ligatures as letters, without line numbers and running heads.
 * @param page The page that the pieces are of.
 * @param pieces Stretches of the page's pieces, in any order.
 */
export function cleanText({ text, source }: PdfPage, pieces: readonly PieceRange[]): string {
  const selected = new Map(pieces.map((range) => [range.piece, range]));
  let [at, piece, result, end] = [0, 0, '', -1];
  for (let index = 0; index < source.length; index += 5) {
    const [gap, length, step, from, more] = source.slice(index, index + 5) as [number, number, number, number, number];
    piece += step;
    const start = at + gap;
    at = start + length;
    const range = selected.get(piece);
    const [first, last] = more !== 0 ? wholeRun(range, from, length + more) : partOfRun(range, from, length);
    if (last <= first) continue;
    const [left, right] = more !== 0 ? [0, length] : [first - from, last - from];
    const between = end < 0 ? '' : gapBetween(text.slice(end, start + left), left === 0 && end === start - gap);
    result += between + text.slice(start + left, start + right);
    end = start + right;
  }
  return result.trim();
}

/** The pieces of a page, by their index, of which some text is read; line numbers and running heads are not among them. */
export function piecesThatAreRead({ source }: PdfPage): Set<number> {
  const pieces = new Set<number>();
  for (let index = 0, piece = 0; index < source.length; index += 5) pieces.add((piece += source[index + 2]!));
  return pieces;
}

/** A run such as a ligature is selected whole if any of it is. */
function wholeRun(range: PieceRange | undefined, from: number, length: number): readonly [number, number] {
  return range && range.start < from + length && range.end > from ? [0, length] : [0, 0];
}

function partOfRun(range: PieceRange | undefined, from: number, length: number): readonly [number, number] {
  return range ? [Math.max(range.start, from), Math.min(range.end, from + length)] : [0, 0];
}

/** What stands between two selected runs; a space or a line end where something that was not selected lies between. */
function gapBetween(skipped: string, isGap: boolean): string {
  if (isGap) return skipped;
  return skipped.includes('\n') ? '\n' : skipped === '' ? '' : ' ';
}
