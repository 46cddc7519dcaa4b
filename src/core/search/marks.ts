import type { Locale } from '../site/locale.ts';

/**
 * Words under which the index keeps what a record is like. They begin with a letter that no text holds and nobody types: the index
 * finds words by their beginnings.
 */
export const MARKS = {
  /** Stands before the questions that a paper answers. */
  questions: 'ⴰquestions',
  /** Marks a record whose text is in one language alone. */
  only: { en: 'ⴰenglish', zh: 'ⴰchinese' },
} as const satisfies { readonly questions: string; readonly only: Readonly<Record<Locale, string>> };

/** How much of a topic a record may have: it is about it, or it is a side matter. */
export const topicRanks = ['main', 'side'] as const;

/** How much of a topic a record has. */
export type TopicRank = (typeof topicRanks)[number];

/**
 * The mark of a record that has a topic. All are of one length, for the index finds words by their beginnings, and of digits, which
 * no stemmer cuts.
 * @param topic The topic’s number, below 10,000.
 */
export function topicMark(topic: number, rank: TopicRank): string {
  return `ⴰ${String(topic).padStart(4, '0')}${rank === 'main' ? 1 : 0}`;
}
