import type { Bilingual } from '../site/locale.ts';
import { isFigure, type Lexicon } from './lexicon.ts';
import { queryWords } from './query-words.ts';
import { englishStem, stemmed } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import type { Paraphrases } from './paraphrases.ts';
import type { TopicIndex } from './topics.ts';

/** A Chinese word with what it means in English, as a general dictionary has it. */
export interface DictionaryWord {
  readonly simplified: string;
  readonly traditional: string;
  readonly meanings: readonly string[];
}

/** A file of the dictionary. Its keys are Chinese words and the stems of English ones. */
export interface DictionaryShard {
  /** For each key the renderings in the other language, the likeliest first. */
  readonly renderings: Readonly<Record<string, readonly string[]>>;
  /** For each key the numbers of the topics that it may mean; see `TopicIndex`. */
  readonly topics: Readonly<Record<string, readonly number[]>>;
  /** For each paraphrase the places of the terms that it may mean, in the order of the lexicon. */
  readonly terms: Readonly<Record<string, readonly number[]>>;
}

/** What is known of words, as far as it was loaded. */
export interface Dictionary {
  /** English words or phrases for a Chinese word. */
  toEnglish(han: string): readonly string[];
  /** Chinese words for an English one. */
  toChinese(word: string): readonly string[];
  /** The numbers of the topics that a word may mean; see `wordKey`. */
  topicsOf(key: string): readonly number[];
  /** The places of the terms that a paraphrase may mean; see `paraphrasesOf`. */
  termsOf(key: string): readonly number[];
}

/** How many files the dictionary is cut into: each holds a kilobyte or less, and a query loads those of its words. */
export const SHARDS = 1024;
/** How many of them a query loads at most. */
const LOADED = 64;

/** Renderings beyond these are far-fetched. */
const RENDERINGS = 4;
/** A gloss of more words explains a word instead of rendering it. */
const GLOSS_WORDS = 3;
const LONGEST_HAN = 6;
const HAN = /\p{Script=Han}/u;

/** A Chinese character, or letters up to a space or a Chinese character. */
const FIRST_WORD = /^(?:\p{Script=Han}|[^\s\p{Script=Han}]+)/u;

/** The file that holds a key: Chinese words stand together by their first character, English ones by the stem of their first word. */
export function shardOf(key: string): number {
  const name = englishStem(FIRST_WORD.exec(key)?.[0] ?? key);
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) >>> 0;
  return hash % SHARDS;
}

/** The files that may know the words of a text. */
export function shardsFor(text: string): number[] {
  const words = queryWords(text).flatMap((word) => (HAN.test(word) ? [...word] : [word, ...word.split(/[-.]/)]));
  return [...new Set(words.filter((word) => word !== '' && !isFigure(word)).map(shardOf))].slice(0, LOADED);
}

/** What the dictionary of a collection is made from. */
export interface DictionarySource {
  /** A general dictionary. */
  readonly words: readonly DictionaryWord[];
  /** Renderings found in the collection itself, which go before those of the general dictionary. */
  readonly pairs: readonly Bilingual[];
  /** The words of the collection. */
  readonly lexicon: Lexicon;
  /** For each word the topics that it may mean. Default: none. */
  readonly topics?: TopicIndex['words'];
  /** Default: none. */
  readonly paraphrases?: Paraphrases;
}

/** The dictionary of a collection in files: what renders a word into one that the collection holds, and the topics that words may mean. */
export function createShards({ topics = new Map(), paraphrases = new Map(), ...source }: DictionarySource): DictionaryShard[] {
  const renderings = [...renderingsOf(source)].map(([key, found]) => [key, [...found].slice(0, RENDERINGS)] as const);
  const parts = { renderings: inShards(renderings), topics: inShards(topics), terms: inShards(paraphrases) };
  return Array.from({ length: SHARDS }, (_, shard) => ({
    renderings: parts.renderings[shard]!,
    topics: parts.topics[shard]!,
    terms: parts.terms[shard]!,
  }));
}

function inShards<T>(entries: Iterable<readonly [string, T]>): Record<string, T>[] {
  const shards = Array.from({ length: SHARDS }, (): Record<string, T> => ({}));
  for (const [key, value] of entries) shards[shardOf(key)]![key] = value;
  return shards;
}

function renderingsOf({ words, pairs, lexicon }: Pick<DictionarySource, 'words' | 'pairs' | 'lexicon'>): Map<string, Set<string>> {
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
  return renderings;
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

/**
 * The dictionary that some of its files make.
 * @param shards The files, by their numbers.
 */
export function createDictionary(shards: ReadonlyMap<number, DictionaryShard>): Dictionary {
  const find = <Part extends keyof DictionaryShard>(part: Part, key: string) => {
    const entries = shards.get(shardOf(key))?.[part];
    return entries && Object.hasOwn(entries, key) ? (entries[key] as DictionaryShard[Part][string]) : [];
  };
  return {
    toEnglish: (han) => find('renderings', han),
    toChinese: (word) => find('renderings', stemmed(word)),
    topicsOf: (key) => find('topics', key),
    termsOf: (key) => find('terms', key),
  };
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
