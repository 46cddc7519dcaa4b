import { resolve } from 'node:path';
import { createPageRecord } from '../core/search/page-record.ts';
import type { SearchRecord } from '../core/search/record.ts';
import { readPdfText } from '../io/pdf/pdf-text.ts';
import type { LocalPdf } from '../io/search-source.ts';

/** Where the text of PDFs is kept between builds. */
const CACHE = '.cache/pdf-text';

/**
 * A search record for every page with text. A PDF that cannot be read is told and left out, for its note is still found.
 * @param warn Hears what is wrong with a file.
 */
export async function readPageRecords(pdfs: readonly LocalPdf[], warn: (message: string) => void): Promise<SearchRecord[]> {
  const read = pdfs.map(async ({ note, path }): Promise<SearchRecord[]> => {
    const result = await readPdfText(path, { cacheDir: resolve(CACHE) });
    if (!result.ok) {
      warn(`${path} cannot be searched. ${result.error.message} ${result.error.hint}`);
      return [];
    }
    const pages = result.document.pages.map(({ text }, index) => createPageRecord({ note, page: index + 1, text }));
    return pages.filter(({ content }) => content !== '');
  });
  return (await Promise.all(read)).flat();
}
