import type { Passage } from './record.ts';
import { isSpaced } from './segment.ts';

/** How many tokens without a match a phrase may bridge, such as “of the”. */
const GAP = 2;
const LONGEST = 12;

/**
 * What a reader opens the page at: the longest stretch of the page's own text in which the parts of the query follow one another.
 * Empty where nothing in the text matches.
 * @param matches For each part of the query, the matching tokens.
 */
export function phraseToMark(body: readonly Passage[], matches: readonly (readonly number[])[]): string {
  const unitOf = new Map(matches.flatMap((words, unit) => words.map((word) => [word, unit] as const)));
  let best: { tokens: readonly string[]; units: number } | undefined;
  for (const passage of body) {
    for (const [from, to] of stretches(passage, unitOf)) {
      const units = new Set(Array.from({ length: to - from }, (_, index) => unitOf.get(passage.start + from + index))).size;
      if (!best || units > best.units) best = { tokens: passage.tokens.slice(from, to), units };
    }
  }
  return best ? trimmed(joined(best.tokens)) : '';
}

/** The stretches of a passage that begin and end with a match and have no long gap inside. */
function stretches({ start, tokens }: Passage, unitOf: ReadonlyMap<number, number>): [number, number][] {
  const found: [number, number][] = [];
  tokens.forEach((_, index) => {
    if (!unitOf.has(start + index)) return;
    const last = found.at(-1);
    if (last && index - last[1] <= GAP && index - last[0] < LONGEST) last[1] = index + 1;
    else found.push([index, index + 1]);
  });
  return found;
}

function joined(tokens: readonly string[]): string {
  return tokens.reduce((text, token, index) => text + (index > 0 && isSpaced(tokens[index - 1]!, token) ? ' ' : '') + token, '');
}

/** Without the marks at its ends, which would only keep it from being found. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
}
