import type { TopicIndex } from './topics.ts';

/**
 * Some topics, by their numbers, each with the records that have it: for each record its place among the sorted ids of all results,
 * counted from the record before, and how much it has of the topic, in tenths.
 */
export type TopicFile = Readonly<Record<number, readonly number[]>>;

/** For topics, by their numbers, how much records have of them, by the ids of the results, from 0 to 1. */
export type TopicRecords = ReadonlyMap<number, ReadonlyMap<string, number>>;

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
  const entries = strengths.reduce((sum, { size }) => sum + size, 0);
  const files = Array.from({ length: Math.min(names.length, Math.ceil(entries / ENTRIES)) }, (): Record<number, number[]> => ({}));
  const last = new Map<number, number>();
  for (const { own, place } of inOrder)
    for (const [topic, strength] of own) {
      const file = files[topic % files.length]!;
      (file[topic] ??= []).push(place - (last.get(topic) ?? 0), Math.round(strength * TENTHS));
      last.set(topic, place);
    }
  return files;
}

/**
 * The records of topics.
 * @param ids The ids of all results, sorted.
 */
export function readTopicFiles(files: readonly TopicFile[], topics: readonly number[], ids: readonly string[]): TopicRecords {
  return new Map(topics.map((topic) => [topic, readEntries(files.find((file) => topic in file)?.[topic] ?? [], ids)]));
}

function readEntries(entries: readonly number[], ids: readonly string[]): Map<string, number> {
  const records = new Map<string, number>();
  let place = 0;
  for (let index = 0; index < entries.length; index += 2) {
    place += entries[index]!;
    records.set(ids[place]!, entries[index + 1]! / TENTHS);
  }
  return records;
}
