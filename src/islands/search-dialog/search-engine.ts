import { createLexicon, type Lexicon, type LexiconData } from '../../core/search/lexicon.ts';
import { parseQuery, type Ask } from '../../core/search/query.ts';
import { asksOf, rank, type Hit, type Ranked } from '../../core/search/rank.ts';
import type { StoredRecord } from '../../core/search/page-record.ts';
import { metaWeights, readRecord, type ReadRecord } from '../../core/search/record.ts';

/** A found note that is read only when it is shown. */
export interface Found extends Ranked {
  load(): Promise<FoundRecord>;
}

/** A found note, read. */
export interface FoundRecord {
  readonly note: string;
  readonly record: ReadRecord;
}

/** The part of Pagefind's interface that is used. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: readonly PagefindResult[] }>;
}

interface Parts {
  readonly pagefind: Pagefind;
  readonly lexicon: Lexicon;
}

/** A record that the index found, not loaded yet. */
export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<StoredRecord>;
}

/** Answers are kept while a reader types, for most words of a query stay the same. */
const KEPT_ANSWERS = 200;

/** Asks the index that stands in a folder of the site. Nothing is loaded before `load` or `search` is called. */
export class SearchEngine {
  readonly #folder: string;
  #parts: Promise<Parts> | undefined;
  readonly #answers = new Map<string, Promise<readonly PagefindResult[]>>();
  readonly #records = new Map<string, Promise<FoundRecord>>();

  /** @param folder The address of the index's folder, with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Loads what every search needs. */
  load(): Promise<Parts> {
    this.#parts ??= this.#load();
    return this.#parts;
  }

  /** Forgets everything, for Pagefind remembers what it failed to load: after a failure the next search begins anew. */
  reset(): void {
    this.#parts = undefined;
    this.#answers.clear();
    this.#records.clear();
  }

  /** The notes that answer a query, the best first. Rejects when a part of the index cannot be loaded. */
  async search(text: string): Promise<Found[]> {
    const { pagefind, lexicon } = await this.load();
    const query = parseQuery(text, lexicon);
    const results = new Map<string, PagefindResult>();
    const answers = new Map<string, readonly Hit[]>();
    const ask = async ({ words }: Ask) => {
      const found = await this.#ask(words, pagefind);
      for (const result of found) results.set(result.id, result);
      answers.set(words, found);
    };
    await Promise.all(asksOf(query).map(ask));
    if (results.size === 0 && asksOf(query).some(({ words }) => isSurelyIndexed(words, lexicon)))
      throw new Error('A part of the index is missing.');
    return rank(query, answers, lexicon.records).map((ranked) => ({ ...ranked, load: () => this.#read(results.get(ranked.id)!) }));
  }

  async #load(): Promise<Parts> {
    const [pagefind, lexicon] = await Promise.all([startPagefind(this.#folder, metaWeights), fetchLexicon(this.#folder)]);
    return { pagefind, lexicon: createLexicon(lexicon) };
  }

  #ask(words: string, pagefind: Pagefind): Promise<readonly PagefindResult[]> {
    const answer = () => pagefind.search(words).then(({ results }) => results);
    return keep(this.#answers, words, answer);
  }

  #read(result: PagefindResult): Promise<FoundRecord> {
    const read = () => result.data().then(({ content, raw_url }) => ({ note: raw_url, record: readRecord(content) }));
    return keep(this.#records, result.id, read);
  }
}

/** Pagefind answers a search with nothing when it could not load a chunk; that the word is known gives it away. */
function isSurelyIndexed(word: string, lexicon: Lexicon): boolean {
  return /^[a-z]{3,}$/.test(word) && lexicon.has(word);
}

/** Remembers a promise by its key, but not one that failed; the oldest gives way. */
export function keep<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before;
  const made = make();
  kept.set(key, made);
  if (kept.size > KEPT_ANSWERS) kept.delete(kept.keys().next().value!);
  made.catch(() => kept.delete(key));
  return made;
}

/** A module that failed to load stays failed in the browser, so that a second try needs another address. */
let tries = 0;

/** Starts the index of a folder; words in the metas of a record count as told. */
export async function startPagefind(folder: string, metaWeights: Readonly<Record<string, number>>): Promise<Pagefind> {
  const attempt = tries++;
  const address = `${folder}pagefind.js${attempt > 0 ? `?try=${attempt}` : ''}`;
  // Pagefind's module stands beside the index and has no types of its own.
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ ranking: { metaWeights } });
  await pagefind.init();
  return pagefind;
}

/** Loads the lexicon beside an index. */
export async function fetchLexicon(folder: string): Promise<LexiconData> {
  const response = await fetch(`${folder}lexicon.json`);
  if (!response.ok) throw new Error(`The lexicon answered ${response.status}.`);
  // The build wrote this file from the same type.
  return (await response.json()) as LexiconData;
}
