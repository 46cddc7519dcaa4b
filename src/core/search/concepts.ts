import { WEIGHTS, type Ask, type Concept, type Unit } from './ask.ts';
import { renderedWords, type Dictionary } from './dictionary.ts';
import { isGreekName } from './greek.ts';
import { longestFirst, type Lexicon, type TermName } from './lexicon.ts';
import { HAN, queryWords } from './query-words.ts';
import { closeUp, hanWords } from './segment.ts';
import { stemmed } from './stem.ts';
import { isStopWord } from './stop-words.ts';

/** How many other names of a term are asked for. */
const OTHER_NAMES = 4;

/** Units that no term covers. A note in both languages may say in the other what the reader calls otherwise in this one. */
export function untranslated(units: readonly Unit[], concepts: readonly Concept[]): Unit[] {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  return units.filter(({ text }, index) => !covered.has(index) && text.length > 1 && !isStopWord(text) && !isGreekName(text));
}

/** What a dictionary knows of units: Chinese ones as they stand one after the other, for it may know them joined. */
export function renderedConcepts(wanted: readonly Unit[], units: readonly Unit[], dictionary: Dictionary): Concept[] {
  const han = wanted.filter(({ text }) => HAN.test(text)).map(({ text }) => text);
  const latin = wanted.filter(({ text }) => !HAN.test(text)).map(({ text }) => text);
  const fromChinese = renderedWords(han.join(''), dictionary).map((word) => ({ word, renderings: dictionary.toEnglish(word) }));
  const pairs = latin.slice(1).map((word, index) => `${latin[index]} ${word}`);
  const fromEnglish = [...pairs, ...latin].map((word) => ({ word, renderings: dictionary.toChinese(word) }));
  return [...fromChinese, ...fromEnglish].flatMap(({ word, renderings }) => {
    const covers = units.flatMap(({ text }, index) => (text.includes(word) || word.includes(text) ? [index] : []));
    if (covers.length === 0 || renderings.length === 0) return [];
    return [{ name: word, covers, asks: renderings.map((rendering) => ({ ...renderedAsk(rendering), translates: word })) }];
  });
}

function renderedAsk(rendering: string): Ask {
  if (!HAN.test(rendering)) return { words: rendering, weight: WEIGHTS.rendered };
  const cut = hanWords(rendering);
  return { words: cut.length > 1 ? `"${cut.join(' ')}"` : rendering, weight: WEIGHTS.rendered };
}

/** What terms are found with. */
export interface TermSource {
  readonly lexicon: Lexicon;
  /** Paraphrases that the query holds, as names of the terms that are meant. */
  readonly paraphrases: readonly TermName[];
}

/** The terms that a query names, the longest names first, no word counted to two of them. */
export function findConcepts(words: readonly string[], units: readonly Unit[], { lexicon, paraphrases }: TermSource): Concept[] {
  let text = ` ${stemmed(words.join(' ').replace(/[-.]/g, ' '))} `;
  let closed = closeUp(text);
  const concepts: Concept[] = [];
  for (const { name, trace, names } of [...lexicon.names, ...paraphrases].sort(longestFirst)) {
    const isHan = HAN.test(name);
    if (!(isHan ? closed.includes(trace) : text.includes(` ${trace} `))) continue;
    const covers = units.flatMap(({ text: part }, index) => (covered(part, name) ? [index] : []));
    const asks = otherNames(name, names, lexicon);
    if (asks.length > 0 && covers.length > 0) concepts.push({ name, covers, asks });
    text = isHan ? ` ${closed.replaceAll(trace, ' ')} ` : text.replaceAll(` ${trace} `, ' ');
    closed = closeUp(text);
  }
  return concepts;
}

function covered(part: string, name: string): boolean {
  return HAN.test(part) ? name.includes(part) : ` ${stemmed(name)} `.includes(` ${stemmed(part.replace(/[-.]/g, ' '))} `);
}

function otherNames(name: string, names: readonly string[], lexicon: Lexicon): Ask[] {
  const others = new Set(names.map((other) => queryWords(lexicon.simplify(other).replace(/[-.]/g, ' '))).map((words) => words.join(' ')));
  others.delete(queryWords(name).join(' '));
  return [...others]
    .filter((other) => other !== '' && other.split(' ').every((word) => lexicon.knows(word)))
    .slice(0, OTHER_NAMES)
    .flatMap((other) => formsOf(other, HAN.test(other) === HAN.test(name) ? {} : { translates: name }));
}

/** A name as it stands, and, if it has several words, in whatever form and order these stand. */
function formsOf(name: string, { translates }: Pick<Ask, 'translates'>): Ask[] {
  const weight = translates === undefined ? WEIGHTS.otherName : WEIGHTS.translated;
  const origin = translates === undefined ? {} : { translates };
  if (!name.includes(' ')) return [{ words: name, weight, ...origin }];
  if (translates === undefined) return [{ words: `"${name}"`, weight }];
  return [
    { words: `"${name}"`, weight, ...origin },
    { words: name, weight: weight * WEIGHTS.loose, ...origin },
  ];
}
