/** A piece of text with its place on the page, as pdf.js gives it. */
export interface PlacedPiece {
  /** The text matrix `[a, b, c, d, e, f]`: the piece begins at `(e, f)` on its base line, in the page's user space. */
  readonly transform: readonly number[];
  /** The advance along the line, in points. */
  readonly width: number;
}

/** Four corners in user space, in the order that PDF programs write them: top left, top right, bottom left, bottom right. */
export type Quad = readonly [number, number, number, number, number, number, number, number];

/** How far letters reach above and below the base line, as a share of the size of the font. */
const ABOVE = 0.76;
const BELOW = 0.22;

/** Gaps up to this share of the size of the font lie between words, not between columns. */
const WORD_GAP = 1.2;

/**
 * The corners of a part of a piece.
 * @param from Where the part begins along the piece, 0 to 1, and where it ends.
 */
export function quadOf({ transform, width }: PlacedPiece, [from, to]: readonly [from: number, to: number]): Quad {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const across = Math.hypot(a, b) || 1;
  const [ux, uy] = [(a / across) * width, (b / across) * width];
  const corner = (along: number, up: number) => [e + ux * along + c * up, f + uy * along + d * up] as const;
  return [...corner(from, ABOVE), ...corner(to, ABOVE), ...corner(from, -BELOW), ...corner(to, -BELOW)];
}

/** Joins the corners of pieces that stand beside each other on one upright line. */
export function joinQuads(quads: readonly Quad[]): Quad[] {
  const joined: Quad[] = [];
  for (const quad of quads) {
    const last = joined.at(-1);
    if (last && areNeighbors(last, quad)) joined[joined.length - 1] = hull(last, quad);
    else joined.push(quad);
  }
  return joined;
}

function areNeighbors(a: Quad, b: Quad): boolean {
  const height = Math.max(a[1] - a[5], b[1] - b[5]);
  const areUpright = a[1] === a[3] && b[1] === b[3] && height > 0;
  const overlap = Math.min(a[1], b[1]) - Math.max(a[5], b[5]);
  const gap = b[0] - a[2];
  return areUpright && overlap > Math.min(a[1] - a[5], b[1] - b[5]) / 2 && gap < WORD_GAP * height && gap > -height;
}

function hull(a: Quad, b: Quad): Quad {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[2], b[2])];
  const [top, bottom] = [Math.max(a[1], b[1]), Math.min(a[5], b[5])];
  return [left, top, right, top, left, bottom, right, bottom];
}

/** The smallest upright rectangle around corners: left, bottom, right, top. */
export function boundsOf(quads: readonly Quad[]): [number, number, number, number] {
  const xs = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 0));
  const ys = quads.flatMap((quad) => quad.filter((_, index) => index % 2 === 1));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
