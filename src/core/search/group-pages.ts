/** A page that was found, read. */
export interface FoundPage {
  readonly note: string;
  readonly page: number;
  readonly score: number;
}

/** A paper that was found by its pages. */
export interface PaperPages<T extends FoundPage> {
  /** The id of its note. */
  readonly note: string;
  /** That of its best page. */
  readonly score: number;
  /** The best first. */
  readonly pages: readonly T[];
}

/** Pages that answer so much worse than the best one of their paper are left out. */
const WORTH_SHOWING = 0.4;
const PAGES = 4;

/** One result for each paper, the best first, with its best pages. */
export function groupPages<T extends FoundPage>(pages: readonly T[]): PaperPages<T>[] {
  const byScore = [...pages].sort((a, b) => b.score - a.score);
  return [...Map.groupBy(byScore, ({ note }) => note)].map(([note, own]) => {
    const { score } = own[0]!;
    return { note, score, pages: own.filter((page) => page.score >= score * WORTH_SHOWING).slice(0, PAGES) };
  });
}

/** What was found of a paper, in its note, in its pages, or both. */
export interface MergedPaper<N, P> {
  readonly note: string;
  readonly inNote: N | undefined;
  readonly inPages: P | undefined;
}

interface Scored {
  readonly note: string;
  readonly score: number;
}

/** What a page’s score is worth in scores of notes, which hold bonuses for phrases and questions; measured on judged queries. */
const PAGE_WEIGHT = 2;
/** How much the lesser of a paper's two answers adds to the better. */
const BOTH_WEIGHT = 0.25;

/** Notes and papers found by their pages as one list, each paper once, the best first; equals stay in the order of the notes. */
export function mergePapers<N extends Scored, P extends Scored>(notes: readonly N[], papers: readonly P[]): MergedPaper<N, P>[] {
  const pages = new Map(papers.map((paper) => [paper.note, paper]));
  const known = new Set(notes.map(({ note }) => note));
  const merged = [
    ...notes.map((inNote) => ({ note: inNote.note, inNote, inPages: pages.get(inNote.note) })),
    ...papers.filter(({ note }) => !known.has(note)).map((inPages) => ({ note: inPages.note, inNote: undefined, inPages })),
  ];
  const scoreOf = ({ inNote, inPages }: MergedPaper<N, P>) => {
    const [own, within] = [inNote?.score ?? 0, (inPages?.score ?? 0) * PAGE_WEIGHT];
    return Math.max(own, within) + BOTH_WEIGHT * Math.min(own, within);
  };
  return merged.sort((a, b) => scoreOf(b) - scoreOf(a));
}
