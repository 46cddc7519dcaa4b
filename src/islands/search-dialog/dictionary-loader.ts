import { createDictionary, shardOf, type Dictionary, type DictionaryShard } from '../../core/search/dictionary.ts';
import { fetchJson } from './collection.ts';
import { keep } from './keep.ts';

const HAN = /\p{Script=Han}/u;

/** The general dictionary, in files of a kilobyte or two of which only those that a query needs are loaded. */
export class DictionaryLoader {
  readonly #folder: string;
  readonly #shards = new Map<number, Promise<DictionaryShard>>();

  /** @param index The address of the index's folder, with a slash at its end. */
  constructor(index: string) {
    this.#folder = `${index}dictionary/`;
  }

  /** What the dictionary knows of some words. Rejects when a file cannot be loaded; the next call tries again. */
  async load(words: readonly string[]): Promise<Dictionary> {
    const latin = words.filter((word) => !HAN.test(word));
    const pairs = latin.slice(1).map((word, index) => `${latin[index]} ${word}`);
    const characters = words.filter((word) => HAN.test(word)).flatMap((word) => [...word]);
    const shards = new Set([...latin, ...pairs, ...characters].map(shardOf));
    return createDictionary(await Promise.all([...shards].map((shard) => this.#load(shard))));
  }

  #load(shard: number): Promise<DictionaryShard> {
    // The build wrote this file from the same type.
    return keep(this.#shards, shard, () => fetchJson(`${this.#folder}${shard}.json`) as Promise<DictionaryShard>);
  }
}
