import type { Lexicon } from '../../core/search/lexicon.ts';
import { mergeResults, type MergedResult } from './merged-results.ts';
import type { PdfEngine, PdfPaper } from './pdf-engine.ts';
import type { Answer, Found } from './search-engine.ts';

/** What is listed. */
export interface Listed {
  readonly found: readonly MergedResult[];
  /** Whether the PDFs should have been asked and could not be. */
  readonly lacksPdfs: boolean;
}

/** What the notes answer. */
export interface NotesAnswer extends Pick<Answer, 'syntax' | 'unmet'> {
  readonly query: string;
  /** The notes that are left once filters have narrowed the answer. */
  readonly notes: readonly Found[];
}

/** What the PDFs are asked with. */
export interface PdfSource {
  /** The words and terms of the notes. */
  readonly lexicon: Lexicon;
  readonly pdfs: PdfEngine;
  /** Whether the reader wants the PDFs asked in any case. */
  readonly inPdfs: boolean;
  /** Whether filters choose notes. */
  readonly isNarrowed: boolean;
  /** Loads the ids of the notes, by what the index calls its results. */
  readonly ids: () => Promise<Readonly<Record<string, string>>>;
}

/**
 * The notes, and where they answer too little or the reader wants it, the pages of PDFs too. Conditions choose notes: then pages
 * only join those. Rejects where neither notes nor PDFs can answer.
 */
export async function withPages(answer: NotesAnswer, source: PdfSource): Promise<Listed> {
  const { query, notes, syntax, unmet } = answer;
  const { lexicon, pdfs, inPdfs, isNarrowed, ids } = source;
  const alone = notes.map((inNote) => ({ inNote }));
  const isUnanswered = pdfs.wants(query, lexicon, { found: notes, unmet });
  if (syntax.text === '' || lexicon.pdfPages === 0 || !(inPdfs || isUnanswered)) return { found: alone, lacksPdfs: false };
  const papers = await searchTwice(query, source);
  // What the notes answer is worth showing without the PDFs.
  if (!papers && notes.length > 0) return { found: alone, lacksPdfs: true };
  if (!papers) throw new Error('The PDFs could not be searched.');
  const names = await ids();
  const isClosed = syntax.fields.length + syntax.excluded.length > 0 || isNarrowed;
  const order = isUnanswered ? 'mixed' : 'behind';
  return { found: mergeResults({ notes, papers, noteOf: ({ id }) => names[id]!, order: isClosed ? 'beneath' : order }), lacksPdfs: false };
}

/** Asks the PDFs, a second time if something cannot be loaded; undefined if it then still cannot. */
async function searchTwice(query: string, { pdfs, lexicon }: PdfSource): Promise<PdfPaper[] | undefined> {
  try {
    return await pdfs.search(query, lexicon);
  } catch (error) {
    console.warn(error);
    pdfs.reset();
    return pdfs.search(query, lexicon).catch(() => undefined);
  }
}
