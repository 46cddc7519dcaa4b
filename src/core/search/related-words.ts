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
  const names = new Map(links.flatMap((link) => link.names.map((name) => [wordKey(name), { name, link }] as const)));
  const found = new Map<TopicLink, { to: string; tokens: number[] }>();
  for (const { start, tokens } of [...head, ...body]) {
    const keys = tokens.map((token) => wordKey(token.replace(/[^\p{L}\p{N}./-]+/gu, '')));
    for (const from of keys.keys()) {
      const { name, link, length } = nameAt(keys, from, names) ?? {};
      if (!name || !link || !length) continue;
      const own = found.get(link) ?? { to: name, tokens: [] };
      found.set(link, own);
      for (let offset = 0; offset < length; offset++) own.tokens.push(start + from + offset);
    }
  }
  const told = links.flatMap((link) => {
    const own = found.get(link);
    return own ? [{ from: link.text, ...own }] : [];
  });
  return told.filter(({ to }, index) => told.findIndex((other) => other.to === to) === index).slice(0, TOLD);
}

interface Named {
  readonly name: string;
  readonly link: TopicLink;
}

/** The longest name that begins at a place. */
function nameAt(
  keys: readonly string[],
  from: number,
  names: ReadonlyMap<string, Named>,
): (Named & { readonly length: number }) | undefined {
  for (let length = Math.min(LONGEST, keys.length - from); length > 0; length--) {
    const run = keys.slice(from, from + length);
    const named = names.get(run.join(run.some((key) => HAN.test(key)) ? '' : ' '));
    if (named) return { ...named, length };
  }
  return undefined;
}
