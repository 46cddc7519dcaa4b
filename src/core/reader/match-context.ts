import { readable } from '../annotation/page-text.ts';

/** A match with the words around it. */
export interface MatchContext {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** How many characters before and behind a match are shown. */
const REACH = 48;

/**
 * The words around a match.
 * @param text A page's text with a line end behind each line.
 * @param match Where the match begins and how long it is, in characters of the text without its line ends.
 */
export function matchContext(text: string, [start, length]: readonly [start: number, length: number]): MatchContext {
  const from = withLineEnds(text, start);
  const to = withLineEnds(text, start + length - 1) + 1;
  return {
    before: fromWord(readable(text.slice(Math.max(0, from - REACH), from)), from > REACH),
    match: readable(text.slice(from, to)),
    after: toWord(readable(text.slice(to, to + REACH)), to + REACH < text.length),
  };
}

/** The place in a text of a character that is counted without line ends. */
function withLineEnds(text: string, count: number): number {
  let [at, left] = [0, count];
  for (const line of text.split('\n')) {
    if (left < line.length) return at + left;
    left -= line.length;
    at += line.length + 1;
  }
  return text.length;
}

/** Leaves out a word of which only the end is there. */
function fromWord(text: string, isCut: boolean): string {
  return isCut ? `…${text.replace(/^[\p{Script=Latin}\p{N}]+\s/u, '')}` : text;
}

/** Leaves out a word of which only the beginning is there. */
function toWord(text: string, isCut: boolean): string {
  return isCut ? `${text.replace(/\s[\p{Script=Latin}\p{N}]+$/u, '')}…` : text;
}
