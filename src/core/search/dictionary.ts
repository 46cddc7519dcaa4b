import type { Bilingual } from '../site/locale.ts';
import type { Lexicon } from './lexicon.ts';
import { stemmed } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** A Chinese word with what it means in English, as a general dictionary has it. */
export interface DictionaryWord {
  readonly simplified: string;
  readonly traditional: string;
  readonly meanings: readonly string[];
}

/** A file of the dictionary: for each key the renderings in the other language, the likeliest first. */
export type DictionaryShard = Readonly<Record<string, readonly string[]>>;

/** Renderings of words, as far as they were loaded. */
export interface Dictionary {
  /** English words or phrases for a Chinese word. */
  toEnglish(han: string): readonly string[];
  /** Chinese words for an English one. */
  toChinese(word: string): readonly string[];
}

/** How many files the dictionary is cut into: each holds a kilobyte or two, and a query loads those of its words. */
export const SHARDS = 128;

/** Renderings beyond these are far-fetched. */
const RENDERINGS = 4;
/** A gloss of more words explains a word instead of rendering it. */
const GLOSS_WORDS = 3;
const LONGEST_HAN = 6;
const HAN = /\p{Script=Han}/u;

/** The file that holds a key: Chinese words stand together by their first character, English ones by their stem. */
export function shardOf(key: string): number {
  const name = HAN.test(key) ? key.slice(0, 1) : stemmed(key);
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return hash % SHARDS;
}

/**
 * The dictionary of a collection in files: what renders a word into one that the collection holds.
 * @param pairs Renderings found in the collection itself, which go before those of the general dictionary.
 */
export function createShards(words: readonly DictionaryWord[], pairs: readonly Bilingual[], lexicon: Lexicon): DictionaryShard[] {
  const renderings = new Map<string, Set<string>>();
  const add = (key: string, rendering: string) => {
    const known = renderings.get(key);
    if (known) known.add(rendering);
    else renderings.set(key, new Set([rendering]));
  };
  const addPair = (zh: string, en: string) => {
    if (en.split(' ').every((word) => lexicon.knows(word))) add(zh, en);
    if (lexicon.has(zh) || lexicon.cut(zh).join('') === zh) add(stemmed(en), zh);
  };
  for (const { en, zh } of pairs) addPair(zh, en);
  for (const { simplified, meanings } of words) {
    if (simplified.length < 2 || simplified.length > LONGEST_HAN || !HAN.test(simplified)) continue;
    for (const gloss of meanings.flatMap(glossesOf)) addPair(simplified, gloss);
  }
  const shards: Record<string, string[]>[] = Array.from({ length: SHARDS }, () => ({}));
  for (const [key, found] of renderings) shards[shardOf(key)]![key] = [...found].slice(0, RENDERINGS);
  return shards;
}

const ASIDE = /\([^)]*\)|\[[^\]]*\]/g;
const NO_GLOSS = /^(?:variant of|old variant|see |surname|abbr|used in|CL:|erhua)/i;
const PREAMBLE = /^(?:to be |to |a |an |the |be )/;

/** The short renderings in a meaning: `to forget; to cease to think about` gives `forget`. */
function glossesOf(meaning: string): string[] {
  if (NO_GLOSS.test(meaning)) return [];
  return meaning
    .replace(ASIDE, ' ')
    .toLowerCase()
    .split(/[;,/]/)
    .map(
      (part) =>
        part
          .trim()
          .replace(PREAMBLE, '')
          .match(/[a-z]+/g) ?? [],
    )
    .filter((words) => words.length > 0 && words.length <= GLOSS_WORDS)
    .map((words) => words.filter((word) => !isStopWord(word) && word !== 'sb' && word !== 'sth').join(' '))
    .filter((gloss) => gloss.length > 2);
}

/** The dictionary that some of its files make. */
export function createDictionary(shards: readonly DictionaryShard[]): Dictionary {
  const find = (key: string) => shards.find((shard) => Object.hasOwn(shard, key))?.[key] ?? [];
  return { toEnglish: find, toChinese: (word) => find(stemmed(word)) };
}

/**
 * The words of a text of Chinese characters that a dictionary renders, the longest first at each place.
 * @example renderedWords('灾难性遗忘', dictionary) // ['灾难性', '遗忘']
 */
export function renderedWords(han: string, dictionary: Dictionary): string[] {
  const found: string[] = [];
  for (let index = 0; index < han.length;) {
    let length = Math.min(LONGEST_HAN, han.length - index);
    while (length > 1 && dictionary.toEnglish(han.slice(index, index + length)).length === 0) length--;
    if (length > 1) found.push(han.slice(index, index + length));
    index += length;
  }
  return found;
}

/** For each Traditional character of a dictionary that differs from its Simplified form, that form. */
export function simplifiedForms(words: Iterable<Pick<DictionaryWord, 'simplified' | 'traditional'>>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { simplified, traditional } of words) {
    if (simplified.length !== traditional.length) continue;
    for (const [index, character] of [...traditional].entries()) {
      const form = [...simplified][index]!;
      const forms = counts.get(character) ?? new Map<string, number>();
      forms.set(form, (forms.get(form) ?? 0) + 1);
      counts.set(character, forms);
    }
  }
  const commonest = [...counts].map(([character, forms]) => [character, [...forms].sort(([, a], [, b]) => b - a)[0]![0]] as const);
  return new Map(commonest.filter(([character, form]) => character !== form));
}
