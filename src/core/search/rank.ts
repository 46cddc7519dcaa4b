import { detectLocale, type Locale } from '../site/locale.ts';
import type { Ask } from './ask.ts';
import type { Query } from './query.ts';

/** A record that answers an ask, as the index reports it. */
export interface Hit {
  readonly id: string;
  readonly score: number;
  /** Which tokens of the record matched, counted from 0; none where only a meta did. */
  readonly words: readonly number[];
}

/** The answers to the asks of a query, by their words. */
export type Answers = ReadonlyMap<string, readonly Hit[]>;

/** A record in its final place. */
export interface Ranked {
  readonly id: string;
  /** How well it answers the query, from 0: near 1 where it holds every part in its best form, more with the bonuses. */
  readonly score: number;
  /** How much of the query it holds in any form, from 0 to 1, rare parts counting more. */
  readonly coverage: number;
  /** For each unit of the query, the tokens of the record that match it. */
  readonly matches: readonly (readonly number[])[];
  /** What of the query the record answers only in the other language, and by which words. */
  readonly translated: readonly Translation[];
}

/** Words of a query and their rendering by which a record was found. */
export interface Translation {
  readonly from: string;
  readonly to: string;
}

/** Every ask of a query, each once. */
export function asksOf({ units, concepts, phrase }: Query): Ask[] {
  const all = [...units.flatMap(({ asks }) => asks), ...concepts.flatMap(({ asks }) => asks), ...(phrase ? [phrase] : [])];
  return [...new Map(all.map((ask) => [ask.words, ask])).values()];
}

interface Part {
  readonly score: number;
  readonly words: readonly number[];
  /** The ask that answers best. */
  readonly ask: Ask;
}

/** What an index says of its records beside its answers. */
export interface IndexFacts {
  /** How many records it holds. */
  readonly records: number;
  /** For each record with questions, the token after which they stand. Default: none. */
  readonly questions?: ReadonlyMap<string, number>;
  /** The records that have no text in a language, where others have. Default: none. */
  readonly lacking?: Readonly<Record<Locale, ReadonlySet<string>>>;
}

/** How much less a record is worth that lacks parts of the query. */
const COVERAGE_POWER = 1.5;
const ADJACENT_BONUS = 0.5;
const PHRASE_BONUS = 0.75;
/** What a record gains that names all of the query in one of the questions it answers. */
const QUESTION_BONUS = 2;
/** A question is rarely longer, in tokens. */
const QUESTION_TOKENS = 16;
/** Who names fewer parts looks something up rather than asks. */
export const ASKED_PARTS = 3;

/**
 * Puts records in order: for each part of the query its best form counts, summed over the parts, times how much of the
 * query a record covers, with a bonus for parts that stand side by side, for the whole phrase, and for parts that stand together
 * in a question that the record answers. A part weighs by how rare it is; records that only hold a weak form of it (a translation,
 * a longer word) count less towards that.
 */
