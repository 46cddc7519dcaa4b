import { namesOf, type Keyword } from '../keyword/vocabulary.ts';
import type { Dictionary } from './dictionary.ts';
import { distinctNames, termName, type Lexicon, type TermName } from './lexicon.ts';
import { closeUp } from './segment.ts';
import { wordKey } from './thesaurus.ts';

/** Paraphrases as they are compared, each with the places of the terms that readers may mean by it. */
export type Paraphrases = ReadonlyMap<string, readonly number[]>;

const HAN = /\p{Script=Han}/u;
/** The longest paraphrase, in characters where it holds Chinese and else in words. */
const LONGEST = { han: 12, words: 8 } as const;

/** The paraphrases of terms, without those that hold a name or another paraphrase, by which a query is understood in any case. */
export function paraphrasesOf(terms: readonly Keyword[]): Paraphrases {
  const found = new Map<string, number[]>();
  for (const [place, term] of terms.entries())
    for (const key of telling(distinctNames(term.paraphrases).map(wordKey), distinctNames(namesOf(term)).map(wordKey))) {
      const places = found.get(key);
      if (places) places.push(place);
      else found.set(key, [place]);
    }
  return found;
}

function telling(paraphrases: readonly string[], names: readonly string[]): string[] {
  const holds = (text: string, part: string) => (HAN.test(text) ? text.includes(part) : ` ${text} `.includes(` ${part} `));
  const isNew = (text: string, index: number) =>
    paraphrases.every((other, place) => place === index || !holds(text, other) || (other === text && index < place));
  return paraphrases.filter((text, index) => !names.some((name) => holds(text, name)) && isNew(text, index));
}

/** The paraphrases that the words of a query hold, as they stand there, as names of the terms that are meant. */
export function paraphrasesIn(words: readonly string[], lexicon: Lexicon, dictionary: Dictionary): TermName[] {
  const spaced = words.flatMap((word) => word.split(/[-.]/)).filter(Boolean);
  const runs = spaced.some((word) => HAN.test(word)) ? [...inCharacters(closeUp(spaced.join(' '))), ...inWords(spaced)] : inWords(spaced);
  return [...new Set(runs)].flatMap((run) => {
    const places = dictionary.termsOf(wordKey(run));
    return places.length > 0 ? [termName(run, lexicon.namesOf(places))] : [];
  });
}

function inWords(words: readonly string[]): string[] {
  return words.flatMap((_, from) =>
    lengths(words.length - from, LONGEST.words).map((length) => words.slice(from, from + length).join(' ')),
  );
}

function inCharacters(text: string): string[] {
  return [...text].flatMap((_, from) => lengths(text.length - from, LONGEST.han).map((length) => text.slice(from, from + length)));
}

function lengths(left: number, longest: number): number[] {
  return Array.from({ length: Math.min(left, longest) }, (_, index) => index + 1);
}
