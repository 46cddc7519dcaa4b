import { topicMark, topicRanks, type TopicRank } from './marks.ts';
import type { TopicWord } from './query-topics.ts';
import { sum, type Answers } from './weigh.ts';

/** How far a record is about what a query means, whatever words it has. */
export interface Topical {
  /** From 0 to 1, for the record that is most about it. */
  readonly score: number;
  /** Which words led to it, by which topic, those that tell most first. */
  readonly words: readonly TopicLink[];
}

/** A word of a query, and the topic by which it led to a record. */
export interface TopicLink {
  readonly text: string;
  readonly topic: number;
}

/** How much a record has of a topic, from 0 to 1. */
const STRENGTHS: Readonly<Record<TopicRank, number>> = { main: 2 / 3, side: 1 / 3 };
/** How sharply a word falls behind that may mean several topics. */
const AMBIGUITY = 0.5;
/** So much understanding of a query, in words that tell it all, makes its topics count half of what they can. */
const DOUBT = 1;

/** What the topics of a query say of the records. */
export interface TopicAnswer {
  readonly records: ReadonlyMap<string, Topical>;
  /** How much of the query its topics understand, from 0 to 1. */
  readonly confidence: number;
}

/** Answers a query by its topics: for each of its words the topic counts that a record has most of, by how rare the topic is. */
export function answerByTopics(words: readonly TopicWord[], answers: Answers, records: number): TopicAnswer {
  const found = new Map<string, { score: number; links: (TopicLink & { score: number })[] }>();
  const known = words.map((word) => weighMeanings(word, answers, records));
  for (const [index, { text }] of words.entries())
    for (const [id, { topic, score }] of known[index]!.best) {
      const own = found.get(id) ?? { score: 0, links: [] };
      found.set(id, own);
      own.score += score;
      own.links.push({ text, topic, score });
    }
  const most = Math.max(...[...found.values()].map(({ score }) => score));
  const understood = sum(known.map(({ rarity }) => rarity));
  return {
    records: new Map([...found].map(([id, { score, links }]) => [id, { score: score / most, words: links.sort((a, b) => b.score - a.score) }])),
    confidence: understood / (understood + DOUBT),
  };
}

/** For each record the best of the topics that a word may mean, and how rare the rarest of them is, from 0 to 1. */
function weighMeanings({ topics }: TopicWord, answers: Answers, records: number) {
  const best = new Map<string, { topic: number; score: number }>();
  let rarity = 0;
  for (const topic of topics) {
    const strengths = strengthsOf(topic, answers);
    const rare = Math.log(1 + records / Math.max(0.5, sum([...strengths.values()]))) / Math.log(1 + records);
    if (strengths.size > 0) rarity = Math.max(rarity, rare);
    for (const [id, strength] of strengths) {
      const score = (strength * rare) / topics.length ** AMBIGUITY;
      if (score > (best.get(id)?.score ?? 0)) best.set(id, { topic, score });
    }
  }
  return { best, rarity };
}

function strengthsOf(topic: number, answers: Answers): Map<string, number> {
  return new Map(topicRanks.flatMap((rank) => (answers.get(topicMark(topic, rank)) ?? []).map(({ id }) => [id, STRENGTHS[rank]] as const)));
}
