import { mergePapers } from '../../core/search/group-pages.ts';
import type { PdfPaper } from './pdf-engine.ts';
import { renderPages, renderPaper } from './pdf-result.ts';
import type { Found } from './search-engine.ts';
import { renderResult } from './search-result.ts';
import type { ResultWords } from './search-words.ts';

/** A paper in the list of results: found in its note, in the pages of its PDF, or in both. */
export interface MergedResult {
  readonly inNote?: Found | undefined;
  readonly inPages?: PdfPaper | undefined;
}

/**
 * Notes and papers as one list, the best first. Only the notes that are shown first are merged, for the others are not loaded yet.
 * @param count How many notes are shown first.
 */
export async function mergeResults(found: readonly Found[], papers: readonly PdfPaper[], count: number): Promise<MergedResult[]> {
  const first = await Promise.all(
    found.slice(0, count).map(async (inNote) => ({ note: (await inNote.load()).note, score: inNote.score, inNote })),
  );
  const merged = mergePapers(first, papers).map(({ inNote, inPages }) => ({ inNote: inNote?.inNote, inPages }));
  return [...merged, ...found.slice(count).map((inNote) => ({ inNote }))];
}

/** A result as a list item. */
export async function renderMerged({ inNote, inPages }: MergedResult, words: ResultWords): Promise<HTMLElement> {
  if (!inNote) return renderPaper(inPages!, words);
  const item = renderResult(await inNote.load(), inNote, words);
  if (inPages) item.append(renderPages(inPages, words));
  return item;
}
