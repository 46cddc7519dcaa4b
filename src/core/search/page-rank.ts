import type { PageQuery } from './page-query.ts';
import { rank, together, type Answers, type Ranked } from './rank.ts';

/** A page in its place. */
export interface RankedPage extends Ranked {
  /** Whether it holds the query word for word. */
  readonly exact: boolean;
}

/** How many tokens apart the parts of a query may stand to belong together: a few sentences, or a few rows of a table. */
const SPAN = 60;
const TOGETHER_BONUS = 3;
const EXACT_BONUS = 1;
/** Pages further down are not weighed again. */
const CONSIDERED = 150;

/**
 * Puts pages in order. A page is long and holds many words by chance, so that beyond what `rank` sees it counts how much of the
 * query stands together. Where the reader quoted a phrase, only pages that hold it remain.
 * @param pages How many pages the index holds.
 */
export function rankPages(query: PageQuery, answers: Answers, pages: number): RankedPage[] {
  const required = query.required.map((words) => new Set(answers.get(words)?.map(({ id }) => id)));
  const exact = new Set((query.phrase ? answers.get(query.phrase.words) : undefined)?.map(({ id }) => id));
  const ranked = rank(query, answers, { records: pages }).filter(({ id }) => required.every((holders) => holders.has(id)));
  const weights = query.units.map((_, unit) =>
    Math.log(1 + pages / Math.max(1, ranked.filter(({ matches }) => matches[unit]!.length > 0).length)),
  );
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return ranked
    .slice(0, CONSIDERED)
    .map((page): RankedPage => {
      const isExact = exact.has(page.id) || required.length > 0;
      const bonus = 1 + TOGETHER_BONUS * (together(page.matches, weights, SPAN) / whole) + (isExact ? EXACT_BONUS : 0);
      return { ...page, score: (page.score * bonus) / (1 + TOGETHER_BONUS), exact: isExact };
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}
