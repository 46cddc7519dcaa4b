import { readTopicFiles, type TopicFile, type Topics } from '../../core/search/topic-file.ts';
import { fetchJson } from './collection.ts';
import { keepAll } from './keep.ts';

/** The topics of the notes, in files of which only those that a query needs are loaded. */
export class TopicLoader {
  readonly #folder: string;
  readonly #files = new Map<number, Promise<TopicFile>>();

  /** @param index The address of the index's folder, with a slash at its end. */
  constructor(index: string) {
    this.#folder = `${index}topics/`;
  }

  /**
   * Some topics, with the notes that have them. Rejects when a file cannot be loaded; the next call tries again.
   * @param files In how many files the topics stand.
   * @param ids The ids of all results, sorted.
   */
  async load(topics: readonly number[], files: number, ids: readonly string[]): Promise<Topics> {
    const needed = new Set(topics.map((topic) => topic % files));
    return readTopicFiles(await Promise.all([...needed].map((file) => this.#load(file))), topics, ids);
  }

  #load(file: number): Promise<TopicFile> {
    // The build wrote this file from the same type.
    return keepAll(this.#files, file, () => fetchJson(`${this.#folder}${file}.json`) as Promise<TopicFile>);
  }
}
