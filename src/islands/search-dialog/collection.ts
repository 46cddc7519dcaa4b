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
  #ids: Promise<Readonly<Record<string, string>>> | undefined;
  #authors: Promise<Readonly<Record<string, readonly string[]>>> | undefined;

  constructor(addresses: CollectionAddresses) {
    this.#addresses = addresses;
  }

  /** The collection. Rejects when a part cannot be loaded; the next call tries again. */
  load(): Promise<Collection> {
    this.#collection ??= this.#load();
    this.#collection.catch(() => (this.#collection = undefined));
    return this.#collection;
  }

  /** The ids of the notes, by what the index calls its results. */
  ids(): Promise<Readonly<Record<string, string>>> {
    // The build wrote this file.
    this.#ids ??= fetchJson(`${this.#addresses.index}ids.json`) as Promise<Record<string, string>>;
    this.#ids.catch(() => (this.#ids = undefined));
    return this.#ids;
  }

  /** All authors of each paper, by its id. */
  authors(): Promise<Readonly<Record<string, readonly string[]>>> {
    // The build wrote these files, as it did the others.
    this.#authors ??= fetchJson(`${this.#addresses.index}authors.json`) as Promise<Record<string, string[]>>;
    this.#authors.catch(() => (this.#authors = undefined));
    return this.#authors;
  }

  async #load(): Promise<Collection> {
    const loaded = await Promise.all([fetchJson(this.#addresses.records), this.ids()]);
    // The build wrote the records from the same type.
    const [records, ids] = loaded as [CollectionRecords, Readonly<Record<string, string>>];
    const papers = new Map(records.papers.map((paper) => [paper.id, paper]));
    return { records, paper: (result) => papers.get(ids[result] ?? '') };
  }
}

/** What an address answers, parsed; fails where it answers with an error. */
export async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}
