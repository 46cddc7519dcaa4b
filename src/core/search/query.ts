import { renderedWords, type Dictionary } from './dictionary.ts';
import { greekTwin, isGreekName, joinedName, nameKey } from './greek.ts';
import type { Lexicon } from './lexicon.ts';
import { closeUp, foldText, hanWords } from './segment.ts';
import { stemmed } from './stem.ts';
import { cutAtSymbols, plainFormulas, type Symbols } from './symbols.ts';
import { isParticle, isStopWord, isVagueWord, withoutQuestion } from './stop-words.ts';

/** One question to the index. Words that stand in it together must all occur; in double quotes, one after the other. */
export interface Ask {
  readonly words: string;
  /** How much its answer counts, 1 for the reader's own word. */
  readonly weight: number;
  /** The words of the query that it renders in the other language, if it is a translation. */
  readonly translates?: string;
}

/** A part of a query with every way to ask for it, the reader's own first. */
export interface Unit {
  /** The reader's word, folded. */
  readonly text: string;
  /** How much of the question hangs on it. Default: 1. */
  readonly importance?: number;
  readonly asks: readonly Ask[];
}

/** A term of the vocabulary that a query names: its other names may stand in for the units it covers. */
export interface Concept {
  /** The name by which the query calls it. */
  readonly name: string;
  /** Which units it covers, as indices. */
  readonly covers: readonly number[];
  readonly asks: readonly Ask[];
}

/** A query, understood. */
export interface Query {
  readonly units: readonly Unit[];
  readonly concepts: readonly Concept[];
  /** The reader's words as one exact phrase, where there are several. */
  readonly phrase: Ask | undefined;
}

/** Longer queries are read up to here, in UTF-16 code units: nobody means more, and each word costs time. */
const QUERY_LENGTH = 300;
/** How many parts of a query are asked for. */
const UNITS = 16;
/** A phrase of more words than this stands in no paper but the one it was copied from, and then its parts find it too. */
const PHRASE_WORDS = 14;
const OTHER_NAMES = 4;
/** How many terms of several words are taken for parts of their own. */
const NAMED_UNITS = 4;
/** Longer Chinese words are not cut into single characters. */
const LETTERS = 6;

/** How much hangs on the name of a paper that is the whole query, and on one in a longer query. */
const WHOLE = 2;
const PART = 0.25;

