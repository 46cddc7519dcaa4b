import { createIndex } from 'pagefind';
import { createLexiconData, type LexiconData } from '../core/search/lexicon.ts';
import type { SearchRecord } from '../core/search/record.ts';
import type { Keyword } from '../core/keyword/vocabulary.ts';

/** A file of an index, its path relative to the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** What an index is made from. */
export interface IndexSource {
  readonly records: readonly SearchRecord[];
  /** The vocabulary that readers' words are translated with. */
  readonly terms: readonly Keyword[];
  /** Which words the lexicon lists. Default: all. */
  readonly lists?: (word: string) => boolean;
  /** See `LexiconData`. */
  readonly pdfPages?: number;
}

/**
 * The language that the index is made for: its stemmer serves the English text. Chinese reaches the index
 * already cut into words, which its own way of cutting would only disturb.
 */
const INDEX_LANGUAGE = 'en';

/** What Pagefind brings along for pages that use its own interface. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** The files of a search index, and beside them the lexicon of its words. */
export async function makeIndexFiles({ records, terms, lists, pdfPages }: IndexSource): Promise<IndexFile[]> {
  const { index } = await createIndex({ forceLanguage: INDEX_LANGUAGE });
  if (!index) throw new Error('Pagefind did not start.');
  try {
    for (const { url, content, meta } of records) {
      const { errors } = await index.addCustomRecord({ url, content, meta: { ...meta }, language: INDEX_LANGUAGE });
      if (errors.length > 0) throw new Error(`Pagefind refuses the record “${url}”: ${errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    const contents = records.map(({ content, meta }) => `${content} ${meta.al ?? ''}`);
    const all = createLexiconData(contents, terms);
    const words = lists ? all.words.split(' ').filter(lists).join(' ') : all.words;
    const lexicon: LexiconData = { ...all, words, ...(pdfPages && { pdfPages }) };
    return [...files.filter(({ path }) => !UNUSED.test(path)), { path: 'lexicon.json', content: JSON.stringify(lexicon) }];
  } finally {
    await index.deleteIndex();
  }
}
