import { detectLocale } from '../site/locale.ts';
import { readRecord, type RecordPart, type SearchRecord } from './record.ts';
import { closeUp } from './segment.ts';
import { findWords, wordKey, type Topic } from './thesaurus.ts';

/** The topics of records, and what a query needs to name them. Topics are numbered from 0; what no record has is left out. */
export interface TopicIndex {
  /** For each record, in their order, how much it has of its topics, from 0 to 1. */
  readonly strengths: readonly ReadonlyMap<number, number>[];
  /** For each word of the thesaurus that may name a topic, the numbers of those topics. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** For each topic, by its number, the words that the records use for it most, and for little else. */
  readonly names: readonly (readonly string[])[];
}

/** How much a word counts by where it stands; elsewhere 1. Authors and venues have no topics. */
const PART_WEIGHTS: Partial<Record<RecordPart, number>> = { title: 4, keywords: 2, questions: 2, authors: 0, venue: 0 };
/** So many mentions make a topic half of what a record of usual length is about. */
const HALF = 4;
/** A record that has less of a topic only mentions it. */
const LEAST = 0.15;
/** How many words of each language are kept as the names of a topic. */
const NAMES = 3;

/**
 * Finds the topics of records by the words of a thesaurus. A topic is as strong in a record as its words are many there, for what
 * the record’s length leads to expect; a word counts less each time it comes again, and less the more topics it may mean.
 */
export function indexTopics(records: readonly SearchRecord[], thesaurus: readonly Topic[]): TopicIndex {
  const meanings = meaningsOf(thesaurus);
  const mentions = records.map((record) => mentionsIn(record, meanings));
  const lengths = mentions.map(({ weights }) => sumOf(weights.values()));
  const usual = sumOf(lengths) / Math.max(1, records.length);
  const strengths = mentions.map(({ weights }, index) => {
    const half = HALF * (lengths[index]! / usual);
    const all = [...weights].map(([topic, weight]) => [topic, weight / (weight + half)] as const);
    return all.filter(([, strength]) => strength >= LEAST);
  });
  const present = [...new Set(strengths.flatMap((own) => own.map(([topic]) => topic)))].sort((a, b) => a - b);
  const numbers = new Map(present.map((topic, number) => [topic, number]));
  const uses = usesOf(mentions);
  return {
    strengths: strengths.map((own) => new Map(own.map(([topic, strength]) => [numbers.get(topic)!, strength]))),
    words: new Map([...meanings].flatMap(([key, topics]) => renumbered(key, topics, numbers))),
    names: present.map((topic) => namesOf(thesaurus[topic]!, { uses, meanings })),
  };
}

function sumOf(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** The topics that each word of the thesaurus may mean. */
type Meanings = ReadonlyMap<string, readonly number[]>;

function meaningsOf(thesaurus: readonly Topic[]): Meanings {
  const meanings = new Map<string, Set<number>>();
  for (const [topic, { words }] of thesaurus.entries())
    for (const key of words.map(wordKey)) {
      const known = meanings.get(key);
      if (known) known.add(topic);
      else meanings.set(key, new Set([topic]));
    }
  return new Map([...meanings].map(([key, topics]) => [key, [...topics]]));
}

function renumbered(key: string, topics: readonly number[], numbers: ReadonlyMap<number, number>) {
  const present = topics.flatMap((topic) => numbers.get(topic) ?? []);
  return present.length > 0 ? [[key, present] as const] : [];
}

interface Mentions {
  /** How much of each topic a record has. */
  readonly weights: ReadonlyMap<number, number>;
  /** How often each word of the thesaurus stands in it. */
  readonly counts: ReadonlyMap<string, number>;
}

function mentionsIn({ content }: SearchRecord, meanings: Meanings): Mentions {
  const { head, body } = readRecord(content);
  const weights = new Map<number, number>();
  const counts = new Map<string, number>();
  for (const { part, tokens } of [...head, ...body]) {
    const partWeight = PART_WEIGHTS[part] ?? 1;
    if (partWeight === 0) continue;
    for (const { key } of findWords(closeUp(tokens.join(' ')), (word) => meanings.has(word))) {
      const times = (counts.get(key) ?? 0) + 1;
      counts.set(key, times);
      const topics = meanings.get(key)!;
      const weight = partWeight / Math.sqrt(times * topics.length);
      for (const topic of topics) weights.set(topic, (weights.get(topic) ?? 0) + weight);
    }
  }
  return { weights, counts };
}

/** How often each word of the thesaurus stands in all records. */
function usesOf(mentions: readonly Mentions[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { counts } of mentions) for (const [key, times] of counts) uses.set(key, (uses.get(key) ?? 0) + times);
  return uses;
}

/** The words of a topic that records use most and mean least else by, of each language the first few. */
function namesOf({ words }: Topic, { uses, meanings }: { uses: ReadonlyMap<string, number>; meanings: Meanings }): string[] {
  const worth = (key: string) => (uses.get(key) ?? 0) / (meanings.get(key) ?? []).length ** 2;
  const used = words.map((word) => ({ word, worth: worth(wordKey(word)) })).filter((name) => name.worth > 0);
  const byLocale = Object.groupBy(
    used.sort((a, b) => b.worth - a.worth),
    ({ word }) => detectLocale(word),
  );
  return Object.values(byLocale).flatMap((own) => own.slice(0, NAMES).map(({ word }) => word));
}
