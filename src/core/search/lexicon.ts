import { editDistance } from '../text/nearest.ts';
import { namesOf, type Keyword } from '../keyword/vocabulary.ts';
import { foldText } from './segment.ts';
import { writtenSymbols, type Symbols } from './symbols.ts';
import { wordKey } from './thesaurus.ts';

/** What a browser loads beside the index: every word that can be found, and the names of every term. */
export interface LexiconData {
  /** The number of records. */
  readonly records: number;
  /** Latin, Greek and other spaced words, folded, sorted, joined by spaces: of those with one stem the shortest, and no figures. */
  readonly words: string;
  /** All Chinese words, joined by spaces. */
  readonly han: string;
  /** For each term of the vocabulary its names in both languages, aliases included. */
  readonly terms: readonly (readonly string[])[];
  /** The names of papers, joined, with spaces between them; see `joinedName`. */
  readonly papers: string;
  /** Traditional characters that readers may type, and at the same places the Simplified ones that the collection has. */
  readonly scripts: readonly [traditional: string, simplified: string];
  /** How many pages of PDFs have an index of their own; none if undefined. */
  readonly pdfPages?: number;
  /** The marks that tell some records from others; see `MARKS`. */
  readonly marks: readonly string[];
  /** In how many files the topics of the records stand; 0 where there are none. */
  readonly topicFiles: number;
}

/** A name of a term, folded, its hyphens and full stops made spaces. */
export interface TermName {
  readonly name: string;
  /** What a text that calls the term so holds: a Chinese name without its spaces, an English one in stems. */
  readonly trace: string;
  /** All names of its term as the lexicon gives them. */
  readonly names: readonly string[];
}

/** Answers questions about the words of a collection. */
export interface Lexicon extends Symbols {
  readonly records: number;
  /** The names of the terms, the longest first, each with all names of its term. */
  readonly names: readonly TermName[];
  /** All names of a term, by the term’s place; of several terms those that stand first, for there is room for a few only. */
  namesOf(places: readonly number[]): readonly string[];
  /** How many pages of PDFs have an index of their own. */
  readonly pdfPages: number;
  /** Whether a mark tells some records from others; see `MARKS`. */
  hasMark(mark: string): boolean;
  /** A text with Traditional characters made Simplified where the collection has only those. */
  simplify(text: string): string;
  /** Whether some indexed word begins with this one, or this one is a form of it. */
  knows(word: string): boolean;
  /** Whether the lexicon lists this very word. */
  has(word: string): boolean;
  /** Whether the lexicon lists a spaced word or another of its stem. */
  hasForm(word: string): boolean;
  /** Whether a word stands in the name of a term. */
  isTermWord(word: string): boolean;
  /** Whether a paper bears a joined name; see `joinedName`. */
  isPaper(name: string): boolean;
  /** The indexed word that a mistyped one probably meant. */
  repair(word: string): string | undefined;
  /** Indexed Chinese words that hold these characters elsewhere than at their beginning. */
  around(han: string): string[];
  /** The longest indexed Chinese words that a text can be cut into; what fits nowhere is dropped. */
  cut(han: string): string[];
}

const HAN = /\p{Script=Han}/u;
const HAN_CHARACTER = /\p{Script=Han}/gu;

/** What a lexicon is made from. */
export interface LexiconSource {
  /** The contents of all records. */
  readonly contents: Iterable<string>;
  readonly terms: readonly Keyword[];
  /** The names of papers, joined. Default: none. */
  readonly papers?: readonly string[];
  /** For Traditional characters their Simplified forms. Default: none, and nobody can search in Traditional Chinese. */
  readonly simplified?: ReadonlyMap<string, string>;
  /** How many pages of PDFs have an index of their own. Default: none. */
  readonly pdfPages?: number;
  /** The marks that tell some records from others. Default: none. */
  readonly marks?: readonly string[];
  /** In how many files the topics of the records stand. Default: none. */
  readonly topicFiles?: number;
  /** Which spaced words the lexicon lists. Default: all. */
  readonly lists?: (word: string) => boolean;
}

/** The data of a lexicon. */
export function createLexiconData(source: LexiconSource): LexiconData {
  const {
    contents,
    terms,
    papers = [],
    simplified = new Map<string, string>(),
    pdfPages = 0,
    marks = [],
    topicFiles = 0,
    lists = () => true,
  } = source;
  const words = new Set<string>();
  const han = new Set<string>();
  const characters = new Map<string, number>();
  let records = 0;
  for (const content of contents) {
    records++;
    for (const token of content.split(' ')) for (const word of wordsOf(token)) (HAN.test(word) ? han : words).add(word);
    for (const [character] of content.matchAll(HAN_CHARACTER)) characters.set(character, (characters.get(character) ?? 0) + 1);
  }
  const names = terms.map((term) => distinctNames(namesOf(term)));
  const scripts = [...simplified].filter(([from, to]) => (characters.get(to) ?? 0) > (characters.get(from) ?? 0));
  return {
    records,
    words: shortestOfStems([...words].filter((word) => !isFigure(word) && lists(word))).join(' '),
    han: [...han].sort().join(' '),
    terms: names,
    papers: [...new Set(papers)].sort().join(' '),
    scripts: [scripts.map(([from]) => from).join(''), scripts.map(([, to]) => to).join('')],
    ...(pdfPages > 0 && { pdfPages }),
    marks,
    topicFiles,
  };
}

/** Names, folded, without those that differ from earlier ones only in their hyphens. */
export function distinctNames(names: readonly string[]): string[] {
  const folded = names.map(foldText);
  const spaced = folded.map((name) => name.replace(/[-.]/g, ' '));
  return folded.filter((_, index) => spaced.indexOf(spaced[index]!) === index);
}

