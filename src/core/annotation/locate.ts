import { align } from './alignment.ts';
import { fold, type FoldedText } from './folding.ts';
import type { Anchor } from './mark.ts';

/** Where the words of a mark stand in the file at hand. */
export interface Location {
  /** The page, counted from 1. */
  readonly page: number;
  /** Where the words begin in the page's text, in UTF-16 units, and where they end, exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The texts of a file's pages, made ready for looking up quotes. */
export interface SearchablePage {
  /** The page's text, as in `PageText`. */
  readonly text: string;
  readonly folded: FoldedText;
  /** Where each run of `GRAM` characters stands in `folded.text`. */
  readonly grams: () => ReadonlyMap<string, readonly number[]>;
}

/** How many characters in a row two texts must share to count as a hint that a quote may stand there. */
const GRAM = 5;

/** Hints whose places differ by less than this belong to one candidate. */
const BUCKET = 32;

/** So many of the most hinted places are compared with a quote in full. */
const CANDIDATES = 4;

/** The share of a quote and its context that must agree, and that of the quote alone. */
const AGREES = 0.7;
const QUOTE_AGREES = 0.55;

/** A share from which on the quote itself may be any: a short word in its own sentence, with a slip in it. */
const AGREES_WELL = 0.9;

/**
 * What it is worth to stand where the words once stood, against the likeness of two texts: a phrase that a paper repeats is looked
 * for near its place even if a letter of it has changed there. It fades over so many characters.
 */
const NEARNESS = { place: 0.3, fades: 150, page: 0.05, neighbor: 0.02 } as const;

/** A quote this long, folded, may stand in other surroundings than it did, if this share of it agrees. */
const LONG_QUOTE = 24;
const LONG_QUOTE_AGREES = 0.8;

/** Makes the text of a page ready for looking up quotes. */
export function searchablePage(text: string): SearchablePage {
  const folded = fold(text);
  let grams: Map<string, number[]> | undefined;
  return { text, folded, grams: () => (grams ??= gramsOf(folded.text)) };
}

/** The place that an anchor names, if its very words with their very surroundings stand there; undefined otherwise. */
export function locateInPlace({ page, start, end, quote }: Anchor, { text }: Pick<SearchablePage, 'text'>): Location | undefined {
  const near = 4 * Math.max(quote.prefix.length, quote.suffix.length);
  const agrees =
    foldedText(text.slice(start, end)) === foldedText(quote.exact) &&
    foldedText(text.slice(Math.max(start - near, 0), start)).endsWith(foldedText(quote.prefix)) &&
    foldedText(text.slice(end, end + near)).startsWith(foldedText(quote.suffix));
  return agrees ? { page, start, end } : undefined;
}

/**
 * Finds the words of an anchor in a file, even if it is another version of the one they were marked in.
 * @param pages The file's pages, in order.
 * @returns undefined if nothing in the file is near enough.
 */
export function locate(anchor: Anchor, pages: readonly SearchablePage[]): Location | undefined {
  const home = pages[anchor.page - 1];
  const pattern = patternOf(anchor);
  if (pattern.end === pattern.start) return undefined;
  const inPlace = home && locateInPlace(anchor, home);
  if (inPlace) return inPlace;
  const exact = [...repeated(pattern, pages)];
  return best([...exact, ...nearHome(pattern, home, anchor), ...(exact.length > 0 ? [] : similar(pattern, pages))], anchor);
}

/** A quote with its context, folded. */
interface Pattern {
  readonly text: string;
  /** Where the quote itself begins and ends in it. */
  readonly start: number;
  readonly end: number;
}

function patternOf({ quote }: Anchor): Pattern {
  const [prefix, exact, suffix] = [foldedText(quote.prefix), foldedText(quote.exact), foldedText(quote.suffix)];
  return { text: prefix + exact + suffix, start: prefix.length, end: prefix.length + exact.length };
}

const foldedText = (text: string): string => fold(text).text;

/** A place that may be the one that is looked for. */
interface Candidate extends Location {
  /** How much of the quote and its context agrees, 0 to 1. */
  readonly likeness: number;
}

/** Where the quote with all its context stands, to the letter. */
function* repeated({ text, start, end }: Pattern, pages: readonly SearchablePage[]): Generator<Candidate> {
  for (const [index, { folded }] of pages.entries()) {
    for (let at = folded.text.indexOf(text); at >= 0; at = folded.text.indexOf(text, at + 1))
      yield { page: index + 1, ...unfold(folded, at + start, at + end), likeness: 1 };
  }
}

/** What stands around the place where the quote once stood, if it is like it. */
function nearHome(pattern: Pattern, home: SearchablePage | undefined, { page, start }: Anchor): Candidate[] {
  if (!home) return [];
  const hints = hintsOf(pattern, home).map(({ at }) => compare(pattern, home, at));
  const here = compare(pattern, home, home.folded.starts.findIndex((at) => at >= start) - pattern.start);
  return [...hints, here].filter((candidate) => candidate !== undefined).map((candidate) => ({ page, ...candidate }));
}

/** Where something like the quote stands in something like its context. */
function* similar(pattern: Pattern, pages: readonly SearchablePage[]): Generator<Candidate> {
  const hints = pages.flatMap((page, index) => hintsOf(pattern, page).map((hint) => ({ ...hint, page, number: index + 1 })));
  hints.sort((a, b) => b.count - a.count);
  for (const { page, number, at } of hints.slice(0, CANDIDATES)) {
    const candidate = compare(pattern, page, at);
    if (candidate) yield { page: number, ...candidate };
  }
}

/** Places where many runs of characters of a pattern stand as far apart as they do in it, the fullest first. */
function hintsOf({ text }: Pattern, page: SearchablePage): { at: number; count: number }[] {
  const counts = new Map<number, number>();
  const grams = page.grams();
  for (let i = 0; i + GRAM <= text.length; i++) {
    for (const at of grams.get(text.slice(i, i + GRAM)) ?? []) {
      const bucket = Math.floor((at - i) / BUCKET);
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
  }
  const withNext = (bucket: number) => (counts.get(bucket) ?? 0) + (counts.get(bucket + 1) ?? 0);
  const hints = [...counts.keys()].map((bucket) => ({ at: bucket * BUCKET, count: withNext(bucket) }));
  hints.sort((a, b) => b.count - a.count);
  const isFull = ({ count }: { count: number }) => count >= hints[0]!.count / 2;
  const isFirst = ({ at }: { at: number }, index: number) => hints.findIndex((hint) => Math.abs(hint.at - at) <= BUCKET) === index;
  return hints
    .slice(0, 4 * CANDIDATES)
    .filter((hint, index) => isFull(hint) && isFirst(hint, index))
    .slice(0, CANDIDATES);
}

function gramsOf(text: string): Map<string, number[]> {
  const grams = new Map<string, number[]>();
  for (let at = 0; at + GRAM <= text.length; at++) {
    const gram = text.slice(at, at + GRAM);
    const places = grams.get(gram);
    if (places) places.push(at);
    else grams.set(gram, [at]);
  }
  return grams;
}

/** Compares a pattern with the text around a place; undefined if they are too different. */
function compare({ text, start, end }: Pattern, { folded }: SearchablePage, at: number): Omit<Candidate, 'page'> | undefined {
  const slack = BUCKET + Math.ceil(text.length / 8);
  const from = Math.max(at - slack, 0);
  const { places, errors } = align(text, folded.text.slice(from, at + text.length + BUCKET + slack));
  const likeness = 1 - errors[text.length]! / text.length;
  const quoteLikeness = 1 - (errors[end]! - errors[start]!) / (end - start);
  const isLike = likeness >= AGREES && (likeness >= AGREES_WELL || quoteLikeness >= QUOTE_AGREES);
  const isLikeAlone = end - start >= LONG_QUOTE && quoteLikeness >= LONG_QUOTE_AGREES;
  const [first, last] = [from + places[start]!, from + places[end]!];
  if (first >= last || !(isLike || isLikeAlone)) return undefined;
  return { ...unfold(folded, first, last), likeness };
}

function unfold({ starts, ends }: FoldedText, from: number, to: number): Pick<Location, 'start' | 'end'> {
  return { start: starts[from]!, end: ends[to - 1]! };
}

/** The likest candidate, with regard to where the words once stood. */
function best(candidates: readonly Candidate[], anchor: Anchor): Location | undefined {
  let chosen: Candidate | undefined;
  for (const candidate of candidates) if (!chosen || score(candidate, anchor) > score(chosen, anchor)) chosen = candidate;
  return chosen && { page: chosen.page, start: chosen.start, end: chosen.end };
}

function score({ likeness, page, start }: Candidate, anchor: Anchor): number {
  const pages = Math.abs(page - anchor.page);
  if (pages > 0) return likeness + NEARNESS.neighbor / pages;
  return likeness + NEARNESS.page + NEARNESS.place * Math.exp(-Math.abs(start - anchor.start) / NEARNESS.fades);
}
