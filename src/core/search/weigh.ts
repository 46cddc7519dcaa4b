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

/** What an index says of its records beside its answers. */
export interface IndexFacts {
  /** How many records it holds. */
  readonly records: number;
  /** The records that have no text in a language, where others have. Default: none. */
  readonly lacking?: Readonly<Record<Locale, ReadonlySet<string>>>;
}

/** A record with what it holds of a query. */
export interface Weighed {
  readonly id: string;
  /** For each unit of the query how well the record answers it; all together at most 1. */
  readonly weights: readonly number[];
  /** How much of the query it holds in any form, from 0 to 1, rare parts counting more. */
  readonly coverage: number;
  /** For each unit of the query, the tokens of the record that match it. */
  readonly matches: readonly (readonly number[])[];
  /** What of the query the record answers only in the other language, and by which words. */
  readonly translated: readonly Translation[];
}

/** A record in its place. */
export interface Scored extends Omit<Weighed, 'weights'> {
  /** How well it answers the query, from 0: near 1 where it holds every part in its best form, more with the bonuses. */
  readonly score: number;
}

/** Records and units of a query, weighed. */
export interface Weighing {
  readonly records: readonly Weighed[];
  /** How much of the query each unit is; all together 1. */
  readonly shares: readonly number[];
}

/**
 * Weighs what records hold of a query: for each unit its best form counts, by how rare the unit is. Records that only hold a weak form
 * of it (a translation, a longer word) count less towards that.
 */
export function weigh(query: Query, answers: Answers, facts: IndexFacts): Weighing {
  const parts = partsByRecord(query, answers, facts);
  const best = query.units.map((_, unit) => Math.max(...[...parts.values()].map((found) => found[unit]?.score ?? 0)));
  const strengths = new Map([...parts].map(([id, found]) => [id, found.map((part, unit) => strength(part, best[unit]!))]));
  const rarity = query.units.map(({ importance = 1 }, unit) => {
    const holders = sum([...strengths.values()].map((strong) => strong[unit]!));
    return importance * Math.log(1 + facts.records / Math.max(1, holders));
  });
  const whole = sum(rarity);
  const shares = rarity.map((rare) => rare / whole);
  const records = [...parts].map(([id, found]) => ({
    id,
    weights: strengths.get(id)!.map((strong, unit) => strong * shares[unit]!),
    coverage: sum(found.map((part, unit) => (part ? shares[unit]! : 0))),
    matches: found.map((part) => part?.words ?? []),
    translated: translationsIn(found),
  }));
  return { records, shares };
}

interface Part {
  readonly score: number;
  readonly words: readonly number[];
  /** The ask that answers best. */
  readonly ask: Ask;
}

/** How well a part is answered, from 0 to 1; the root keeps a word in the title from outweighing all the others. */
function strength(part: Part | undefined, best: number): number {
  return part && best > 0 ? Math.sqrt(part.score / best) : 0;
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
  const asked = [...units.map(({ asks }, unit) => ({ asks, covers: [unit] })), ...concepts];
  for (const { covers, asks } of asked)
    for (const ask of asks)
      for (const hit of answers.get(ask.words) ?? []) {
        const part = { score: scoreOf(hit, ask) * weightOf(ask, hit.id, lacking), words: hit.words, ask };
        for (const unit of covers) credit(unit, hit.id, part);
      }
  return parts;
}

/** How much more a translation counts for a record that can have nothing else. */
const ONLY_TRANSLATION = 2;

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

/** The sum of some numbers. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
