import type { LexiconData } from './lexicon.ts';
import { foldText } from './segment.ts';

/** How many terms are offered where nothing was found. */
const OFFERED = 6;
/** How alike two texts must be to be offered, from 0 to 1. */
const ALIKE = 0.28;
/** A term of the vocabulary leads to more than a word does. */
const TERM_BONUS = 0.1;

/**
 * The names of terms and the words of a collection that are most like what was typed, the nearest first. Likeness is the
 * share of neighboring pairs of letters that two texts have in common (Dice's coefficient).
 */
export function nearestTerms(typed: string, { words, han, terms }: Pick<LexiconData, 'words' | 'han' | 'terms'>): string[] {
  const queries = [...new Set([foldText(typed).trim(), ...foldText(typed).split(/[^\p{L}\p{N}]+/u)])].filter((text) => text.length > 1);
  const profiles = queries.slice(0, OFFERED).map(pairsOf);
  const likeness = (name: string) => Math.max(0, ...profiles.map((profile) => dice(profile, pairsOf(name))));
  const spaced = words.split(' ').filter((word) => word.length > 3);
  const single = [...spaced, ...han.split(' ')].map((name) => ({ name, score: likeness(name) }));
  const named = terms.flatMap((names) => bestName(names, likeness));
  const found = [...named, ...single].filter(({ score }) => score >= ALIKE).sort((a, b) => b.score - a.score);
  const unasked = found.map(({ name }) => name).filter((name) => name !== '' && !queries.includes(name));
  return [...new Set(unasked)].slice(0, OFFERED);
}

/** Of the names of a term only the nearest is offered; the first one is its id, which is its label but for the hyphens. */
function bestName([id = '', ...others]: readonly string[], likeness: (name: string) => number): { name: string; score: number }[] {
  const names = [id.replaceAll('-', ' '), ...others];
  const scored = names.map((name) => ({ name, score: likeness(name) })).sort((a, b) => b.score - a.score);
  const [best] = scored;
  return best && best.score > 0 ? [{ name: best.name, score: best.score + TERM_BONUS }] : [];
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...` ${text.slice(0, 80)} `];
  return new Set(letters.slice(1).map((letter, index) => letters[index]! + letter));
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of a) if (b.has(pair)) common++;
  return (2 * common) / (a.size + b.size);
}
