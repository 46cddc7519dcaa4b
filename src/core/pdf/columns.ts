import { WIDE_GAP, assembleLines, type Gutter, type Line } from './lines.ts';
import type { Piece } from './pieces.ts';

/** So many lines of two columns that stand side by side, one after the other in the content, show that it goes across the columns. */
const FEWEST_PAIRS = 4;
/** The part of the page's width that the text of a column takes at least, and the part of the page in which columns meet. */
const COLUMN_WIDTH = 0.22;
const MIDDLE = [0.3, 0.7] as const;

/**
 * The lines of a page in reading order. The order of the content is kept, in which nearly all programs write column by column;
 * where a page goes across its columns row by row, the left column comes before the right one, between lines of the full width.
 */
export function readLinesInOrder(pieces: readonly Piece[], pageWidth: number): Line[] {
  const gutter = findGutter(pieces, pageWidth);
  const lines = assembleLines(pieces, gutter);
  return gutter === undefined ? lines : columnByColumn(lines, gutter);
}

/** The gap between two columns whose lines alternate in the content; undefined if there is none, or the content minds it. */
function findGutter(pieces: readonly Piece[], pageWidth: number): Gutter | undefined {
  const pairs = pairsAcross(assembleLines(pieces), pageWidth);
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const middles = pairs.map(([left, right]) => (left + right) / 2).sort((a, b) => a - b);
  const middle = middles[middles.length >> 1]!;
  const clear = pairs.filter(([left, right]) => left <= middle && middle <= right);
  return clear.length >= FEWEST_PAIRS && clear.length > 0.7 * pairs.length ? middle : undefined;
}

/** The gaps in the middle of the page that have a stretch of text, and not a cell of a table, on each side. */
function pairsAcross(lines: readonly Line[], pageWidth: number): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (const line of lines) {
    if (line.turn !== 0) continue;
    for (let index = 1; index < line.pieces.length; index++) {
      const gap = [line.pieces[index - 1]!.end, line.pieces[index]!.start] as const;
      const middle = (gap[0] + gap[1]) / 2 / pageWidth;
      if (gap[1] - gap[0] < line.size || middle < MIDDLE[0] || middle > MIDDLE[1]) continue;
      if (isText(line.pieces.slice(0, index), pageWidth) && isText(line.pieces.slice(index), pageWidth)) pairs.push(gap);
    }
  }
  return pairs;
}

function isText(pieces: readonly Piece[], pageWidth: number): boolean {
  if (pieces.at(-1)!.end - pieces[0]!.start < COLUMN_WIDTH * pageWidth) return false;
  return pieces.every((piece, index) => index === 0 || piece.start - pieces[index - 1]!.end < WIDE_GAP * piece.size);
}

function columnByColumn(lines: readonly Line[], gutter: Gutter): Line[] {
  const ordered: Line[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  for (const line of lines) {
    if (line.end <= gutter) left.push(line);
    else if (line.start >= gutter) right.push(line);
    else {
      ordered.push(...left, ...right, line);
      [left, right] = [[], []];
    }
  }
  return [...ordered, ...left, ...right];
}
