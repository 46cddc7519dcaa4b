import type { PageQuery } from './page-query.ts';
import { CLAUSE, together } from './closeness.ts';
import { sum, weigh, type Answers, type Scored } from './weigh.ts';

/** A page in its place. */
export interface RankedPage extends Scored {
  /** Whether it holds the query word for word. */
  readonly exact: boolean;
}

/** How many tokens a few sentences have, or a few rows of a table. */
const PASSAGE = 60;
/** What a page is worth whose parts stand in no clause together, as a share of one in which all do. */
const APART = 0.2;
const PASSAGE_BONUS = 3;
const EXACT_BONUS = 1;
/** Pages further down are not looked at so closely. */
const CONSIDERED = 150;

/**
 * Puts pages in order. A page is long and holds many words by chance, so that it counts how much of the query stands together.
 * Where the reader quoted a phrase, only pages that hold it remain.
 * @param pages How many pages the index holds.
 */
export function rankPages(query: PageQuery, answers: Answers, pages: number): RankedPage[] {
  const required = query.required.map((words) => new Set(answers.get(words)?.map(({ id }) => id)));
  const exact = new Set((query.phrase ? answers.get(query.phrase.words) : undefined)?.map(({ id }) => id));
  const { records, shares } = weigh(query, answers, { records: pages });
  return records
    .filter(({ id }) => required.every((holders) => holders.has(id)))
    .map(({ weights, ...page }) => ({ ...page, score: sum(weights) * page.coverage }))
    .sort((a, b) => b.score - a.score)
    .slice(0, CONSIDERED)
    .map((page): RankedPage => {
      const isExact = exact.has(page.id) || required.length > 0;
      const inClause = APART + (1 - APART) * together(page.matches, shares, CLAUSE);
      const bonus = 1 + PASSAGE_BONUS * together(page.matches, shares, PASSAGE) + (isExact ? EXACT_BONUS : 0);
      return { ...page, score: (page.score * inClause * bonus) / (1 + PASSAGE_BONUS), exact: isExact };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
