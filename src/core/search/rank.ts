import type { Query } from './query.ts';
import { adjacency, CLAUSE, together } from './closeness.ts';
import { answerByTopics, type TopicLink } from './topic-answer.ts';
import type { Topics } from './topic-file.ts';
import { sum, weigh, type Answers, type IndexFacts, type Scored, type Weighed } from './weigh.ts';

/** A note in its final place. */
export interface Ranked extends Scored {
  /** By which topics words of one meaning in the query led to it that it does not have; those that tell most first. */
  readonly related: readonly TopicLink[];
  /** How well it answers the query in one clause, from 0 to 1. */
  readonly closeness: number;
}

/** What the index of the notes says of them beside its answers. */
export interface NoteFacts extends IndexFacts {
  /** For each note with questions, the token after which they stand. Default: none. */
  readonly questions?: ReadonlyMap<string, number>;
  /** The topics of the query. Default: none. */
  readonly topics?: Topics;
}

const ADJACENT_BONUS = 0.5;
const PHRASE_BONUS = 0.75;
/** What a note gains that holds all of the query in one of the questions it answers. */
const QUESTION_BONUS = 4;
/** A question is rarely longer, in tokens. */
const QUESTION_TOKENS = 16;
/** Who names fewer parts looks something up rather than asks. */
export const ASKED_PARTS = 4;

/** How much topics count, for a query that they understand whole, beside words that are answered best. */
const TOPICS = 2;
/** Who names fewer parts looks something up, for which words count more than topics. */
const FULL_QUESTION = 4;
/** A note that has none of the words is listed if it is so much about what is asked, compared with the one that is most. */
const ABOUT = 0.3;

/**
 * Puts notes in order: by how well they answer the parts of the query, times how much of it they cover, with a bonus for parts that
 * stand side by side, for the whole phrase, and for parts that stand together in a question that the paper answers; and by how far
 * they are about what is asked, whatever words they have.
 */
export function rank(query: Query, answers: Answers, facts: NoteFacts): Ranked[] {
  const worded = rankByWords(query, answers, facts);
  const { records, confidence } = answerByTopics(query.topics, facts.topics ?? new Map(), facts.records);
  // Where no note has any of the words, topics are all there is.
  const fullness = worded.length === 0 ? 1 : Math.min(1, query.units.length / FULL_QUESTION);
  const best = Math.max(0, ...worded.map(({ score }) => score)) || 1;
  const share = TOPICS * confidence * fullness;
  const known = new Set(worded.map(({ id }) => id));
  const others = [...records].filter(([id, { score }]) => !known.has(id) && score >= ABOUT).map(([id]) => unworded(id, query));
  const ranked = [...worded, ...others].map((note) => {
    const { score = 0, words = [] } = records.get(note.id) ?? {};
    // A mean, so that a score still compares with those of the pages of PDFs, which know no topics.
    return {
      ...note,
      score: (note.score + share * best * score) / (1 + share),
      related: words.filter(({ text }) => !isHeld(text, query, note)),
    };
  });
  return ranked.sort((a, b) => b.score - a.score || lateness(a) - lateness(b) || (a.id < b.id ? -1 : 1));
}

type Worded = Omit<Ranked, 'related'>;

function rankByWords(query: Query, answers: Answers, facts: NoteFacts): Worded[] {
  const phrases = new Set(
    (query.phrase ? answers.get(query.phrase.words) : [])?.flatMap(({ id, words }) => (words.length > 0 ? [id] : [])),
  );
  const { records, shares } = weigh(query, answers, facts);
  return records.map(({ weights, ...note }) => {
    const { id, coverage, matches } = note;
    const bonus = 1 + ADJACENT_BONUS * adjacency(matches) + (phrases.has(id) ? PHRASE_BONUS : 0);
    const asked = 1 + QUESTION_BONUS * inOneQuestion(matches, shares, facts.questions?.get(id));
    return { ...note, score: sum(weights) * coverage * bonus * asked, closeness: together(matches, weights, CLAUSE) };
  });
}

/** A note that has none of the words. */
function unworded(id: string, { units }: Query): Worded {
  return { id, score: 0, closeness: 0, coverage: 0, matches: units.map(() => []), translated: [] };
}

/** Whether a note has a word of the query, in whatever form. */
function isHeld(word: string, { units }: Query, { matches }: Worded): boolean {
  return units.some(({ text }, unit) => matches[unit]!.length > 0 && (word.includes(text) || text.includes(word)));
}

/** How much of the query stands together in one of the questions, from 0 to 1. */
function inOneQuestion(matches: Weighed['matches'], shares: readonly number[], from = Infinity): number {
  if (matches.length < ASKED_PARTS) return 0;
  const inQuestions = matches.map((words) => words.filter((word) => word > from));
  return together(inQuestions, shares, QUESTION_TOKENS);
}

/** How late the parts of the query first stand in a record: of equals, one that speaks of them earlier is more about them. */
function lateness({ matches }: Pick<Worded, 'matches'>): number {
  return sum(matches.filter((words) => words.length > 0).map((words) => Math.min(...words)));
}

/** The first results are listed however they compare. */
const LISTED = 10;
/** Later ones must score at least so much of the best. */
const NOT_FAR_BEHIND = 0.25;

/** Without the results at the end that hold little of what was asked: where most records hold some word, nearly all would be found. */
export function withoutStragglers<T extends Pick<Ranked, 'score'>>(ranked: readonly T[]): T[] {
  const best = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }, index) => index < LISTED || score >= best * NOT_FAR_BEHIND);
}
