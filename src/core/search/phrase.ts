import type { Lexicon } from './lexicon.ts';
import { phraseWords } from './query-words.ts';
import { hanWords } from './segment.ts';
import type { Symbols } from './symbols.ts';

/** Phrases of more Chinese words than this are asked for in one form only: each further form costs time. */
const VARIED_WORDS = 6;

/**
 * The ways to ask the index for words that stand one after the other. A Chinese word is asked for in single characters
 * too, for the segmenter may cut it so in another sentence.
 */
export function phraseForms(phrase: string, lexicon: Pick<Lexicon, 'has' | 'knows'> & Symbols): string[] {
  const words = phraseWords(phrase, lexicon).flatMap((word) => (HAN.test(word) ? hanWords(word) : word.split(/[-.]/).filter(Boolean)));
  if (words.length === 0) return [];
  const forms = [words, ...cutForms(words), ...joinedForms(words, lexicon)].filter(
    (form) => form === words || form.every((word) => !HAN.test(word) || lexicon.has(word)),
  );
  return [...new Set(forms.map((form) => `"${form.join(' ')}"`))];
}

/** The words of a phrase that texts may join by hyphens: `text to image` stands as `text-to-image` in the index's one word. */
function joinedForms(words: readonly string[], { knows }: Pick<Lexicon, 'knows'>): string[][] {
  const starts = words.map((_, start) => start);
  return starts.flatMap((start) =>
    JOINED.flatMap((length) => {
      const parts = words.slice(start, start + length);
      const joined = parts.join('');
      if (parts.length < length || HAN.test(joined) || !knows(joined)) return [];
      return [[...words.slice(0, start), joined, ...words.slice(start + length)]];
    }),
  );
}

/** How many words a hyphenated one is made of. */
const JOINED = [2, 3];
const HAN = /\p{Script=Han}/u;

function cutForms(words: readonly string[]): string[][] {
  const long = words.filter((word) => HAN.test(word) && word.length > 1);
  const whole = words.every((word) => HAN.test(word)) && words.length > 1 ? [[words.join('')]] : [];
  if (long.length === 0 || words.length > VARIED_WORDS) return whole;
  const cut = (which: (word: string) => boolean) => words.flatMap((word) => (which(word) ? [...word] : [word]));
  return [...whole, ...long.map((one) => cut((word) => word === one)), cut((word) => long.includes(word))];
}
