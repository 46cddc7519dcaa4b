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

/** What is merged. */
export interface MergeSource {
  readonly notes: readonly Found[];
  readonly papers: readonly PdfPaper[];
  /** The note behind a result of the index. */
  readonly noteOf: (result: string) => string;
  /** Whether the notes stand as they are, so that pages only join them. */
  readonly isClosed: boolean;
}

/** Notes and papers as one list, each paper once, the best first. */
export function mergeResults({ notes, papers, noteOf, isClosed }: MergeSource): MergedResult[] {
  const named = notes.map((inNote) => ({ note: noteOf(inNote.id), score: inNote.score, inNote }));
  const pages = new Map(papers.map((paper) => [paper.note, paper]));
  if (isClosed) return named.map(({ note, inNote }) => ({ inNote, inPages: pages.get(note) }));
  return mergePapers(named, papers).map(({ inNote, inPages }) => ({ inNote: inNote?.inNote, inPages }));
}

/** A result as a list item. */
export async function renderMerged({ inNote, inPages }: MergedResult, words: ResultWords): Promise<HTMLElement> {
  if (!inNote) return renderPaper(inPages!, words);
  const item = renderResult(await inNote.load(), inNote, words);
  if (inPages) item.append(renderPages(inPages, words));
  return item;
}
