import type { PageContent } from '../pdf/content.ts';
import { withoutLineNumbers } from '../pdf/line-numbers.ts';
import { readLine } from '../pdf/line-text.ts';
import { assembleLines } from '../pdf/lines.ts';
import { readPieces } from '../pdf/pieces.ts';

/** A line of text on a page, in the page's own units: from its lower left corner, upward. */
export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The size of its type. */
  readonly size: number;
  /** Whether it has the wide gaps of a row of a table, or of a formula with its number. */
  readonly isRow: boolean;
}

/** Type stands about this part of its size above its baseline, and below it. */
const ASCENT = 0.75;
const DESCENT = 0.25;

/** The upright lines of a page, without line numbers in the margin, from the top down; none of a page that is turned. */
export function pageLines(content: PageContent): PageLine[] {
  if (content.rotation) return [];
  const [x, y] = content.origin ?? [0, 0];
  const [pieces = []] = withoutLineNumbers([readPieces(content)]);
  return assembleLines(pieces)
    .filter(({ turn }) => turn === 0)
    .map((line) => {
      const baseline = y + content.height - line.baseline;
      return {
        text: readLine(line).text,
        left: x + line.start,
        right: x + line.end,
        top: baseline + ASCENT * line.size,
        bottom: baseline - DESCENT * line.size,
        size: line.size,
        isRow: line.isRow,
      };
    })
    .sort((one, other) => other.top - one.top);
}
