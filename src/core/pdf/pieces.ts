import type { PageContent, TextItem } from './content.ts';

/** A piece of text with its place, told in the direction in which it is read: `start` and `end` along the line, `baseline` down the page. */
export interface Piece {
  /** Its index in the page's items. */
  readonly item: number;
  /** The item's characters from the first that is not white space. */
  readonly text: string;
  /** Where `text` begins in the item's `str`. */
  readonly from: number;
  /** Where it begins along its line, in points from the edge of the page. */
  readonly start: number;
  /** Where it ends along its line. */
  readonly end: number;
  /** How far its baseline is from the edge of the page that lies above it, in points. */
  readonly baseline: number;
  /** The font size in points. */
  readonly size: number;
  /** The quarter turns, counter-clockwise, between upright text on the page as shown and this piece: 0 to 3. */
  readonly turn: number;
  /** What pdf.js saw before it. */
  readonly space: Space;
}

/** Nothing; a gap, whose width is to be judged; or a space that the line's own text holds. */
export type Space = 'none' | 'gap' | 'space';

/** The pieces of a page that hold a visible character, in the order of its content. */
export function readPieces(page: PageContent): Piece[] {
  const pieces: Piece[] = [];
  let space: Space = 'none';
  page.items.forEach((item, index) => {
    const text = item.str.trim();
    if (text === '') {
      if (item.str !== '' && space === 'none') space = 'gap';
      return;
    }
    const from = item.str.indexOf(text[0]!);
    pieces.push(placed(page, item, { item: index, text, from, space: from > 0 ? 'space' : space }));
    space = from + text.length < item.str.length ? 'space' : 'none';
  });
  return pieces;
}

type Words = Pick<Piece, 'item' | 'text' | 'from' | 'space'>;

function placed(page: PageContent, item: TextItem, words: Words): Piece {
  const [a, b, c, d, e, f] = item.transform as [number, number, number, number, number, number];
  const size = Math.hypot(c, d) || item.height || 1;
  const quarter = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  const [along, down] = inReadingFrame(page, { x: e, y: f, quarter });
  const turn = (quarter - Math.round((page.rotation ?? 0) / 90) + 8) % 4;
  return { ...words, start: along, end: along + item.width, baseline: down, size, turn };
}

/** A point of the page seen by someone who reads in this direction: how far along the line, and how far down the page. */
function inReadingFrame(page: PageContent, { x, y, quarter }: { x: number; y: number; quarter: number }): readonly [number, number] {
  const [left, bottom] = page.origin ?? [0, 0];
  const [fromLeft, fromBottom] = [x - left, y - bottom];
  const [fromRight, fromTop] = [page.width - fromLeft, page.height - fromBottom];
  if (quarter === 0) return [fromLeft, fromTop];
  if (quarter === 1) return [fromBottom, fromLeft];
  if (quarter === 2) return [fromRight, fromBottom];
  return [fromTop, fromRight];
}

/** The size of the page for someone who reads its upright text. */
export function shownSize({ width, height, rotation = 0 }: PageContent): { readonly width: number; readonly height: number } {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}