/** Figures are too many to be listed: whether a record holds one is seen when it is asked for. */
export function isFigure(word: string): boolean {
  return /^\d+$/.test(word);
}

/** One word of each stem, which is enough to know the others; sorted. */
function shortestOfStems(words: readonly string[]): string[] {
  const stems = new Map<string, string>();
  for (const word of words) {
    const stem = plainStem(word);
    const before = stems.get(stem);
    if (before === undefined || word.length < before.length || (word.length === before.length && word < before)) stems.set(stem, word);
  }
  return [...stems.values()].sort();
}

/** The words under which the index keeps a token: its letters joined, with the low lines among them, and its parts where marks divide it. */
function wordsOf(token: string): string[] {
  const folded = foldText(token);
  const parts = folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const joined = folded.replace(/[^\p{L}\p{N}\p{M}_]+/gu, '').replace(/^_+|_+$/g, '');
  return (parts.length > 1 ? [...parts, joined] : parts).filter((word) => word.length > 1 || !/[a-z\d]/.test(word));
}

/** A lexicon from its data. */
export function createLexicon({ records, words, han, terms, papers, scripts, pdfPages = 0, marks }: LexiconData): Lexicon {
  const sorted = words === '' ? [] : words.split(' ');
  const chinese = han === '' ? [] : han.split(' ');
  const written = writtenSymbols(sorted);
  const named = new Set(papers.split(' ').filter(Boolean));
  const all = new Set([...sorted, ...chinese]);
  const stems = new Set(sorted.map(plainStem));
  const starts = new Set(chinese.flatMap((word) => [...word].map((_, index, letters) => letters.slice(0, index + 1).join(''))));
  const [traditional, simplified] = scripts.map((text) => [...text]);
  const simple = new Map(traditional!.map((character, index) => [character, simplified![index]!]));
  return {
    records,
    names: namesByLength(terms),
    namesOf: (places) => leadingNames(places.map((place) => terms[place]!)),
    pdfPages,
    hasMark: (mark) => marks.includes(mark),
    simplify: (text) => (simple.size === 0 ? text : [...text].map((character) => simple.get(character) ?? character).join('')),
    has: (word) => all.has(word),
    hasForm: (word) => isFigure(word) || stems.has(plainStem(word)),
    knows: (word) => (HAN.test(word) ? starts.has(word) : isFigure(word) || hasPrefix(sorted, plainStem(word))),
    isTermWord: termWords(terms),
    isPaper: (name) => named.has(name),
    symbolForms: (symbol) => (all.has(symbol) && !/[^\p{L}\p{N}]/u.test(symbol) ? [] : written(symbol)),
    repair: (word) => repairWord(word, sorted),
    around: (text) => chinese.filter((word) => word.length > text.length && word.includes(text, 1)),
    cut: (text) => cutByWords(text, starts),
  };
}

function namesByLength(terms: LexiconData['terms']): TermName[] {
  return terms
    .flatMap((names) => names.map((name) => termName(name, names)))
    .filter(({ name }) => name.length > 1)
    .sort(longestFirst);
}

/** Puts the longest names first. */
export function longestFirst(a: TermName, b: TermName): number {
  return b.name.length - a.name.length;
}

/** A name by which some terms are meant. */
export function termName(name: string, names: readonly string[]): TermName {
  return { name: name.replace(/[-.]/g, ' '), trace: wordKey(name), names };
}

function leadingNames(terms: readonly (readonly string[])[]): readonly string[] {
  if (terms.length === 1) return terms[0]!;
  return [0, 1, 2].flatMap((place) => terms.flatMap((names) => names[place] ?? []));
}

function termWords(terms: LexiconData['terms']): (word: string) => boolean {
  const names = terms.flat();
  const latin = new Set(names.flatMap((name) => name.match(/[a-z\d]+/g) ?? []).map(plainStem));
  const han = names.filter((name) => HAN.test(name)).join(' ');
  return (word) => (HAN.test(word) ? han.includes(word) : word.split(/[-.]/).some((part) => latin.has(plainStem(part))));
}

function hasPrefix(sorted: readonly string[], prefix: string): boolean {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(prefix) ?? false;
}

/** A word without the commonest English endings: enough to see that the index knows it. */
export function plainStem(word: string): string {
  const stem = word.replace(/(?:ies|y|[^s]s|es|ed|ing|e)$/, (ending) => (ending.length === 2 && ending[1] === 's' ? ending[0]! : ''));
  return stem.length >= 4 ? stem : word;
}

/** Shorter words have too many neighbors to tell which one was meant. */
const REPAIRED_LENGTH = 5;

function repairWord(word: string, sorted: readonly string[]): string | undefined {
  if (word.length < REPAIRED_LENGTH || /\d/.test(word)) return undefined;
  const forms = [word, plainStem(word)];
  let best: string | undefined;
  let smallest = word.length < 8 ? 1.5 : 2.5;
  for (const candidate of sorted) {
    if (candidate.length < 4 || Math.abs(candidate.length - word.length) > 4) continue;
    const stranger = candidate[0] === word[0] ? 0 : 0.6;
    for (const form of forms) {
      if (Math.abs(candidate.length - form.length) > 2) continue;
      const distance = editDistance(form, candidate) + stranger + (form === word ? 0 : 0.2);
      if (distance < smallest) [smallest, best] = [distance, candidate];
    }
  }
  return best;
}

function cutByWords(text: string, starts: ReadonlySet<string>): string[] {
  const characters = [...text];
  const words: string[] = [];
  for (let index = 0; index < characters.length;) {
    let length = Math.min(6, characters.length - index);
    while (length > 1 && !starts.has(characters.slice(index, index + length).join(''))) length--;
    if (length > 1) words.push(characters.slice(index, index + length).join(''));
    index += length;
  }
  return words;
}