const WEIGHTS = {
  twin: 0.9,
  parts: 0.5,
  around: 0.8,
  otherName: 0.6,
  translated: 0.25,
  loose: 0.7,
  repaired: 0.8,
  rendered: 0.3,
} as const;
const TOKEN =
  /[\p{Script=Han}々〇]+|(?:(?![\p{Script=Han}々〇])[\p{L}\p{N}\p{M}])+(?:[-.’'](?:(?![\p{Script=Han}々〇])[\p{L}\p{N}\p{M}])+)*/gu;
const HAN = /[\p{Script=Han}々〇]/u;
/** The commas in 20,000. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/** What a query is read with. */
export interface Knowledge {
  /** The collection's words and terms; without them every word is asked for as it stands. */
  readonly lexicon?: Lexicon;
  /** A dictionary for what the vocabulary does not translate. Default: none. */
  readonly dictionary?: Dictionary;
  /**
   * Whether the dictionary is asked for the vocabulary's words too, which has its own names for them: where texts are in the other
   * language, 证明 stands as “proof” as well. Default: false.
   */
  readonly rendersAll?: boolean;
}

/** Reads what somebody typed. Whatever it is, the result is a query, perhaps one without units, which finds nothing. */
export function parseQuery(typed: string, { lexicon, dictionary, rendersAll = false }: Knowledge = {}): Query {
  const text = plainFormulas(lexicon?.simplify(typed) ?? typed);
  const words = queryWords(text);
  const units = readUnits(text, lexicon);
  const named = lexicon ? findConcepts(words, units, lexicon) : [];
  const concepts =
    lexicon && dictionary ? [...named, ...renderedConcepts(untranslated(units, rendersAll ? [] : named), units, dictionary)] : named;
  const names = lexicon ? nameUnits(words, lexicon) : [];
  return dropUnanswerable({ ...withNamedUnits(units, concepts, names), phrase: readPhrase(phraseWords(text, lexicon)) });
}

/** The words of a query that a dictionary should be asked for, since the vocabulary does not translate them, or in any case. */
export function wordsToRender(typed: string, lexicon: Lexicon, rendersAll = false): string[] {
  const text = plainFormulas(lexicon.simplify(typed));
  const units = readUnits(text, lexicon);
  return untranslated(units, rendersAll ? [] : findConcepts(queryWords(text), units, lexicon)).map(({ text: word }) => word);
}

function readUnits(text: string, lexicon: Lexicon | undefined): Unit[] {
  const asked = withoutQuestion(foldText(text.slice(0, QUERY_LENGTH)));
  const stretches = cutAtSymbols(queryWords(asked).length > 0 ? asked : text.slice(0, QUERY_LENGTH), lexicon);
  const units = stretches.flatMap(({ text: part, forms }) =>
    forms ? [symbolUnit(part, forms)] : queryWords(part).flatMap((word) => readWord(word, lexicon)),
  );
  return meaningful(units, lexicon).slice(0, UNITS);
}

function symbolUnit(symbol: string, forms: readonly string[]): Unit {
  return { text: symbol, asks: forms.map((words) => ({ words, weight: 1 })) };
}

/** Units that no term covers. A note in both languages may say in the other what the reader calls otherwise in this one. */
function untranslated(units: readonly Unit[], concepts: readonly Concept[]): Unit[] {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  return units.filter(({ text }, index) => !covered.has(index) && text.length > 1 && !isStopWord(text) && !isGreekName(text));
}

/** What a dictionary knows of units: Chinese ones as they stand one after the other, for it may know them joined. */
function renderedConcepts(wanted: readonly Unit[], units: readonly Unit[], dictionary: Dictionary): Concept[] {
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

/** How many words a name is looked for in. */
const NAME_WORDS = 3;

/**
 * The names of papers that a query holds, such as `f dpo` for f-DPO. A single word is taken for a name only where nothing
 * else is asked: DPO is a paper, and what most papers are about.
 */
function nameUnits(words: readonly string[], lexicon: Lexicon): Unit[] {
  const windows = words.flatMap((_, from) => words.slice(from, from + NAME_WORDS).map((__, more) => words.slice(from, from + more + 1)));
  const names = windows
    .filter((window) => window.length > 1 || words.length === 1 || /[-.α-ω]/u.test(window[0]!))
    .map((window) => window.join(' '));
  return [...new Set(names)]
    .filter((name) => lexicon.isPaper(joinedName(name)))
    .map((name) => ({ text: name, importance: name === words.join(' ') ? WHOLE : PART, asks: [{ words: nameKey(name), weight: 1 }] }));
}

/** A term of several words is a part of the query too, beside its words: who has the term answers more than who has its words. */
function withNamedUnits(units: readonly Unit[], concepts: readonly Concept[], names: readonly Unit[]): Pick<Query, 'units' | 'concepts'> {
  const named = concepts.filter(({ covers }) => covers.length > 1).slice(0, NAMED_UNITS);
  const asksFor = ({ name, asks }: Concept) => [
    exact(queryWords(name).flatMap((word) => (HAN.test(word) ? hanWords(word) : [word]))),
    ...asks,
  ];
  return {
    units: [...units, ...named.map((concept) => ({ text: concept.name, asks: asksFor(concept) })), ...names],
    concepts,
  };
}

/** Without the units that nothing answers: they would only count against every record alike. */
function dropUnanswerable({ units, concepts, phrase }: Query): Query {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const kept = units.flatMap(({ asks }, index) => (asks.length > 0 || covered.has(index) ? [index] : []));
  const place = new Map(kept.map((index, position) => [index, position]));
  return {
    units: kept.map((index) => units[index]!),
    concepts: concepts.map((concept) => ({ ...concept, covers: concept.covers.map((index) => place.get(index)!) })),
    phrase,
  };
}

/** The words of a phrase as they follow one another in the index. */
export function phraseWords(text: string, lexicon: Symbols | undefined): string[] {
  return cutAtSymbols(plainFormulas(text.slice(0, QUERY_LENGTH)), lexicon).flatMap(({ text: part, forms }) =>
    forms ? forms[0]!.replaceAll('"', '').split(' ') : queryWords(part),
  );
}

/** The words of a query in order, folded; Chinese is cut between its words. */
export function queryWords(text: string): string[] {
  const tokens = foldText(text.slice(0, QUERY_LENGTH)).replace(THOUSANDS, '').match(TOKEN) ?? [];
  return tokens.flatMap((token) =>
    HAN.test(token) ? joinLetters(hanWords(token)) : [token.replace(/[’']s?$/u, '').replace(/['’]/gu, '')],
  );
}

/** Joins neighboring words of one character, into which a word falls that the segmenter does not know: 泛 and 化 are 泛化, 对 and 齐 are 对齐. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isLetter = word.length === 1 && !isParticle(word);
    if (open && isLetter) joined[joined.length - 1] += word;
    else joined.push(word);
    open = isLetter;
  }
  return joined;
}

/** Without the words that say nothing of a subject, unless a term is called so or there are no others. */
function meaningful(units: readonly Unit[], lexicon: Lexicon | undefined): Unit[] {
  const unique = units.filter((unit, index) => units.findIndex(({ text }) => text === unit.text) === index);
  const content = unique.filter(({ text }) => !isStopWord(text) && (!isVagueWord(text) || lexicon?.isTermWord(text)));
  const whole = content.filter(({ text }) => text.length > 1 || !/[a-z\d\p{Script=Han}]/u.test(text));
  return [whole, content, unique].find((candidates) => candidates.length > 0) ?? [];
}

function readWord(word: string, lexicon: Lexicon | undefined): Unit[] {
  if (!lexicon) return [unit(word)];
  return HAN.test(word) ? readHan(word, lexicon) : readLatin(word, lexicon);
}

function readHan(word: string, lexicon: Lexicon): Unit[] {
  const holders = lexicon.knows(word) || word.length === 1 ? [] : lexicon.around(word).slice(0, OTHER_NAMES);
  const around = holders.map((words) => ({ words, weight: WEIGHTS.around }));
  const asks = [...ownAsk(word, lexicon), ...letterAsks(word, lexicon), ...around];
  const parts = asks.length > 0 ? [] : lexicon.cut(word);
  return parts.length > 0 ? parts.map((part) => unit(part)) : [{ text: word, asks }];
}

/**
 * Asks for a word in case the segmenter cut it into characters where it stands in a note: all of it, and two neighbors
 * of it where it was cut in the query too.
 */
function letterAsks(word: string, lexicon: Lexicon): Ask[] {
  const letters = [...word];
  if (letters.length < 2 || letters.length > LETTERS) return [];
  const isCut = letters.length > 2 && hanWords(word).length === letters.length;
  const pairs = isCut ? letters.slice(1).map((letter, index) => [letters[index]!, letter]) : [];
  const known = [letters, ...pairs].filter((run) => run.every((letter) => lexicon.has(letter)));
  return known.map((run) => ({ ...exact(run), weight: run === letters ? 1 : WEIGHTS.parts }));
}

function ownAsk(word: string, lexicon: Lexicon): Ask[] {
  return lexicon.knows(word) ? [{ words: word, weight: 1 }] : [];
}

function readLatin(word: string, lexicon: Lexicon): Unit[] {
  const parts = word.split(/[-.]/);
  const joined = parts.join('');
  const twin = greekTwin(word);
  const spelled = joinedName(word);
  const isTwinKnown = twin?.split('-').every((part) => lexicon.knows(part)) && parts.every((part) => part !== '');
  const asks = [
    ...ownAsk(joined, lexicon),
    ...(spelled === joined ? [] : ownAsk(spelled, lexicon)),
    ...(twin && isTwinKnown ? [{ words: twin.replaceAll('-', ' '), weight: WEIGHTS.twin }] : []),
    ...(parts.length > 1 && parts.every((part) => lexicon.knows(part)) ? [{ words: parts.join(' '), weight: WEIGHTS.parts }] : []),
  ];
  if (asks.length > 0) return [{ text: word, asks }];
  if (parts.length > 1) return parts.flatMap((part) => readLatin(part, lexicon));
  const repaired = lexicon.repair(word);
  return [{ text: word, asks: repaired ? [{ words: repaired, weight: WEIGHTS.repaired }] : [] }];
}

function unit(word: string): Unit {
  return { text: word, asks: [{ words: word, weight: 1 }] };
}

function readPhrase(words: readonly string[]): Ask | undefined {
  if (words.length < 2 || words.length > PHRASE_WORDS) return undefined;
  return exact(words.flatMap((word) => (HAN.test(word) ? hanWords(word) : [word.replace(/[-.]/g, '')])));
}

function exact(words: readonly string[]): Ask {
  return { words: `"${words.join(' ')}"`, weight: 1 };
}

/** The terms that a query names, the longest names first, no word counted to two of them. */
function findConcepts(words: readonly string[], units: readonly Unit[], lexicon: Lexicon): Concept[] {
  let text = ` ${stemmed(words.join(' ').replace(/[-.]/g, ' '))} `;
  let closed = closeUp(text);
  const concepts: Concept[] = [];
  for (const { name, trace, names } of lexicon.names) {
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
