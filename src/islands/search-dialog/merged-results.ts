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
  /** How many notes are shown first: only those are merged, for the others are not loaded yet. */
  readonly count: number;
  /** Whether the notes stand as they are, so that pages only join them. */
  readonly isClosed: boolean;
}

/** Notes and papers as one list, the best first. */
export async function mergeResults({ notes, papers, count, isClosed }: MergeSource): Promise<MergedResult[]> {
  const read = async (inNote: Found) => ({ note: (await inNote.load()).note, score: inNote.score, inNote });
  const first = await Promise.all(notes.slice(0, count).map(read));
  const pages = new Map(papers.map((paper) => [paper.note, paper]));
  const merged = isClosed ? first.map(({ note, inNote }) => ({ inNote, inPages: pages.get(note) })) : inOrder(first, papers);
  return [...merged, ...notes.slice(count).map((inNote) => ({ inNote }))];
}

function inOrder(notes: readonly { note: string; score: number; inNote: Found }[], papers: readonly PdfPaper[]): MergedResult[] {
  return mergePapers(notes, papers).map(({ inNote, inPages }) => ({ inNote: inNote?.inNote, inPages }));
}

/** A result as a list item. */
export async function renderMerged({ inNote, inPages }: MergedResult, words: ResultWords): Promise<HTMLElement> {
  if (!inNote) return renderPaper(inPages!, words);
  const item = renderResult(await inNote.load(), inNote, words);
  if (inPages) item.append(renderPages(inPages, words));
  return item;
}
