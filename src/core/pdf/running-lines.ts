import type { Line } from './lines.ts';

/** The lines of a page, and how high the page is, in points. */
export interface PageLines {
  readonly lines: readonly Line[];
  readonly height: number;
}

/** Running heads, page numbers and notices stand in this part of the page, at its top and at its bottom. */
const ZONE = 0.12;
/** How far, in points, the place of a repeated line may vary. */
const TOLERANCE = 2;
/** A line that stands on so many pages is repeated; in a document of two or three pages, on two. */
const ENOUGH = 3;

/** A line in the zone, on one page. */
interface Candidate {
  readonly page: number;
  readonly line: Line;
  /** Its text, with `#` for every number. */
  readonly pattern: string;
}

/** The lines of all pages that are running heads, page numbers or notices: what stands at the same place on many pages. */
export function findRunningLines(pages: readonly PageLines[]): ReadonlySet<Line> {
  const groups = new Map<string, Candidate[]>();
  pages.forEach(({ lines, height }, page) => {
    for (const line of lines) {
      if (line.turn !== 0 || !isInZone(line, height)) continue;
      const pattern = patternOf(line);
      const group = groups.get(pattern);
      if (group) group.push({ page, line, pattern });
      else groups.set(pattern, [{ page, line, pattern }]);
    }
  });
  const enough = pages.length <= ENOUGH ? 2 : ENOUGH;
  return new Set([...groups.values()].flatMap((group) => repeated(group, enough)));
}

function isInZone({ baseline }: Line, height: number): boolean {
  return baseline < ZONE * height || baseline > (1 - ZONE) * height;
}

function patternOf({ pieces }: Line): string {
  return pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '')
    .toLowerCase()
    .replace(/\d+/g, '#');
}

/** Those of the candidates with one pattern that stand at the same height on enough pages, and count them if they are numbers. */
function repeated(group: readonly Candidate[], enough: number): Line[] {
  return group
    .filter((candidate) => {
      const alike = group.filter(({ line }) => Math.abs(line.baseline - candidate.line.baseline) < TOLERANCE);
      if (new Set(alike.map(({ page }) => page)).size < enough) return false;
      return !isNumber(candidate.pattern) || alike.some((other) => other.page !== candidate.page && counts(candidate, other));
    })
    .map(({ line }) => line);
}

/** Whether a pattern has no word that could tell a running line from a row of figures. */
function isNumber(pattern: string): boolean {
  return !/\p{L}{3}/u.test(pattern.replace(/^[ivxlc]+$/, ''));
}

/** Whether two lines hold their page's number: they differ by as much as their pages do. Roman numerals pass. */
function counts(one: Candidate, other: Candidate): boolean {
  const [first, second] = [one, other].map(
    ({ line }) =>
      line.pieces
        .map(({ text }) => text)
        .join('')
        .match(/\d+/)?.[0],
  );
  if (first === undefined || second === undefined) return true;
  return Number(second) - Number(first) === other.page - one.page;
}
