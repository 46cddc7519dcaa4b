import { detectLocale, type Locale } from '../site/locale.ts';
import type { ReadRecord } from './record.ts';
import { wordKey } from './thesaurus.ts';
import type { TopicLink } from './topic-answer.ts';

/** A word of a query, and the word by which a record means about the same. */
export interface RelatedWord {
  readonly from: string;
  readonly to: string;
  /** The tokens of the record that are this word, counted from 0. */
  readonly tokens: readonly number[];
}

const HAN = /\p{Script=Han}/u;
/** How many are told. */
const TOLD = 2;
/** The longest word, in tokens. */
const LONGEST = 4;

/** By which of its own words a record means what the words of a query led to; of what it names in none of them nothing is told. */
export function relatedWords({ head, body }: Pick<ReadRecord, 'head' | 'body'>, links: readonly TopicLink[]): RelatedWord[] {
  if (links.length === 0) return [];
  const names = new Map(links.flatMap((link) => link.names.map((name) => [wordKey(name), name] as const)));
  const places = new Map<string, number[]>();
  for (const { start, tokens } of [...head, ...body]) {
    const keys = tokens.map((token) => wordKey(token.replace(/[^\p{L}\p{N}./-]+/gu, '')));
    for (const from of keys.keys()) {
      const found = nameAt(keys, from, names);
      if (!found) continue;
      const own = places.get(found.name) ?? [];
      places.set(found.name, own);
      for (let offset = 0; offset < found.length; offset++) own.push(start + from + offset);
    }
  }
  const locales = new Set(body.map(({ locale }) => locale));
  const told = links.flatMap((link) => {
    const to = ownWord(link, { locales, has: (name) => places.has(name) });
    return to === undefined ? [] : [{ from: link.text, to, tokens: link.names.flatMap((name) => places.get(name) ?? []) }];
  });
  return told.filter(({ to }, index) => told.findIndex((other) => other.to === to) === index).slice(0, TOLD);
}

/** Of the names that a record has, one in the reader’s language; in the other one only where the record has no text in the reader’s. */
function ownWord({ text, names }: TopicLink, { locales, has }: { locales: ReadonlySet<Locale>; has: (name: string) => boolean }) {
  const own = names.filter((name) => has(name) && wordKey(name) !== wordKey(text));
  const locale = detectLocale(text);
  return own.find((name) => detectLocale(name) === locale) ?? (locales.has(locale) ? undefined : own[0]);
}

/** The longest name that begins at a place. */
function nameAt(keys: readonly string[], from: number, names: ReadonlyMap<string, string>): { name: string; length: number } | undefined {
  for (let length = Math.min(LONGEST, keys.length - from); length > 0; length--) {
    const run = keys.slice(from, from + length);
    const name = names.get(run.join(run.some((key) => HAN.test(key)) ? '' : ' '));
    if (name !== undefined) return { name, length };
  }
  return undefined;
}
