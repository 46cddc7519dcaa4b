import type { Bilingual } from '../site/locale.ts';
import { plainStem } from './lexicon.ts';
import { foldText, hanWords } from './segment.ts';
import { isStopWord } from './stop-words.ts';

/** Two expressions that stand together in fewer passages than this may do so by chance. */
const FEWEST = 2;
/** How much of the time they must stand together (Dice’s coefficient, from 0 to 1). */
const LIKENESS = 0.6;
const HAN_RUN = /\p{Script=Han}+/gu;
const LONGEST_HAN = 6;

/** More passages than these teach little that is new, and each costs time. */
const PASSAGES = 4000;

/** How often an expression occurs, and in which passages. */
type Occurrences = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Renderings that a collection itself shows: a Chinese and an English expression of one or two words that nearly always
 * stand in the same pair of aligned passages, each the other's best partner. The work grows with the passages’ length.
 */
export function minePairs(all: readonly Bilingual[]): Bilingual[] {
  const passages = all.slice(0, PASSAGES);
  const english = occurrences(passages.map(({ en }) => englishExpressions(en)));
  const chinese = occurrences(passages.map(({ zh }) => chineseExpressions(zh)));
  const toEnglish = bestPartners(chinese, english);
  const toChinese = bestPartners(english, chinese);
  const spelled = spellings(passages);
  return [...toEnglish]
    .filter(([zh, en]) => toChinese.get(en) === zh)
    .map(([zh, en]) => ({
      zh,
      en: en
        .split(' ')
        .map((stem) => spelled.get(stem)!)
        .join(' '),
    }));
}

function occurrences(passages: readonly ReadonlySet<string>[]): Occurrences {
  const found = new Map<string, Set<number>>();
  for (const [index, expressions] of passages.entries())
    for (const expression of expressions) {
      const places = found.get(expression);
      if (places) places.add(index);
      else found.set(expression, new Set([index]));
    }
  return new Map([...found].filter(([, places]) => places.size >= FEWEST));
}

/** The shortest word of each stem that the passages hold. */
function spellings(passages: readonly Bilingual[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of passages.flatMap(({ en }) => englishWords(en))) {
    const stem = plainStem(word);
    const before = found.get(stem);
    if (before === undefined || word.length < before.length) found.set(stem, word);
  }
  return found;
}

function englishWords(text: string): string[] {
  return foldText(text).match(/[a-z]{3,}/g) ?? [];
}

function englishExpressions(text: string): Set<string> {
  const stems = englishWords(text).map((word) => (isStopWord(word) ? '' : plainStem(word)));
  return withNeighbors(stems, ' ', () => true);
}

function chineseExpressions(text: string): Set<string> {
  const found = new Set<string>();
  for (const [run] of text.matchAll(HAN_RUN)) {
    const words = hanWords(run).map((word) => (isStopWord(word) ? '' : word));
    for (const expression of withNeighbors(words, '', (joined) => joined.length <= LONGEST_HAN))
      if (expression.length > 1) found.add(expression);
  }
  return found;
}

function withNeighbors(words: readonly string[], separator: string, fits: (joined: string) => boolean): Set<string> {
  const pairs = words.slice(1).flatMap((word, index) => (word && words[index] ? [`${words[index]}${separator}${word}`] : []));
  return new Set([...words.filter(Boolean), ...pairs.filter(fits)]);
}

function bestPartners(from: Occurrences, to: Occurrences): Map<string, string> {
  const inPassage = new Map<number, string[]>();
  for (const [expression, places] of to)
    for (const place of places) {
      const expressions = inPassage.get(place);
      if (expressions) expressions.push(expression);
      else inPassage.set(place, [expression]);
    }
  const best = new Map<string, string>();
  for (const [expression, places] of from) {
    const together = new Map<string, number>();
    for (const place of places) for (const other of inPassage.get(place) ?? []) together.set(other, (together.get(other) ?? 0) + 1);
    const likeness = (other: string) => (2 * together.get(other)!) / (places.size + to.get(other)!.size);
    const [partner] = [...together.keys()]
      .filter((other) => together.get(other)! >= FEWEST && likeness(other) >= LIKENESS)
      .sort((a, b) => likeness(b) - likeness(a) || b.length - a.length || (a < b ? -1 : 1));
    if (partner !== undefined) best.set(expression, partner);
  }
  return best;
}
