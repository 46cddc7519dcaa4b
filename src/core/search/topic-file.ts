import type { TopicIndex } from './topics.ts';

/** What a file says of a topic. */
export interface StoredTopic {
  /**
   * The records that have it: for each its place among the sorted ids of all results, counted from the record before, and how much
   * it has of the topic, in tenths.
   */
  readonly records: readonly number[];
  /** The words that the records use for it most. */
  readonly names: readonly string[];
}

/** Some topics, by their numbers. */
export type TopicFile = Readonly<Record<number, StoredTopic>>;

/** A topic as a query needs it. */
export interface LoadedTopic {
  /** How much records have of it, by the ids of the results, from 0 to 1. */
  readonly records: ReadonlyMap<string, number>;
  /** The words that the records use for it most. */
  readonly names: readonly string[];
}

/** Topics by their numbers. */
export type Topics = ReadonlyMap<number, LoadedTopic>;

/** So many entries make a file worth a request. */
const ENTRIES = 32;
const TENTHS = 10;

/**
 * The files of the topics of records; topic n stands in the file n modulo their number.
 * @param ids The ids under which the index gives the records, in the records’ order.
 */
export function createTopicFiles({ strengths, names }: TopicIndex, ids: readonly string[]): TopicFile[] {
  const places = new Map([...ids].sort().map((id, place) => [id, place]));
  const inOrder = strengths.map((own, record) => ({ own, place: places.get(ids[record]!)! })).sort((a, b) => a.place - b.place);
  const topics = names.map((own) => ({ records: [] as number[], last: 0, names: own }));
  for (const { own, place } of inOrder)
    for (const [number, strength] of own) {
      const topic = topics[number]!;
      topic.records.push(place - topic.last, Math.round(strength * TENTHS));
      topic.last = place;
    }
  const entries = strengths.reduce((sum, { size }) => sum + size, 0);
  const files = Array.from({ length: Math.min(names.length, Math.ceil(entries / ENTRIES)) }, (): Record<number, StoredTopic> => ({}));
  for (const [number, { records, names: own }] of topics.entries()) files[number % files.length]![number] = { records, names: own };
  return files;
}

/**
 * Topics as their files have them; numbers that stand in no file are left out.
 * @param ids The ids of all results, sorted.
 */
export function readTopicFiles(files: readonly TopicFile[], numbers: readonly number[], ids: readonly string[]): Topics {
  return new Map(
    numbers.flatMap((number) => {
      const stored = files.find((file) => number in file)?.[number];
      return stored ? [[number, { records: readRecords(stored.records, ids), names: stored.names }] as const] : [];
    }),
  );
}

function readRecords(entries: readonly number[], ids: readonly string[]): Map<string, number> {
  const records = new Map<string, number>();
  let place = 0;
  for (let index = 0; index < entries.length; index += 2) {
    place += entries[index]!;
    records.set(ids[place]!, entries[index + 1]! / TENTHS);
  }
  return records;
}
