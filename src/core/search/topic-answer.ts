import type { TopicWord } from './query-topics.ts';
import type { LoadedTopic, Topics } from './topic-file.ts';
import { sum } from './weigh.ts';

/** How far a record is about what a query means, whatever words it has. */
export interface Topical {
  /** From 0 to 1, for the record that is most about it. */
  readonly score: number;
  /** Which words of one meaning led to it, by which topic, those that tell most first. */
  readonly words: readonly TopicLink[];
}

/** A word of a query, and what the records call the topic by which it led to one. */
export interface TopicLink {
  readonly text: string;
  readonly names: readonly string[];
}

/** So much understanding of a query, in words that tell it all, makes its topics count half of what they can. */
const DOUBT = 1;

/** What the topics of a query say of the records. */
export interface TopicAnswer {
  readonly records: ReadonlyMap<string, Topical>;
  /** How much of the query its topics understand, from 0 to 1. */
  readonly confidence: number;
}

/**
 * Answers a query by its topics: for each of its words the topic counts that a record has most of, by how rare the topic is.
 * @param records How many records there are.
 */
export function answerByTopics(words: readonly TopicWord[], topics: Topics, records: number): TopicAnswer {
  const found = new Map<string, { score: number; links: (TopicLink & { score: number })[] }>();
  let understood = 0;
  for (const word of words) {
    const { best, rarity } = weighMeanings(word, topics, records);
    understood += rarity;
    for (const [id, link] of best) {
      const own = found.get(id) ?? { score: 0, links: [] };
      found.set(id, own);
      own.score += link.score;
      // What may mean something else is not told as a reason.
      if (word.topics.length === 1) own.links.push(link);
    }
  }
  const most = Math.max(...[...found.values()].map(({ score }) => score));
  const answered = [...found].map(([id, { score, links }]) => {
    return [id, { score: score / most, words: links.sort((a, b) => b.score - a.score) }] as const;
  });
  return { records: new Map(answered), confidence: understood / (understood + DOUBT) };
}

const NO_TOPIC: LoadedTopic = { records: new Map(), names: [] };

/** For each record the best of the topics that a word may mean, and how rare the rarest of them is, from 0 to 1. */
function weighMeanings({ text, topics: meanings }: TopicWord, topics: Topics, records: number) {
  const best = new Map<string, TopicLink & { score: number }>();
  let rarity = 0;
  for (const topic of meanings) {
    const { records: strengths, names } = topics.get(topic) ?? NO_TOPIC;
    if (strengths.size === 0) continue;
    const rare = Math.log(1 + records / Math.max(0.5, sum([...strengths.values()]))) / Math.log(1 + records);
    rarity = Math.max(rarity, rare);
    for (const [id, strength] of strengths) {
      // A word that may mean several topics tells less of each; the root keeps it from telling nothing.
      const score = (strength * rare) / Math.sqrt(meanings.length);
      if (score > (best.get(id)?.score ?? 0)) best.set(id, { text, names, score });
    }
  }
  return { best, rarity };
}
