import { createDictionary, shardsFor, type Dictionary, type DictionaryShard } from '../../core/search/dictionary.ts';
import { fetchJson } from './collection.ts';
import { keepAll } from './keep.ts';

/** The general dictionary, in files of a kilobyte or less of which only those that a query needs are loaded. */
export class DictionaryLoader {
  readonly #folder: string;
  readonly #shards = new Map<number, Promise<DictionaryShard>>();

  /** @param index The address of the index's folder, with a slash at its end. */
  constructor(index: string) {
    this.#folder = `${index}dictionary/`;
  }

  /** What the dictionary knows of the words of a text. Rejects when a file cannot be loaded; the next call tries again. */
  async load(text: string): Promise<Dictionary> {
    const load = async (shard: number) => [shard, await this.#load(shard)] as const;
    return createDictionary(new Map(await Promise.all(shardsFor(text).map(load))));
  }

  #load(shard: number): Promise<DictionaryShard> {
    // The build wrote this file from the same type.
    return keepAll(this.#shards, shard, () => fetchJson(`${this.#folder}${shard}.json`) as Promise<DictionaryShard>);
  }
}
