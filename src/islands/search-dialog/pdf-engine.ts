import { groupPages, type PaperPages } from '../../core/search/group-pages.ts';
import { createLexicon, type Lexicon, type LexiconData } from '../../core/search/lexicon.ts';
import { phraseToMark } from '../../core/search/page-phrase.ts';
import { needsPages, pageLexicon, parsePageQuery, type PageQuery } from '../../core/search/page-query.ts';
import { rankPages, type RankedPage } from '../../core/search/page-rank.ts';
import { pageMetaWeights, readPageRecord, type PageRecord } from '../../core/search/page-record.ts';
import { asksOf, type Hit } from '../../core/search/weigh.ts';
import { readSyntax } from '../../core/search/syntax.ts';
import { fetchJson } from './collection.ts';
import { DictionaryLoader } from './dictionary-loader.ts';
import { keep } from './keep.ts';
import { startPagefind, type Pagefind, type PagefindResult } from './pagefind.ts';
import type { Answer } from './search-engine.ts';

/** A page that answers a query. */
export interface PdfPageHit {
  /** The id of the note. */
  readonly note: string;
  /** The page's number, from 1. */
  readonly page: number;
  readonly score: number;
  /** Whether the page holds some of the query only in the other language. */
  readonly isTranslated: boolean;
  /** Whether the page holds the query word for word. */
  readonly exact: boolean;
  readonly record: PageRecord;
  /** For each part of the query, the matching tokens; see `excerptOf`. */
  readonly matches: readonly (readonly number[])[];
  /** What the reader marks when it opens the page; may be empty. */
  readonly phrase: string;
}

/** A paper, and the pages of its PDF that answer a query, the best first. */
export type PdfPaper = PaperPages<PdfPageHit>;

/** How many pages are read to be grouped under their papers. */
const PAGES_READ = 24;
/** A page that holds less of the query than this, compared with the one that holds most, does not answer it. */
const WORTH_READING = 0.5;

interface Parts {
  readonly pagefind: Pagefind;
  readonly lexicon: Lexicon;
}

/** Asks the index of the pages inside PDFs. Nothing is loaded before `search` is called. */
export class PdfEngine {
  readonly #folder: string;
  readonly #dictionary: DictionaryLoader;
  #parts: Promise<Parts> | undefined;
  readonly #answers = new Map<string, Promise<readonly PagefindResult[]>>();
  readonly #records = new Map<string, Promise<PageRecord>>();

  /** @param folder The address of the index's folder, with a slash at its end. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#dictionary = new DictionaryLoader(folder);
  }

  /**
   * Whether a query should be asked here without a reader's asking for it.
   * @param notes The lexicon of the notes.
   * @param answer What the notes answer.
   */
  wants(text: string, notes: Lexicon, { found, unmet }: Pick<Answer, 'found' | 'unmet'>): boolean {
    return notes.pdfPages > 0 && needsPages(text, notes, { best: found[0], isQuoteMet: unmet.length === 0 });
  }

  /** Forgets everything; after a failure the next search begins anew. */
  reset(): void {
    this.#parts = undefined;
    this.#answers.clear();
    this.#records.clear();
  }

  /**
   * The papers whose pages answer a query, the best first. Rejects when a part of the index cannot be loaded.
   * @param notes The lexicon of the notes.
   */
  async search(text: string, notes: Lexicon): Promise<PdfPaper[]> {
    if (notes.pdfPages === 0) return [];
    const { pagefind, lexicon: words } = await this.#load();
    const lexicon = pageLexicon(words, notes);
    const dictionary = await this.#dictionary.load(lexicon.simplify(readSyntax(text).text));
    const query = parsePageQuery(text, { lexicon, dictionary });
    const { answers, results } = await this.#askAll(query, pagefind);
    const pages = rankPages(query, answers, lexicon.records);
    const most = Math.max(0, ...pages.map(({ coverage }) => coverage));
    const ranked = pages.filter(({ coverage }) => coverage >= most * WORTH_READING).slice(0, PAGES_READ);
    return groupPages(await Promise.all(ranked.map((page) => this.#read(page, results.get(page.id)!))));
  }

  async #askAll(query: PageQuery, pagefind: Pagefind) {
    const results = new Map<string, PagefindResult>();
    const answers = new Map<string, readonly Hit[]>();
    const asks = new Set([...asksOf(query).map(({ words }) => words), ...query.required]);
    const ask = async (words: string) => {
      const found = await keep(this.#answers, words, () => pagefind.search(words).then((answer) => answer.results));
      for (const result of found) results.set(result.id, result);
      answers.set(words, found);
    };
    await Promise.all([...asks].map(ask));
    return { answers, results };
  }

  async #read({ id, score, exact, matches, translated }: RankedPage, result: PagefindResult): Promise<PdfPageHit> {
    const record = await keep(this.#records, id, () => result.data().then(readPageRecord));
    return {
      note: record.note,
      page: record.page,
      score,
      isTranslated: translated.length > 0,
      exact,
      record,
      matches,
      phrase: phraseToMark(record.body, matches),
    };
  }

  #load(): Promise<Parts> {
    const load = () => Promise.all([startPagefind(this.#folder, pageMetaWeights), fetchJson(`${this.#folder}lexicon.json`)]);
    this.#parts ??= load().then(([pagefind, lexicon]) => ({ pagefind, lexicon: createLexicon(lexicon as LexiconData) }));
    return this.#parts;
  }
}
