/** What a mark is: a colored background, a line under the words, or words of the reader's own about them. */
export const markKinds = ['highlight', 'underline', 'note'] as const;

/** One of the kinds of mark. */
export type MarkKind = (typeof markKinds)[number];

/** The colors of marks, in the order in which they are offered. */
export const markColors = ['yellow', 'green', 'blue', 'pink'] as const;

/** One of the colors of marks. */
export type MarkColor = (typeof markColors)[number];

/** Words and what stands around them, as the TextQuoteSelector of the Web Annotation Data Model names a place in a text. */
export interface TextQuote {
  /** The words themselves, as they are read: lines joined, hyphenation undone, ligatures as letters. */
  readonly exact: string;
  /** What stands before them on their page, up to `contextLength` characters; empty at its beginning. */
  readonly prefix: string;
  /** What stands behind them on their page, up to `contextLength` characters; empty at its end. */
  readonly suffix: string;
}

/** How many characters before and behind a quote are kept to find it again. */
export const contextLength = 32;

/** The place of a mark in a PDF. It is written once; where the words stand in another version of the file is looked up by the quote. */
export interface Anchor {
  /** The page, counted from 1. */
  readonly page: number;
  readonly quote: TextQuote;
  /** Where the words begin in the page's text (`PageText.text`), in UTF-16 units. */
  readonly start: number;
  /** Where they end, exclusive. */
  readonly end: number;
}

/** A mark that a reader made in a paper. */
export interface Mark {
  /** A UUID, or the IRI of an annotation that came from another program. */
  readonly id: string;
  /** The id of the paper's note. */
  readonly paper: string;
  readonly kind: MarkKind;
  readonly color: MarkColor;
  /** What the reader says about the words, as Markdown; empty if nothing. */
  readonly comment: string;
  readonly anchor: Anchor;
  /** When it was made: ISO 8601 in UTC, with milliseconds. */
  readonly created: string;
  /** When it was last changed, in the same form; of two records with one id the later one counts. */
  readonly modified: string;
}

/** What is left of a deleted mark, so that another tab or device does not bring it back. */
export interface Deletion {
  readonly id: string;
  readonly paper: string;
  readonly deleted: true;
  /** When it was deleted. */
  readonly modified: string;
}

/** What is kept under the id of a mark. */
export type MarkRecord = Mark | Deletion;

/** Whether a record is a mark that still exists. */
export function isMark(record: MarkRecord | undefined): record is Mark {
  return record !== undefined && !('deleted' in record);
}

/**
 * The time for a changed record: now, or just behind the last change where a clock goes wrong, so that the change counts.
 * @param before When the record was last changed; absent for a new one.
 */
export function nextModified(before: string | undefined, now: Date): string {
  const last = before === undefined ? -Infinity : Date.parse(before);
  return new Date(Math.max(now.getTime(), last + 1)).toISOString();
}

/** Reads the name of a kind; undefined if it is none. */
export function parseKind(text: string | undefined): MarkKind | undefined {
  return markKinds.find((kind) => kind === text);
}

/** Reads the name of a color; undefined if it is none. */
export function parseColor(text: string | undefined): MarkColor | undefined {
  return markColors.find((color) => color === text);
}
