/** One question to the index. Words that stand in it together must all occur; in double quotes, one after the other. */
export interface Ask {
  readonly words: string;
  /** How much its answer counts, 1 for the reader's own word. */
  readonly weight: number;
  /** The words of the query that it renders in the other language, if it is a translation. */
  readonly translates?: string;
}

/** A part of a query with every way to ask for it, the reader's own first. */
export interface Unit {
  /** The reader's word, folded. */
  readonly text: string;
  /** How much of the question hangs on it. Default: 1. */
  readonly importance?: number;
  readonly asks: readonly Ask[];
}

/** A term of the vocabulary that a query names: its other names may stand in for the units it covers. */
export interface Concept {
  /** The name by which the query calls it. */
  readonly name: string;
  /** Which units it covers, as indices. */
  readonly covers: readonly number[];
  readonly asks: readonly Ask[];
}

/** How much an answer counts that is not to the reader's own word. */
export const WEIGHTS = {
  twin: 0.9,
  parts: 0.5,
  around: 0.8,
  otherName: 0.6,
  translated: 0.25,
  loose: 0.7,
  repaired: 0.8,
  rendered: 0.3,
} as const;

/** Asks for words that follow one another. */
export function exact(words: readonly string[]): Ask {
  return { words: `"${words.join(' ')}"`, weight: 1 };
}
