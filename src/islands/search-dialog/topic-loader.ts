import { readTopicFiles, type TopicFile, type TopicRecords } from '../../core/search/topic-file.ts';
import { fetchJson } from './collection.ts';
import { keepAll } from './keep.ts';

/** The topics of the notes, in files of which only those that a query needs are loaded. */
export class TopicLoader {
  readonly #folder: string;
  readonly #files = new Map<number, Promise<TopicFile>>();
  #names: Promise<readonly (readonly string[])[]> | undefined;

  /** @param index The address of the index's folder, with a slash at its end. */
  constructor(index: string) {
    this.#folder = `${index}topics/`;
  }

  /**
   * The notes that have some topics. Rejects when a file cannot be loaded; the next call tries again.
   * @param files In how many files the topics stand.
   * @param ids The ids of all results, sorted.
   */
  async load(topics: readonly number[], files: number, ids: readonly string[]): Promise<TopicRecords> {
    const needed = new Set(topics.map((topic) => topic % files));
    return readTopicFiles(await Promise.all([...needed].map((file) => this.#load(file))), topics, ids);
  }

  /** What the notes call each topic. Rejects when that cannot be loaded; the next call tries again. */
  names(): Promise<readonly (readonly string[])[]> {
    // The build wrote this file from the same type.
    this.#names ??= fetchJson(`${this.#folder}names.json`) as Promise<readonly (readonly string[])[]>;
    this.#names.catch(() => (this.#names = undefined));
    return this.#names;
  }

  #load(file: number): Promise<TopicFile> {
    // The build wrote this file from the same type.
    return keepAll(this.#files, file, () => fetchJson(`${this.#folder}${file}.json`) as Promise<TopicFile>);
  }
}
