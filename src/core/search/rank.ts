import type { Query } from './query.ts';
import { adjacency, CLAUSE, together } from './closeness.ts';
import { sum, weigh, type Answers, type IndexFacts, type Scored, type Weighed } from './weigh.ts';

/** A note in its final place. */
export interface Ranked extends Scored {
  /** How well it answers the query in one clause, from 0 to 1. */
  readonly closeness: number;
}

/** What the index of the notes says of them beside its answers. */
export interface NoteFacts extends IndexFacts {
  /** For each note with questions, the token after which they stand. Default: none. */
  readonly questions?: ReadonlyMap<string, number>;
}

/** How sharply a note that lacks parts of the query falls behind. */
const COVERAGE_POWER = 1.5;
const ADJACENT_BONUS = 0.5;
const PHRASE_BONUS = 0.75;
/** What a note gains that holds all of the query in one of the questions it answers. */
const QUESTION_BONUS = 4;
/** A question is rarely longer, in tokens. */
const QUESTION_TOKENS = 16;
/** Who names fewer parts looks something up rather than asks. */
export const ASKED_PARTS = 4;

/**
 * Puts notes in order: by how well they answer the parts of the query, times how much of it they cover, with a bonus for parts that
 * stand side by side, for the whole phrase, and for parts that stand together in a question that the paper answers.
 */
export function rank(query: Query, answers: Answers, facts: NoteFacts): Ranked[] {
  const phrases = new Set(
    (query.phrase ? answers.get(query.phrase.words) : [])?.flatMap(({ id, words }) => (words.length > 0 ? [id] : [])),
  );
  const { records, shares } = weigh(query, answers, facts);
  const ranked = records.map(({ weights, ...note }) => {
    const { id, coverage, matches } = note;
    const bonus = 1 + ADJACENT_BONUS * adjacency(matches) + (phrases.has(id) ? PHRASE_BONUS : 0);
    const asked = 1 + QUESTION_BONUS * inOneQuestion(matches, shares, facts.questions?.get(id));
    return { ...note, score: sum(weights) * coverage ** COVERAGE_POWER * bonus * asked, closeness: together(matches, weights, CLAUSE) };
  });
  return ranked.sort((a, b) => b.score - a.score || lateness(a) - lateness(b) || (a.id < b.id ? -1 : 1));
}

/** How much of the query stands together in one of the questions, from 0 to 1. */
function inOneQuestion(matches: Weighed['matches'], shares: readonly number[], from = Infinity): number {
  if (matches.length < ASKED_PARTS) return 0;
  const inQuestions = matches.map((words) => words.filter((word) => word > from));
  return together(inQuestions, shares, QUESTION_TOKENS);
}

/** How late the parts of the query first stand in a record: of equals, one that speaks of them earlier is more about them. */
function lateness({ matches }: Pick<Ranked, 'matches'>): number {
  return sum(matches.filter((words) => words.length > 0).map((words) => Math.min(...words)));
}

/** The first results are listed however they compare. */
const LISTED = 10;
/** Later ones must score at least so much of the best. */
const NOT_FAR_BEHIND = 0.1;

/** Without the results at the end that hold little of what was asked: where most records hold some word, nearly all would be found. */
export function withoutStragglers<T extends Pick<Ranked, 'score'>>(ranked: readonly T[]): T[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }, index) => index < LISTED || score >= best * NOT_FAR_BEHIND);
}
