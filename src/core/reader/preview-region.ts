import type { PageLine } from './page-lines.ts';

/** A part of a page, in the page's own units: from its lower left corner, upward. */
export interface Region {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What a link leads to. */
export interface PreviewTarget {
  /** The destination written out, as ISO 32000-2, 12.3.2.2 has it: the page, the kind of view, and the kind's numbers. */
  readonly view: readonly unknown[];
  /** Its name, such as `figure.3`; empty if it has none. */
  readonly name: string;
}

/** How much is shown below a destination of each kind, in points. */
const HEIGHTS = { reference: 96, equation: 84, other: 150, float: 210 } as const;
/** How far a figure or a table may reach, and how much of a table is shown at least. */
const LARGEST_FLOAT = 420;
const LEAST_TABLE = 110;
/** A destination this close above a caption is that of the caption; a figure takes more. */
const NEAR = 50;
/** The part of a page that running heads have for themselves. */
const HEAD = 0.085;
/** What is shown around what is meant. */
const MARGIN = 8;

const CAPTION = /^(?:(fig)(?:ure|\.)|tab(?:le|\.)|algorithm|(图)|表|算法)\s*[\dA-Z]/iu;

/** Several words, unlike the numbers along an axis. */
const PROSE = /(?:\p{L}{2,}[^\p{L}]+){5}|\p{Script=Han}{6}/u;

/** The part of a page that shows what a link leads to: an entry of the references, a figure or a table with its caption, a formula. */
export function previewRegion({ view, name }: PreviewTarget, page: Region, lines: readonly PageLine[]): Region {
  const [left, at = page.top] = cornerOf(view);
  const below = lines.filter(({ top, bottom }) => (top + bottom) / 2 < at + 2);
  const first = below[0];
  const column = columnAt(left, { lines, below, page });
  const inColumn = (some: readonly PageLine[]) => some.filter((line) => line.right > column.left && line.left < column.right);
  const [upper, lower] =
    floatAt({ at, name, below: inColumn(below), above: inColumn(lines.filter((line) => !below.includes(line))), column, page }) ??
    (name.startsWith('cite.') ? entryAt(at, inColumn(below)) : [at, at - heightOf(name)]);
  const top = Math.min(Math.max(upper, first?.top ?? upper) + MARGIN, page.top);
  return { ...column, top, bottom: Math.max(Math.min(lower - MARGIN, top - 24), page.bottom) };
}

type Extent = readonly [top: number, bottom: number];

function heightOf(name: string): number {
  return /^eq/i.test(name) ? HEIGHTS.equation : HEIGHTS.other;
}

interface Surroundings {
  readonly at: number;
  readonly name: string;
  readonly below: readonly PageLine[];
  readonly above: readonly PageLine[];
  readonly column: Pick<Region, 'left' | 'right'>;
  readonly page: Region;
}

/** The extent of the figure or the table that a destination names, or at whose caption it stands; undefined if it does neither. */
function floatAt({ at, name, below, above, column, page }: Surroundings): Extent | undefined {
  const index = below.findIndex(({ text }) => CAPTION.test(text));
  const caption = below[index];
  const isAtCaption = caption !== undefined && (index === 0 || at - caption.top < NEAR);
  if (!isAtCaption && !/^(?:figure|table|algorithm|subfigure)/i.test(name)) return undefined;
  if (!caption || at - caption.top > LARGEST_FLOAT) return [at, at - HEIGHTS.float];
  const end = index + paragraphLength(below.slice(index));
  const captionBottom = below[end - 1]!.bottom;
  const isProse = (line: PageLine) => PROSE.test(line.text) && !line.isRow && line.right - line.left > 0.8 * (column.right - column.left);
  if (!isAtCaption) return [at, Math.min(captionBottom, at - LEAST_TABLE)];
  if (!/^fig|^图/iu.test(caption.text)) {
    const rest = below.slice(end);
    const next = rest.findIndex((line, row) => isProse(line) && (row > 0 || captionBottom - line.top < 1.2 * line.size));
    const last = next < 0 ? -Infinity : (rest[next - 1]?.bottom ?? 0);
    if (next !== 0) return [caption.top, Math.max(Math.min(last, captionBottom - LEAST_TABLE), captionBottom - HEIGHTS.float)];
  }
  const prose = above.findLast((line) => isProse(line) && line.size >= 0.9 * caption.size && line.bottom - caption.top > 3 * caption.size);
  const ceiling = prose ? prose.bottom - MARGIN : page.top - HEAD * (page.top - page.bottom);
  return [Math.min(ceiling, caption.top + LARGEST_FLOAT), captionBottom];
}

/** How many lines the paragraph has that begins with the first line. */
function paragraphLength(lines: readonly PageLine[]): number {
  const end = lines.findIndex((line, index) => {
    const before = lines[index - 1];
    return before !== undefined && (before.bottom - line.top > 0.45 * before.size || Math.abs(line.size - before.size) > 1);
  });
  return end < 0 ? lines.length : end;
}

/** The extent of one entry of the references: up to the next line that begins as far out as its first, or after a gap. */
function entryAt(at: number, below: readonly PageLine[]): Extent {
  const first = below[0];
  if (!first) return [at, at - HEIGHTS.reference];
  const next = below.findIndex((line, index) => {
    const before = below[index - 1];
    if (!before) return false;
    const isOut = line.left < first.left + 2 && below.slice(1, 3).some(({ left }) => left > first.left + 4);
    return isOut || /^\[\d+\]/.test(line.text) || before.bottom - line.top > 0.6 * before.size;
  });
  const last = below[(next < 0 ? below.length : next) - 1]!;
  return [first.top, Math.max(last.bottom, at - HEIGHTS.reference)];
}

interface ColumnPlace {
  readonly lines: readonly PageLine[];
  readonly below: readonly PageLine[];
  readonly page: Region;
}

/** The column of text in which a destination stands; the whole width of the text where there is but one. */
function columnAt(left: number | undefined, { lines, below, page }: ColumnPlace): Pick<Region, 'left' | 'right'> {
  if (lines.length === 0) return { left: page.left, right: page.right };
  const whole = { left: edge(lines.map((line) => line.left), 0.02), right: edge(lines.map((line) => line.right), 0.98) }; // prettier-ignore
  const middle = (whole.left + whole.right) / 2;
  const isLong = (line: PageLine) => line.right - line.left > 0.3 * (whole.right - whole.left);
  const long = lines.filter(isLong);
  const across = long.filter((line) => line.left < middle - 4 && line.right > middle + 4);
  const caption = below.find(({ text }) => CAPTION.test(text));
  const hasColumns = long.length >= 8 && across.length < 0.4 * long.length && !(caption && across.includes(caption));
  const sides =
    !hasColumns || left === undefined
      ? whole
      : left < middle - 4
        ? { left: whole.left, right: middle }
        : { left: middle, right: whole.right };
  return { left: Math.max(sides.left - MARGIN, page.left), right: Math.min(sides.right + MARGIN, page.right) };
}

/** The value below which a share of the values lies. */
function edge(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))]!;
}

function cornerOf([, kind, ...numbers]: readonly unknown[]): readonly [left?: number, top?: number] {
  const name = (kind as { name?: unknown } | undefined)?.name;
  const at = (index: number) => (typeof numbers[index] === 'number' ? numbers[index] : undefined);
  if (name === 'XYZ') return [at(0), at(1)];
  if (name === 'FitH' || name === 'FitBH') return [undefined, at(0)];
  if (name === 'FitR') return [at(0), at(3)];
  return [];
}
