import type { Dictionary } from './dictionary.ts';
import { findWords } from './thesaurus.ts';

/** A word of a query, and the topics of the thesaurus that it may mean. */
export interface TopicWord {
  readonly text: string;
  readonly topics: readonly number[];
}

/** Longer queries are read up to so many words of the thesaurus: each may need files of its own. */
const WORDS = 16;
/** A word that may mean more topics than this tells nothing. */
const MEANINGS = 8;

/** The words of a query that name topics, each once. */
export function topicWords(text: string, dictionary: Dictionary): TopicWord[] {
  const found = findWords(text, (key) => dictionary.topicsOf(key).length > 0);
  const unique = [...new Map(found.map((word) => [word.key, word])).values()];
  return unique
    .map(({ key, text: word }) => ({ text: word, topics: dictionary.topicsOf(key) }))
    .filter(({ topics }) => topics.length <= MEANINGS)
    .slice(0, WORDS);
}
