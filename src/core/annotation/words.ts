import type { PageText } from './page-text.ts';

/** A word of a page: where it stands in the page's text, and in which of its lines. */
export interface Word {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** The index of the line, counted from 0. */
  readonly line: number;
}

/** A selection that keys move: words of a page, from the one it began at to the one it has come to. */
export interface WordSelection {
  readonly anchor: number;
  readonly focus: number;
}

/** Where the focus of a selection goes. */
export type WordMove = 'next' | 'previous' | 'down' | 'up' | 'line-start' | 'line-end';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a page, in order. Text without spaces, as Chinese, has words too. */
export function wordsOf({ text }: Pick<PageText, 'text'>): Word[] {
  const words: Word[] = [];
  let at = 0;
  for (const [line, content] of text.split('\n').entries()) {
    for (const run of content.matchAll(/\S+/g)) {
      const start = at + run.index;
      const parts = /[\u3000-\u9FFF]/.test(run[0]) ? [...segmenter.segment(run[0])].map(({ segment }) => segment) : [run[0]];
      let from = start;
      for (const part of parts) words.push({ start: from, end: (from += part.length), line });
    }
    at += content.length + 1;
  }
  return words;
}

/**
 * Moves a selection by a word or a line.
 * @param isExtending Whether it grows or shrinks instead of moving on as one word.
 * @returns undefined where the page has no further word.
 */
export function moveSelection(
  words: readonly Word[],
  { anchor, focus }: WordSelection,
  { move, isExtending }: { readonly move: WordMove; readonly isExtending: boolean },
): WordSelection | undefined {
  const next = target(words, focus, move);
  if (next === undefined) return undefined;
  return { anchor: isExtending ? anchor : next, focus: next };
}

function target(words: readonly Word[], focus: number, move: WordMove): number | undefined {
  const line = words[focus]?.line;
  if (line === undefined) return undefined;
  const first = words.findIndex((word) => word.line === line);
  const last = words.findLastIndex((word) => word.line === line);
  const inLine = (start: number, step: 1 | -1): number | undefined => {
    const other = words[start]?.line;
    if (other === undefined) return undefined;
    const begin = step > 0 ? start : words.findIndex((word) => word.line === other);
    const end = words.findLastIndex((word) => word.line === other);
    return Math.min(begin + (focus - first), end);
  };
  const moves: Readonly<Record<WordMove, number | undefined>> = {
    next: focus + 1,
    previous: focus - 1,
    'line-start': first,
    'line-end': last,
    down: inLine(last + 1, 1),
    up: inLine(first - 1, -1),
  };
  const found = moves[move];
  return found !== undefined && words[found] ? found : undefined;
}

/** The stretch of a page's text that a selection of words covers. */
export function spanOf(words: readonly Word[], { anchor, focus }: WordSelection): readonly [start: number, end: number] {
  const [first, last] = [words[Math.min(anchor, focus)]!, words[Math.max(anchor, focus)]!];
  return [first.start, last.end];
}
