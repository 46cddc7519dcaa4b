import type { Piece } from './pieces.ts';

/** A column of line numbers in a margin. */
interface Column {
  /** Where its numbers begin, or end. */
  readonly edge: number;
  readonly side: 'start' | 'end';
  readonly size: number;
}

const LINE_NUMBER = /^\d{1,5}$/;

/** So many numbers that count the lines make a column of line numbers, and not a table or a list. */
const FEWEST = 5;
/** How far, in points, and by how much in size, numbers of one column may differ. */
const EDGE_TOLERANCE = 3;
const SIZE_TOLERANCE = 0.5;
/** The part of a page's other text that may reach as far out as a margin's numbers: a figure that is too wide. */
const FURTHER_OUT = 0.05;
/** Line numbers count every line, or every fifth. */
const STEPS = new Set([1, 5]);

/**
 * The pieces of each page without the line numbers that review copies have in one margin or both. A column of them is found
 * where it counts at least five lines; then the numbers of that column go from all pages, also from a last one with two lines.
 */
export function withoutLineNumbers(pages: readonly (readonly Piece[])[]): Piece[][] {
  const found = pages.map((pieces) => ({ pieces, numbers: marginNumbers(pieces) }));
  const columns = distinctColumns(found.flatMap(({ numbers }) => columnsOf(numbers)));
  return found.map(({ pieces, numbers }) => {
    const dropped = new Set(numbers.filter((number) => columns.some((column) => belongsTo(number, column))));
    return dropped.size === 0 ? [...pieces] : pieces.filter((piece) => !dropped.has(piece));
  });
}

/** Upright numbers that stand further out than nearly all other text. */
function marginNumbers(pieces: readonly Piece[]): Piece[] {
  const upright = pieces.filter(({ turn }) => turn === 0);
  const numbers = upright.filter(({ text }) => LINE_NUMBER.test(text));
  if (numbers.length === 0) return [];
  const others = upright.filter(({ text }) => !LINE_NUMBER.test(text));
  const starts = others.map(({ start }) => start).sort((a, b) => a - b);
  const ends = others.map(({ end }) => end).sort((a, b) => b - a);
  const few = Math.floor(others.length * FURTHER_OUT);
  const [left, right] = [starts[few] ?? Infinity, ends[few] ?? Infinity];
  return numbers.filter(({ start, end }) => end <= left || start >= right);
}

/** The edges at which enough of these numbers stand one below the other and count. */
function columnsOf(numbers: readonly Piece[]): Column[] {
  const columns: Column[] = [];
  for (const side of ['start', 'end'] as const) {
    const left = [...numbers].sort((a, b) => a.baseline - b.baseline);
    while (left.length >= FEWEST) {
      const column: Column = { edge: left[0]![side], side, size: left[0]!.size };
      const members = left.filter((number) => belongsTo(number, column));
      if (longestCount(members) >= FEWEST) columns.push(column);
      for (const member of members) left.splice(left.indexOf(member), 1);
    }
  }
  return columns;
}

function distinctColumns(columns: readonly Column[]): Column[] {
  const distinct: Column[] = [];
  for (const column of columns) {
    const known = ({ edge, side, size }: Column) => side === column.side && Math.abs(edge - column.edge) < 1 && size === column.size;
    if (!distinct.some(known)) distinct.push(column);
  }
  return distinct;
}

function belongsTo(number: Piece, { edge, side, size }: Column): boolean {
  return Math.abs(number[side] - edge) < EDGE_TOLERANCE && Math.abs(number.size - size) < SIZE_TOLERANCE;
}

/** How many numbers, from the top down, follow one another in equal steps. */
function longestCount(numbers: readonly Piece[]): number {
  let [longest, length, step] = [0, 1, 0];
  for (let index = 1; index < numbers.length; index++) {
    const difference = Number(numbers[index]!.text) - Number(numbers[index - 1]!.text);
    length = difference === step ? length + 1 : 2;
    step = difference;
    if (STEPS.has(step)) longest = Math.max(longest, length);
  }
  return longest;
}
