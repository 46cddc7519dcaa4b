import type { Locale } from '../site/locale.ts';

/** Words under which the index keeps what a record is like; no text holds them, and nobody types them. */
export const MARKS = {
  /** Stands before the questions that a paper answers. */
  questions: 'xquestions',
  /** Marks a record whose text is in one language alone. */
  only: { en: 'xonlyen', zh: 'xonlyzh' },
} as const satisfies { readonly questions: string; readonly only: Readonly<Record<Locale, string>> };
