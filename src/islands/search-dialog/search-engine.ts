import type { PaperRecord } from '../../core/catalogue/record.ts';
import { createFieldFilter } from '../../core/search/field-filter.ts';
import { createLexicon, type Lexicon, type LexiconData } from '../../core/search/lexicon.ts';
import { nearestTerms } from '../../core/search/nearest-terms.ts';
import { phraseForms } from '../../core/search/phrase.ts';
import type { Ask } from '../../core/search/ask.ts';
import { MARKS } from '../../core/search/marks.ts';
import { parseQuery, type Query } from '../../core/search/query.ts';
import { ASKED_PARTS, rank, withoutStragglers, type NoteFacts, type Ranked } from '../../core/search/rank.ts';
import { asksOf, type Hit } from '../../core/search/weigh.ts';
import { metaWeights, readRecord, type ReadRecord } from '../../core/search/record.ts';
import { queryLanguage } from '../../core/search/query-language.ts';
import type { Topics } from '../../core/search/topic-file.ts';
import { readSyntax, type Syntax } from '../../core/search/syntax.ts';
import type { Locale } from '../../core/site/locale.ts';
import { CollectionLoader, fetchJson, type Collection, type CollectionAddresses } from './collection.ts';
import { DictionaryLoader } from './dictionary-loader.ts';
import { keep } from './keep.ts';
import { startPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';
import { TopicLoader } from './topic-loader.ts';

/** A found note that is read only when it is shown. */
export interface Found extends Ranked {
  /** The language of the query; none if it has no words. */
  readonly asked?: Locale | undefined;
  load(): Promise<FoundRecord>;
}

/** A found note, read. */
export interface FoundRecord {
  readonly note: string;
  readonly record: ReadRecord;
}

/** The answer to a query. */
export interface Answer {
  readonly syntax: Syntax;
  /** The notes that meet all of it, the best first; those that only meet conditions, the newest first. */
  readonly found: readonly Found[];
  /** How many notes its words alone find. */
  readonly unconditional: number;
  /** Phrases that stand in no note, and were then read as words. */
  readonly unmet: readonly string[];
}

interface Parts {
  readonly pagefind: Pagefind;
  readonly data: LexiconData;
  readonly lexicon: Lexicon;
}

/** Asks the index of a site. Nothing is loaded before `load` or `search` is called. */
export class SearchEngine {
  readonly #folder: string;
  readonly #collection: CollectionLoader;
  readonly #dictionary: DictionaryLoader;
  readonly #topicLoader: TopicLoader;
  #parts: Promise<Parts> | undefined;
  readonly #answers = new Map<string, Promise<readonly PagefindResult[]>>();
  readonly #records = new Map<string, Promise<FoundRecord>>();

  constructor(addresses: CollectionAddresses) {
    this.#folder = addresses.index;
    this.#collection = new CollectionLoader(addresses);
    this.#dictionary = new DictionaryLoader(addresses.index);
    this.#topicLoader = new TopicLoader(addresses.index);
  }

  /** Loads what every search needs. */
  load(): Promise<Parts> {
    this.#parts ??= this.#load();
    return this.#parts;
  }

  /** The records of all papers, which only fields, filters and orders need. */
  collection(): Promise<Collection> {
    return this.#collection.load();
  }

  /** The ids of the notes, by what the index calls its results. */
  ids(): Promise<Readonly<Record<string, string>>> {
    return this.#collection.ids();
  }

  /** Forgets everything, for Pagefind remembers what it failed to load: after a failure the next search begins anew. */
  reset(): void {
    this.#parts = undefined;
    this.#answers.clear();
    this.#records.clear();
  }

  /** Answers a query; one of conditions alone, or of nothing, lists what meets them. Rejects when something cannot be loaded. */
  async search(text: string): Promise<Answer> {
    const parts = await this.load();
    const syntax = readSyntax(text);
    const asked = syntax.text === '' ? this.#listAll(parts) : this.#rank(syntax.text, parts);
    const [found, isMet, excluded, phrases] = await Promise.all([
      asked,
      this.#fieldFilter(syntax, parts),
      this.#holders(syntax.excluded, parts),
      this.#holders(syntax.phrases, parts),
    ]);
    const met = phrases.filter((holders) => holders.size > 0);
    const unmet = syntax.phrases.filter((_, index) => phrases[index]!.size === 0);
    const meetsAll = ({ id }: Found) =>
      met.every((holders) => holders.has(id)) && !excluded.some((holders) => holders.has(id)) && isMet(id);
    const listed = syntax.text === '' ? found.filter(meetsAll) : withoutStragglers(found.filter(meetsAll));
    return { syntax, found: listed, unconditional: syntax.text === '' ? 0 : found.length, unmet };
  }

  /** Terms and words of the collection that are like what was typed. */
  async nearest(text: string): Promise<string[]> {
    const { data } = await this.load();
    return nearestTerms(readSyntax(text).text || text, data);
  }

  async #load(): Promise<Parts> {
    const [pagefind, lexicon] = await Promise.all([startPagefind(this.#folder, metaWeights), fetchJson(`${this.#folder}lexicon.json`)]);
    // The build wrote this file from the same type.
    const data = lexicon as LexiconData;
    return { pagefind, data, lexicon: createLexicon(data) };
  }

  async #rank(text: string, parts: Parts): Promise<Found[]> {
    const { pagefind, lexicon } = parts;
    const dictionary = await this.#dictionary.load(lexicon.simplify(text));
    const query = parseQuery(text, { lexicon, dictionary });
    const results = new Map<string, PagefindResult>();
    const answers = new Map<string, readonly Hit[]>();
    const ask = async ({ words }: Ask) => {
      const found = await this.#ask(words, pagefind);
      for (const result of found) results.set(result.id, result);
      answers.set(words, found);
    };
    const [facts, topics] = await Promise.all([this.#facts(query, parts), this.#topics(query, parts), ...asksOf(query).map(ask)]);
    if (results.size === 0 && asksOf(query).some(({ words }) => isSurelyIndexed(words, lexicon)))
      throw new Error('A part of the index is missing.');
    const asked = queryLanguage(text, lexicon);
    const ranked = rank(query, answers, { ...facts, topics: topics.loaded });
    return ranked.map((one) => ({ ...one, asked, load: () => this.#read(results.get(one.id) ?? topics.results.get(one.id)!) }));
  }

  /** The topics of a query, and the results by which the notes that have them are read. */
  async #topics({ topics }: Query, { pagefind, data }: Parts): Promise<{ loaded: Topics; results: ReadonlyMap<string, PagefindResult> }> {
    if (topics.length === 0 || data.topicFiles === 0) return { loaded: new Map(), results: new Map() };
    const results = await this.#all(pagefind);
    const numbers = [...new Set(topics.flatMap((word) => word.topics))];
    return { results, loaded: await this.#topicLoader.load(numbers, data.topicFiles, [...results.keys()]) };
  }

  /** What the index says of its notes; it is asked only what bears on the query. */
  async #facts(query: Query, { pagefind, lexicon }: Pick<Parts, 'pagefind' | 'lexicon'>): Promise<NoteFacts> {
    const holders = (mark: string, isWanted: boolean) => (isWanted && lexicon.hasMark(mark) ? this.#ask(mark, pagefind) : []);
    const isTranslated = asksOf(query).some(({ translates }) => translates !== undefined);
    const [asked, onlyEnglish, onlyChinese] = await Promise.all([
      holders(MARKS.questions, query.units.length >= ASKED_PARTS),
      holders(MARKS.only.en, isTranslated),
      holders(MARKS.only.zh, isTranslated),
    ]);
    const ids = (results: readonly PagefindResult[]) => new Set(results.map(({ id }) => id));
    return {
      records: lexicon.records,
      questions: new Map(asked.map(({ id, words }) => [id, words[0]!])),
      lacking: { en: ids(onlyChinese), zh: ids(onlyEnglish) },
    };
  }

  /** Every note, the newest first. */
  async #listAll({ pagefind }: Parts): Promise<Found[]> {
    const [{ records, paper }, results] = await Promise.all([this.#collection.load(), this.#all(pagefind)]);
    const place = new Map(records.papers.map((record: PaperRecord, index): [PaperRecord, number] => [record, index]));
    const placeOf = ({ id }: PagefindResult) => place.get(paper(id)!) ?? Infinity;
    const inOrder = [...results.values()].filter(({ id }) => paper(id)).sort((a, b) => placeOf(a) - placeOf(b));
    return inOrder.map((result) => ({
      id: result.id,
      score: 0,
      closeness: 0,
      coverage: 0,
      matches: [],
      translated: [],
      related: [],
      load: () => this.#read(result),
    }));
  }

  async #fieldFilter({ fields }: Syntax, { data }: Parts): Promise<(result: string) => boolean> {
    if (fields.length === 0) return () => true;
    const authors = fields.some(({ field }) => field === 'author') ? this.#collection.authors() : {};
    const { records, paper } = await this.#collection.load();
    const filter = createFieldFilter(fields, { records, terms: data.terms, authors: await authors });
    return (result) => {
      const record = paper(result);
      return record !== undefined && filter(record);
    };
  }

  /** For each phrase, the results in whose text it stands; what only stands in a meta nobody reads there. */
  #holders(phrases: readonly string[], { pagefind, lexicon }: Parts): Promise<ReadonlySet<string>[]> {
    return Promise.all(
      phrases.map(async (phrase) => {
        const answers = await Promise.all(phraseForms(phrase, lexicon).map((form) => this.#ask(form, pagefind)));
        return new Set(answers.flat().flatMap(({ id, words }) => (words.length > 0 ? [id] : [])));
      }),
    );
  }

  /** The results for all notes, in the order of their ids. */
  async #all(pagefind: Pagefind): Promise<ReadonlyMap<string, PagefindResult>> {
    const results = [...(await this.#ask(MARKS.note, pagefind))].sort((a, b) => (a.id < b.id ? -1 : 1));
    return new Map(results.map((result) => [result.id, result]));
  }

  #ask(words: string, pagefind: Pagefind): Promise<readonly PagefindResult[]> {
    return keep(this.#answers, words, () => pagefind.search(words).then(({ results }) => results));
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
