import type { Locale } from '../site/locale.ts';

/**
 * Words under which the index keeps what a record is like. They begin with a letter that no text holds and nobody types: the index
 * finds words by their beginnings.
 */
export const MARKS = {
  /** Marks every note. */
  note: 'ⴰnote',
  /** Stands before the questions that a paper answers. */
  questions: 'ⴰquestions',
  /** Marks a record whose text is in one language alone. */
  only: { en: 'ⴰenglish', zh: 'ⴰchinese' },
} as const satisfies { readonly note: string; readonly questions: string; readonly only: Readonly<Record<Locale, string>> };
