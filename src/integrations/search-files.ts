import { createIndex } from 'pagefind';
import type { SearchRecord } from '../core/search/record.ts';
import { splitChunks } from './index-chunks.ts';
import { withoutMetas } from './index-fragments.ts';

/** A file of an index, its path relative to the index's folder. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** A file that Pagefind made. */
export type PagefindFile = IndexFile & { readonly content: Uint8Array };

/**
 * The language that the index is made for: its stemmer serves the English text. Chinese reaches the index
 * already cut into words, which its own way of cutting would only disturb.
 */
const INDEX_LANGUAGE = 'en';

/** The metas that are shown; the others are only searched. */
const SHOWN = ['title', 'zt'];

/** What Pagefind brings along for pages that use its own interface. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** The files of an index of some records. */
export async function makeIndexFiles(records: readonly SearchRecord[]): Promise<PagefindFile[]> {
  const { index } = await createIndex({ forceLanguage: INDEX_LANGUAGE });
  if (!index) throw new Error('Pagefind did not start.');
  try {
    for (const { url, content, meta } of records) {
      const { errors } = await index.addCustomRecord({ url, content, meta: { ...meta }, language: INDEX_LANGUAGE });
      if (errors.length > 0) throw new Error(`Pagefind refuses the record “${url}”: ${errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return splitChunks(files.filter(({ path }) => !UNUSED.test(path))).map((file) => withoutMetas(file, SHOWN));
  } finally {
    await index.deleteIndex();
  }
}

/** A value as a JSON file of an index. */
export function asJson(name: string, value: unknown): IndexFile {
  return { path: `${name}.json`, content: JSON.stringify(value) };
}
