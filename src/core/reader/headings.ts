/** A numbered heading of a paper. */
export interface Heading {
  /** With its number, such as `3.1 Setup`. */
  readonly title: string;
  /** Its depth: 1 for a section. */
  readonly depth: number;
  /** The page, counted from 1. */
  readonly page: number;
}

/** A heading with those below it. */
export interface NestedHeading extends Heading {
  readonly below: readonly NestedHeading[];
}

/** A line that is a number and a few words, the first of them capital. */
const NUMBERED = /^(?:(\d{1,2}(?:\.\d{1,2}){0,2})|([A-Z](?:\.\d{1,2}){0,2}))\.?\s+(\p{Lu}[^.!?;=]{2,90}|\p{Script=Han}[^。！？；=]{1,40})$/u;
const UNNUMBERED = /^(?:abstract|references|acknowledge?ments?|appendix|摘\s*要|参考文献|致\s*谢|附\s*录)$/iu;

/**
 * Finds the headings of a paper in the lines of its pages. Numbers must follow one another, so that the rows of tables and the
 * entries of lists, which begin with numbers too, do not count.
 * @param pages The text of each page, one line of the page a line.
 */
export function findHeadings(pages: readonly string[]): Heading[] {
  const headings: Heading[] = [];
  let last: string[] = [];
  for (const [index, page] of pages.entries()) {
    for (const line of page.split('\n').map((text) => text.trim())) {
      const match = NUMBERED.exec(line);
      const number = (match?.[1] ?? match?.[2])?.split('.');
      if (match && number && follows(number, last)) {
        headings.push({ title: line, depth: number.length, page: index + 1 });
        last = number;
      } else if (UNNUMBERED.test(line)) headings.push({ title: line, depth: 1, page: index + 1 });
    }
  }
  return headings.length > 2 ? headings : [];
}

/** Puts each heading below the one of a lesser depth before it. */
export function nestHeadings(headings: readonly Heading[]): NestedHeading[] {
  const roots: (Heading & { below: NestedHeading[] })[] = [];
  const open: (Heading & { below: NestedHeading[] })[] = [];
  for (const heading of headings) {
    while (open.length > 0 && open.at(-1)!.depth >= heading.depth) open.pop();
    const nested = { ...heading, below: [] };
    (open.at(-1)?.below ?? roots).push(nested);
    open.push(nested);
  }
  return roots;
}

/** Whether a number is the next one on its level, the first below the last one, or the first appendix. */
function follows(number: readonly string[], last: readonly string[]): boolean {
  const depth = number.length;
  const [own, parent] = [number.at(-1)!, number.slice(0, -1)];
  if (parent.some((part, level) => part !== last[level])) return false;
  if (last.length < depth) return own === '1' || own === 'A';
  return own === next(last[depth - 1]!) || (depth === 1 && own === 'A' && /^\d/.test(last[0]!));
}

function next(part: string): string {
  return /^\d/.test(part) ? String(Number(part) + 1) : String.fromCharCode(part.charCodeAt(0) + 1);
}
