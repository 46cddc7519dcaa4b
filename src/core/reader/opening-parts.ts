/** Bytes of a file: from the first number up to, and without, the second. */
export type ByteRange = readonly [begin: number, end: number];

/** Which bytes of a PDF a reader needs first; known when the site is built, so that nothing need be read to know what to read. */
export interface OpeningParts {
  /** The length of the file, in bytes. */
  readonly length: number;
  /** What is needed to open the file: its index and its first page's size. */
  readonly index: readonly ByteRange[];
  /** What else is needed to draw the first page. */
  readonly firstPage: readonly ByteRange[];
}

/** PDFs are fetched in pieces of so many bytes: the smallest that keep a page to a few requests. */
export const PIECE = 16_384;

/** The ranges that pieces, named by their numbers from 0, make up in a file of that length; neighbors become one. */
export function rangesOfPieces(pieces: Iterable<number>, length: number): ByteRange[] {
  const ranges: [number, number][] = [];
  for (const piece of [...new Set(pieces)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    const end = Math.min((piece + 1) * PIECE, length);
    if (last?.[1] === piece * PIECE) last[1] = end;
    else ranges.push([piece * PIECE, end]);
  }
  return ranges;
}

/** The parts as an attribute of a page carries them: `1088154;0-65536,1081344-1088154;65536-131072`. */
export function formatOpeningParts({ length, index, firstPage }: OpeningParts): string {
  const list = (ranges: readonly ByteRange[]) => ranges.map(([begin, end]) => `${begin}-${end}`).join(',');
  return `${length};${list(index)};${list(firstPage)}`;
}

/** Reads what `formatOpeningParts` wrote; undefined if it is anything else. */
export function parseOpeningParts(text: string): OpeningParts | undefined {
  const match = /^(\d+);([\d,-]+);([\d,-]*)$/.exec(text);
  const [length, index, firstPage] = [Number(match?.[1]), readRanges(match?.[2]), readRanges(match?.[3])];
  const fits = [...index, ...firstPage].every(([begin, end]) => begin < end && end <= length);
  return match && index.length > 0 && fits ? { length, index, firstPage } : undefined;
}

function readRanges(list = ''): ByteRange[] {
  return [...list.matchAll(/(\d+)-(\d+)/g)].map(([, begin, end]) => [Number(begin), Number(end)]);
}
