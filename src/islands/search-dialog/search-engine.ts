import { createLexicon, type Lexicon, type LexiconData } from '../../core/search/lexicon.ts';
import { createDictionary, shardOf, type Dictionary, type DictionaryShard } from '../../core/search/dictionary.ts';
import { parseQuery, wordsToRender, type Ask } from '../../core/search/query.ts';
import { asksOf, rank, type Hit, type Ranked } from '../../core/search/rank.ts';
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
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(words: string): Promise<{ results: readonly PagefindResult[] }>;
}

interface Parts {
  readonly pagefind: Pagefind;
  readonly lexicon: Lexicon;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<{ readonly content: string; readonly raw_url: string }>;
}

/** Answers are kept while a reader types, for most words of a query stay the same. */
const KEPT_ANSWERS = 200;

/** Asks the index that stands in a folder of the site. Nothing is loaded before `load` or `search` is called. */
export class SearchEngine {
  readonly #folder: string;
  #parts: Promise<Parts> | undefined;
  readonly #answers = new Map<string, Promise<readonly PagefindResult[]>>();
  readonly #records = new Map<string, Promise<FoundRecord>>();
  readonly #shards = new Map<number, Promise<DictionaryShard>>();

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
    this.#shards.clear();
  }

  /** The notes that answer a query, the best first. Rejects when a part of the index cannot be loaded. */
  async search(text: string): Promise<Found[]> {
    const { pagefind, lexicon } = await this.load();
    const dictionary = await this.#dictionaryFor(wordsToRender(text, lexicon));
    const query = parseQuery(text, { lexicon, dictionary });
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
    const [pagefind, lexicon] = await Promise.all([startPagefind(this.#folder), fetchJson<LexiconData>(`${this.#folder}lexicon.json`)]);
    return { pagefind, lexicon: createLexicon(lexicon) };
  }

  /** The files of the dictionary that may hold these words; they are small, and only what a query needs is loaded. */
  async #dictionaryFor(words: readonly string[]): Promise<Dictionary> {
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
    const starts = words.flatMap((word) => (isHan(word) ? [...word] : [word]));
    const shards = new Set([...starts, ...pairs.filter((pair) => !isHan(pair))].map(shardOf));
    const load = (shard: number) => fetchJson<DictionaryShard>(`${this.#folder}dictionary/${shard}.json`);
    return createDictionary(await Promise.all([...shards].map((shard) => keep(this.#shards, shard, () => load(shard)))));
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
function keep<Key, T>(kept: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> {
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

async function startPagefind(folder: string): Promise<Pagefind> {
  const attempt = tries++;
  const address = `${folder}pagefind.js${attempt > 0 ? `?try=${attempt}` : ''}`;
  // Pagefind's module stands beside the index and has no types of its own.
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ ranking: { metaWeights } });
  await pagefind.init();
  return pagefind;
}

/** Reads a file that the build wrote from the same type. */
async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return (await response.json()) as T;
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
