import { isHan } from './characters.ts';
import { endsInHyphen } from './hyphens.ts';
import type { LineText } from './line-text.ts';
import type { Line } from './lines.ts';
import { isRaised } from './spacing.ts';

/** A line of a page, and what it says. */
export interface ReadLine extends LineText {
  readonly line: Line;
}

/** Lines that are read on as one paragraph; a heading, a row or a formula is a paragraph of its own. */
export type Paragraph = readonly ReadLine[];

/** Parts of the font size: what an indent is at least, how far right edges of full lines differ, how much sizes within a paragraph differ. */
const INDENT = 0.8;
const EDGE = 0.6;
const SIZES = 1.2;
/** A line that is further from the one above than this part of the usual distance begins a paragraph. */
const LOOSE = 1.25;
/** The distance of lines, in font sizes, where a page has too few to tell. */
const USUAL_LEADING = 1.2;
/** How many lines up and down are looked at for the right edge of a column. */
const NEARBY = 3;

const TERMINAL = /[.?!:;。？！：；…][)\]”’"'）」』]*$/;
const BULLET = /^(?:[•●○■□▪▸►◦‣∙⋄✓✗–]|\[\d+\])(?:\s|$|\p{L})/u;

/** Divides the lines of a page, in reading order, into paragraphs. */
export function divideIntoParagraphs(lines: readonly ReadLine[]): Paragraph[] {
  const leading = usualLeading(lines);
  const paragraphs: ReadLine[][] = [];
  lines.forEach((line, index) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && goesOn(paragraph, { lines, index, leading })) paragraph.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs;
}

/** A line among those of its page. */
interface Position {
  readonly lines: readonly ReadLine[];
  readonly index: number;
  /** The usual distance between lines, in font sizes. */
  readonly leading: number;
}

/** The distance between neighbouring lines that is met most often, in font sizes. */
function usualLeading(lines: readonly ReadLine[]): number {
  const counts = new Map<number, number>();
  for (let index = 1; index < lines.length; index++) {
    const [above, below] = [lines[index - 1]!.line, lines[index]!.line];
    const distance = (below.baseline - above.baseline) / above.size;
    if (above.turn !== below.turn || !isLikeSized(above, below) || distance < 0.9 || distance > 2.6) continue;
    const rounded = Math.round(distance * 20) / 20;
    counts.set(rounded, (counts.get(rounded) ?? 0) + Math.min(below.end - below.start, above.end - above.start));
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [USUAL_LEADING, 0] as [number, number])[0];
}

function isLikeSized(one: Line, other: Line): boolean {
  return Math.max(one.size, other.size) / Math.min(one.size, other.size) <= SIZES;
}

/** Whether a line goes on with the paragraph before it. */
function goesOn(paragraph: Paragraph, position: Position): boolean {
  const [above, below] = [paragraph.at(-1)!, position.lines[position.index]!];
  if (above.line.turn !== below.line.turn || !isLikeSized(above.line, below.line)) return false;
  if (above.line.isRow || below.line.isRow || beginsItem(below)) return false;
  const distance = (below.line.baseline - above.line.baseline) / below.line.size;
  if (distance < 0.5) return isInNextColumn(above.line, below.line) && isCut(above.text, below.text);
  if (below.line.start > above.line.end || below.line.end < paragraph[0]!.line.start) return false;
  if (distance > LOOSE * position.leading) {
    return distance < 2 * position.leading && (isCut(above.text, below.text) || above.text.endsWith(',')) && isFull(position);
  }
  return isWithin(paragraph, position);
}

/** Whether a line begins an item of a list, or a footnote. */
function beginsItem({ line, text }: ReadLine): boolean {
  const [first, second] = line.pieces;
  return BULLET.test(text) || (second !== undefined && /^[\d∗*†‡§¶]+$/.test(first!.text) && isRaised(first!, second));
}

function isInNextColumn(above: Line, below: Line): boolean {
  return below.start > above.end - above.size && below.baseline < above.baseline;
}

/** Whether a sentence is cut between two lines. */
function isCut(above: string, below: string): boolean {
  if (endsInHyphen(above)) return /^[\p{L}\p{N}]/u.test(below);
  return !TERMINAL.test(above) && (/^[\p{Ll}(]/u.test(below) || (isHan(above.at(-1)!) && isHan(below[0]!)));
}

/** Whether a line at the usual distance belongs to the paragraph: the one above goes to the right edge, and neither edge marks a new one. */
function isWithin(paragraph: Paragraph, position: Position): boolean {
  const [above, below] = [paragraph.at(-1)!, position.lines[position.index]!];
  const { size } = below.line;
  const shift = below.line.start - above.line.start;
  if (!isFull(position)) return isCut(above.text, below.text) && above.text.includes(' ') && Math.abs(shift) < INDENT * size;
  if (shift > INDENT * size) return !TERMINAL.test(above.text) || (paragraph.length === 1 && isHanging(position));
  if (shift < -INDENT * size) return paragraph.length === 1 || !TERMINAL.test(above.text);
  return true;
}

/** Whether the lines after the first of a paragraph are set further in, as in a list of references: so is the next line, or the one before. */
function isHanging({ lines, index }: Position): boolean {
  const { line } = lines[index]!;
  return [lines[index + 1]?.line, lines[index - 2]?.line].some((other) => other && Math.abs(other.start - line.start) < 0.2 * line.size);
}

/** Whether the line above goes as far as lines go there: the first word of the line below would not have found room in it. */
function isFull({ lines, index }: Position): boolean {
  const [above, below] = [lines[index - 1]!, lines[index]!];
  if (endsInHyphen(above.text)) return true;
  const edges = nearby(lines, index - 1).map(({ line }) => line.end);
  const full = edges.filter((edge) => Math.abs(edge - above.line.end) < EDGE * above.line.size).length > 1;
  if (full) return true;
  return Math.max(...edges) - above.line.end < firstWordWidth(below);
}

/** The lines up and down that stand in the column of a line and are set as it is, and the line itself. */
function nearby(lines: readonly ReadLine[], index: number): ReadLine[] {
  const { line } = lines[index]!;
  return lines.slice(Math.max(0, index - NEARBY), index + NEARBY + 1).filter((other) => {
    const isBeside = other.line.start < line.end && other.line.end > line.start;
    return (
      isBeside && other.line.turn === line.turn && isLikeSized(other.line, line) && Math.abs(other.line.start - line.start) < 6 * line.size
    );
  });
}

/** How much room the first word of a line would take behind another, about. */
function firstWordWidth({ line, text }: ReadLine): number {
  const word = isHan(text[0]!) ? 1 : text.search(/\s|$/);
  return ((line.end - line.start) * (word + 1)) / Math.max(1, text.length);
}
