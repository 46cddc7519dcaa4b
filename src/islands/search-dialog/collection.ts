import type { CollectionRecords, PaperRecord } from '../../core/catalogue/record.ts';

/** The records of all papers, found by what the index calls its results. */
export interface Collection {
  readonly records: CollectionRecords;
  /** The paper of a result, by the id that the index gave it. */
  paper(result: string): PaperRecord | undefined;
}

/** Where the parts of a collection stand. */
export interface CollectionAddresses {
  readonly records: string;
  /** The folder of the index, with a slash at its end. */
  readonly index: string;
}

/** What fields and filters need, each part loaded once and only when it is asked for. */
export class CollectionLoader {
  readonly #addresses: CollectionAddresses;
  #collection: Promise<Collection> | undefined;
  #authors: Promise<Readonly<Record<string, readonly string[]>>> | undefined;
  #notes: Promise<(result: string) => string> | undefined;

  constructor(addresses: CollectionAddresses) {
    this.#addresses = addresses;
  }

  /** The collection. Rejects when a part cannot be loaded; the next call tries again. */
  load(): Promise<Collection> {
    this.#collection ??= this.#load();
    this.#collection.catch(() => (this.#collection = undefined));
    return this.#collection;
  }

  /** All authors of each paper, by its id. */
  authors(): Promise<Readonly<Record<string, readonly string[]>>> {
    // The build wrote these files, as it did the others.
    this.#authors ??= fetchJson(`${this.#addresses.index}authors.json`) as Promise<Record<string, string[]>>;
    this.#authors.catch(() => (this.#authors = undefined));
    return this.#authors;
  }

  /** The note behind a result, by the id that the index gave it; empty for an id that is not the index's. */
  notes(): Promise<(result: string) => string> {
    this.#notes ??= fetchJson(`${this.#addresses.index}ids.json`).then((ids) => (result) => (ids as Record<string, string>)[result] ?? '');
    this.#notes.catch(() => (this.#notes = undefined));
    return this.#notes;
  }

  async #load(): Promise<Collection> {
    const [records, noteOf] = await Promise.all([fetchJson(this.#addresses.records) as Promise<CollectionRecords>, this.notes()]);
    const papers = new Map(records.papers.map((paper) => [paper.id, paper]));
    return { records, paper: (result) => papers.get(noteOf(result)) };
  }
}

/** What an address answers, parsed; fails where it answers with an error. */
export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}
