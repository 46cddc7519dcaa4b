/** Where a pattern fits a text best, if some of its characters may be changed, missing or added. */
export interface Alignment {
  /** For each place between the characters of the pattern, its ends included, the place in the text that it stands at. */
  readonly places: readonly number[];
  /** For each place, how many errors stand before it. */
  readonly errors: readonly number[];
}

/** The step that led to a cell: a character of both, of the pattern only, or of the text only. */
const BOTH = 0;
const PATTERN = 1;
const TEXT = 2;

/**
 * Fits a pattern into a text with the fewest changed, missing and added characters; what stands before and behind costs nothing
 * (Sellers, "The theory and computation of evolutionary distances", 1980).
 */
export function align(pattern: string, text: string): Alignment {
  const width = text.length + 1;
  const steps = new Uint8Array((pattern.length + 1) * width);
  let row = new Uint16Array(width);
  let above = new Uint16Array(width);
  for (let i = 1; i <= pattern.length; i++) {
    [row, above] = [above, row];
    fillRow({ row, above, steps: steps.subarray(i * width, (i + 1) * width) }, { index: i, character: pattern.charCodeAt(i - 1), text });
  }
  return trace({ steps, width, pattern, text }, indexOfLeast(row));
}

interface Row {
  readonly row: Uint16Array;
  readonly above: Uint16Array;
  readonly steps: Uint8Array;
}

function fillRow({ row, above, steps }: Row, { index, character, text }: { index: number; character: number; text: string }): void {
  row[0] = index;
  steps[0] = PATTERN;
  for (let j = 1; j < row.length; j++) {
    let least = above[j - 1]! + (text.charCodeAt(j - 1) === character ? 0 : 1);
    let step = BOTH;
    if (above[j]! + 1 < least) [least, step] = [above[j]! + 1, PATTERN];
    if (row[j - 1]! + 1 < least) [least, step] = [row[j - 1]! + 1, TEXT];
    row[j] = least;
    steps[j] = step;
  }
}

function indexOfLeast(row: Uint16Array): number {
  let best = 0;
  for (let j = 1; j < row.length; j++) if (row[j]! < row[best]!) best = j;
  return best;
}

function trace(
  { steps, width, pattern, text }: { steps: Uint8Array; width: number; pattern: string; text: string },
  end: number,
): Alignment {
  const places = Array.from({ length: pattern.length + 1 }, () => end);
  const costs = Array.from({ length: pattern.length + 1 }, () => 0);
  let [i, j] = [pattern.length, end];
  while (i > 0) {
    const step = steps[i * width + j];
    if (step === TEXT) costs[i]! += 1;
    else if (step === PATTERN || pattern[i - 1] !== text[j - 1]) costs[i]! += 1;
    if (step !== PATTERN) j -= 1;
    if (step !== TEXT) i -= 1;
    places[i] = j;
  }
  let sum = 0;
  return { places, errors: costs.map((cost) => (sum += cost)) };
}
