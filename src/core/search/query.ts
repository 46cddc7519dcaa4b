import { exact, WEIGHTS, type Ask, type Concept, type Unit } from './ask.ts';
import { findConcepts, renderedConcepts, untranslated } from './concepts.ts';
import type { Dictionary } from './dictionary.ts';
import { greekTwin, joinedName, nameKey } from './greek.ts';
import type { Lexicon } from './lexicon.ts';
import { paraphrasesIn } from './paraphrases.ts';
import { topicWords, type TopicWord } from './query-topics.ts';
import { HAN, phraseWords, QUERY_LENGTH, queryWords } from './query-words.ts';
import { foldText, hanWords } from './segment.ts';
import { isStopWord, isVagueWord, withoutQuestion } from './stop-words.ts';
import { cutAtSymbols, plainFormulas } from './symbols.ts';

/** A query, understood. */
export interface Query {
  readonly units: readonly Unit[];
  readonly concepts: readonly Concept[];
  /** The reader's words as one exact phrase, where there are several. */
  readonly phrase: Ask | undefined;
  /** The words that name topics of the collection. */
  readonly topics: readonly TopicWord[];
}

/** How many parts of a query are asked for. */
const UNITS = 16;
/** A phrase of more words than this stands in no paper but the one it was copied from, and then its parts find it too. */
const PHRASE_WORDS = 14;
/** In how many longer words a Chinese word is looked for. */
const LONGER_WORDS = 4;
/** How many terms of several words are taken for parts of their own. */
const NAMED_UNITS = 4;
/** Longer Chinese words are not cut into single characters. */
const LETTERS = 6;

/** How much hangs on the name of a paper that is the whole query, and on one in a longer query. */
const WHOLE = 2;
const PART = 0.25;

/** How much hangs on Chinese characters that make no word: in a note, chance may have put them side by side. */
const NO_WORD = 0.5;

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
  const paraphrases = lexicon && dictionary ? paraphrasesIn(words, lexicon, dictionary) : [];
  const named = lexicon ? findConcepts(words, units, { lexicon, paraphrases }) : [];
  const concepts =
    lexicon && dictionary ? [...named, ...renderedConcepts(untranslated(units, rendersAll ? [] : named), units, dictionary)] : named;
  const names = lexicon ? nameUnits(words, lexicon) : [];
  return dropUnanswerable({
    ...withNamedUnits(units, concepts, names),
    phrase: readPhrase(phraseWords(text, lexicon)),
    topics: dictionary ? topicWords(text.slice(0, QUERY_LENGTH), dictionary) : [],
  });
}

function readUnits(text: string, lexicon: Lexicon | undefined): Unit[] {
  const asked = withoutQuestion(foldText(text.slice(0, QUERY_LENGTH)));
  const stretches = cutAtSymbols(queryWords(asked).length > 0 ? asked : text.slice(0, QUERY_LENGTH), lexicon);
  const units = stretches.flatMap(({ text: part, forms }) =>
    forms ? [symbolUnit(part, forms)] : queryWords(part).flatMap((word) => readWord(word, lexicon)),
  );
  return meaningful(withoutBeginnings(units, lexicon), lexicon).slice(0, UNITS);
}

/** Shorter words that no note has are the beginnings of quite other ones. */
const BEGINNING = /^[a-z]{2,3}$/;

/** Without short words that only begin words of the collection, as `bot` begins `both`; the last one may still be typed. */
function withoutBeginnings(units: readonly Unit[], lexicon: Lexicon | undefined): readonly Unit[] {
  const typed = units.at(-1);
  return lexicon ? units.filter((unit) => unit === typed || !BEGINNING.test(unit.text) || lexicon.hasForm(unit.text)) : units;
}

function symbolUnit(symbol: string, forms: readonly string[]): Unit {
  return { text: symbol, asks: forms.map((words) => ({ words, weight: 1 })) };
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
function dropUnanswerable({ units, concepts, ...others }: Query): Query {
  const covered = new Set(concepts.flatMap(({ covers }) => covers));
  const kept = units.flatMap(({ asks }, index) => (asks.length > 0 || covered.has(index) ? [index] : []));
  const place = new Map(kept.map((index, position) => [index, position]));
  return {
    // A term that covers characters makes a word of them.
    units: kept.map((index) => (covered.has(index) ? { ...units[index]!, importance: 1 } : units[index]!)),
    concepts: concepts.map((concept) => ({ ...concept, covers: concept.covers.map((index) => place.get(index)!) })),
    ...others,
  };
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
  const holders = lexicon.knows(word) || word.length === 1 ? [] : lexicon.around(word).slice(0, LONGER_WORDS);
  const around = holders.map((words) => ({ words, weight: WEIGHTS.around }));
  const words = [...ownAsk(word, lexicon), ...around];
  const asks = [...words, ...letterAsks(word, lexicon)];
  const parts = asks.length > 0 ? [] : lexicon.cut(word);
  if (parts.length > 0) return parts.map((part) => unit(part));
  return [{ text: word, asks, ...(words.length === 0 && word.length > 1 && { importance: NO_WORD }) }];
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
