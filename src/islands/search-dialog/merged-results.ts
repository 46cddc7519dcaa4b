import { mergePapers } from '../../core/search/group-pages.ts';
import { isAnswer } from '../../core/search/page-query.ts';
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
  /** The id of a found note. */
  readonly noteOf: (found: Found) => string;
  /**
   * How pages and notes stand to each other: in one order by how well they answer; pages behind the notes, which answer the query
   * themselves; or pages only beneath the notes, which conditions have chosen.
   */
  readonly order: 'mixed' | 'behind' | 'beneath';
}

/** Notes and papers as one list, each paper once, the best first. */
export function mergeResults({ notes, papers, noteOf, order }: MergeSource): MergedResult[] {
  const own = notes.map((inNote) => ({ note: noteOf(inNote), score: inNote.score, inNote }));
  const believed = papers.map((paper) => weighed(paper, isAnswer(notes[0])));
  if (order === 'mixed') return mergePapers(own, believed).map(({ inNote, inPages }) => ({ inNote: inNote?.inNote, inPages }));
  const pages = new Map(papers.map((paper) => [paper.note, paper]));
  const known = new Set(own.map(({ note }) => note));
  const others = order === 'behind' ? papers.filter(({ note }) => !known.has(note)) : [];
  return [...own.map(({ note, inNote }) => ({ inNote, inPages: pages.get(note) })), ...others.map((inPages) => ({ inPages }))];
}

/** How much pages count that answer only in translation, where no note answers. */
const TRANSLATED = 1 / 3;

/** Pages that answer only in translation do not move notes that answer the query, for these speak the reader's language. */
function weighed(paper: PdfPaper, isAnswered: boolean): PdfPaper {
  return paper.pages[0]?.isTranslated ? { ...paper, score: isAnswered ? 0 : paper.score * TRANSLATED } : paper;
}

/** A result as a list item. */
export async function renderMerged({ inNote, inPages }: MergedResult, words: ResultWords): Promise<HTMLElement> {
  if (!inNote) return renderPaper(inPages!, words);
  const item = renderResult(await inNote.load(), inNote, words);
  if (inPages) item.append(renderPages(inPages, words));
  return item;
}