export function rank(query: Query, answers: Answers, facts: IndexFacts): Ranked[] {
  const { records, questions } = facts;
  const parts = partsByRecord(query, answers, facts);
  const best = query.units.map((_, unit) => Math.max(...[...parts.values()].map((found) => found[unit]?.score ?? 0)));
  const strengths = new Map([...parts].map(([id, found]) => [id, found.map((part, unit) => strength(part, best[unit]!))]));
  const rarity = query.units.map(({ importance = 1 }, unit) => {
    const holders = sum([...strengths.values()].map((strong) => strong[unit]!));
    return importance * Math.log(1 + records / Math.max(1, holders));
  });
  const whole = sum(rarity);
  const share = (ofParts: readonly number[]) => sum(ofParts.map((value, unit) => value * rarity[unit]!)) / whole;
  const phrases = new Set(
    (query.phrase ? answers.get(query.phrase.words) : [])?.flatMap(({ id, words }) => (words.length > 0 ? [id] : [])),
  );
  const asked = (id: string, found: readonly (Part | undefined)[]) => {
    const from = query.units.length < ASKED_PARTS ? undefined : questions?.get(id);
    if (from === undefined) return 0;
    const inQuestions = found.map((part) => part?.words.filter((word) => word > from) ?? []);
    const weights = strengths.get(id)!.map((strong, unit) => strong * rarity[unit]!);
    return together(inQuestions, weights, QUESTION_TOKENS) / whole;
  };
  const ranked = [...parts].map(([id, found]) => {
    const coverage = share(found.map((part) => (part ? 1 : 0)));
    const bonus = 1 + ADJACENT_BONUS * adjacency(found) + (phrases.has(id) ? PHRASE_BONUS : 0);
    const score = share(strengths.get(id)!) * coverage ** COVERAGE_POWER * bonus * (1 + QUESTION_BONUS * asked(id, found));
    return { id, score, coverage, matches: found.map((part) => part?.words ?? []), translated: translationsIn(found) };
  });
  return ranked.sort((a, b) => b.score - a.score || lateness(a) - lateness(b) || (a.id < b.id ? -1 : 1));
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

/** How well a part is answered, from 0 to 1; the root keeps a word in the title from outweighing all the others. */
function strength(part: Part | undefined, best: number): number {
  return part ? Math.sqrt(part.score / best) : 0;
}

function partsByRecord({ units, concepts }: Query, answers: Answers, { lacking }: IndexFacts): Map<string, (Part | undefined)[]> {
  const parts = new Map<string, (Part | undefined)[]>();
  const credit = (unit: number, id: string, part: Part) => {
    const found = parts.get(id) ?? units.map(() => undefined);
    parts.set(id, found);
    const before = found[unit];
    if (!before) {
      found[unit] = part;
      return;
    }
    const score = Math.max(before.score, part.score);
    // A record that has the reader's own words is not found by translation, however well that answers too.
    const ask =
      before.ask.translates === undefined || (part.ask.translates !== undefined && before.score >= part.score) ? before.ask : part.ask;
    found[unit] = { score, ask, words: wordsOf(before, part) };
  };
  for (const [unit, { asks }] of units.entries())
    for (const ask of asks)
      for (const hit of answers.get(ask.words) ?? [])
        credit(unit, hit.id, { score: scoreOf(hit, ask) * weightOf(ask, hit.id, lacking), words: hit.words, ask });
  for (const { covers, asks } of concepts)
    for (const ask of asks)
      for (const hit of answers.get(ask.words) ?? []) {
        const part = { score: scoreOf(hit, ask) * weightOf(ask, hit.id, lacking), words: hit.words, ask };
        for (const unit of covers) credit(unit, hit.id, part);
      }
  return parts;
}

/** How much more a translation counts for a record that can have nothing else. */
const ONLY_TRANSLATION = 3;

function weightOf({ weight, translates }: Ask, id: string, lacking: IndexFacts['lacking']): number {
  const isAlone = translates !== undefined && lacking?.[detectLocale(translates)].has(id);
  return isAlone ? Math.min(1, weight * ONLY_TRANSLATION) : weight;
}

/** The matches of two forms of a part; those of a translation only where the reader's own words do not stand. */
function wordsOf(before: Part, part: Part): readonly number[] {
  const isTranslated = [before, part].map(({ ask }) => ask.translates !== undefined);
  if (isTranslated[0] === isTranslated[1]) return [...before.words, ...part.words];
  const [own, other] = isTranslated[0] ? [part, before] : [before, part];
  return own.words.length > 0 ? own.words : other.words;
}

function translationsIn(found: readonly (Part | undefined)[]): Translation[] {
  const pairs = new Map<string, string>();
  for (const part of found) if (part?.ask.translates !== undefined) pairs.set(part.ask.translates, part.ask.words.replaceAll('"', ''));
  return [...pairs].map(([from, to]) => ({ from, to }));
}

/** Titles stand at the beginning of a record; few are longer than this, in tokens. */
const TITLE_TOKENS = 24;
const TITLE_WEIGHT = 3;

/** The index does not weigh exact phrases: theirs is how often they occur, more in a title. In a meta, it does. */
function scoreOf({ score, words }: Hit, ask: Ask): number {
  if (!ask.words.startsWith('"')) return score;
  if (words.length === 0) return Math.log2(1 + score);
  const times = words.length / ask.words.split(' ').length;
  return Math.log2(1 + times) + (words.some((word) => word < TITLE_TOKENS) ? TITLE_WEIGHT : 0);
}

/**
 * The weight of the parts of a query that stand together in the best place of a record.
 * @param matches For each part, the tokens that match it.
 * @param span How many tokens a place has.
 */
export function together(matches: readonly (readonly number[])[], weights: readonly number[], span: number): number {
  const places = matches.flatMap((words, unit) => words.map((word) => ({ word, unit }))).sort((a, b) => a.word - b.word);
  const inside = weights.map(() => 0);
  let [first, weight, best] = [0, 0, 0];
  for (const { word, unit } of places) {
    if (inside[unit]!++ === 0) weight += weights[unit]!;
    while (word - places[first]!.word >= span) {
      const left = places[first++]!.unit;
      if (--inside[left]! === 0) weight -= weights[left]!;
    }
    best = Math.max(best, weight);
  }
  return best;
}

/** The share of neighboring units that stand within two words of each other somewhere in the record. */
function adjacency(found: readonly (Part | undefined)[]): number {
  if (found.length < 2) return 0;
  let pairs = 0;
  for (let unit = 1; unit < found.length; unit++) if (isNear(found[unit - 1]?.words ?? [], found[unit]?.words ?? [])) pairs++;
  return pairs / (found.length - 1);
}

function isNear(left: readonly number[], right: readonly number[]): boolean {
  const before = new Set(left);
  return right.some((word) => before.has(word - 1) || before.has(word - 2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
