import { slug } from '../note/id.ts';
import type { Bilingual } from '../site/locale.ts';
import { nearest } from '../text/nearest.ts';
import type { KeywordMetadata } from './schema.ts';

/** A keyword: a term of the vocabulary, or words that a note uses and the vocabulary does not know. */
export interface Keyword {
  readonly id: string;
  readonly label: Bilingual;
  readonly aliases: readonly string[];
  /** Plain words by which readers may ask for it. */
  readonly paraphrases: readonly string[];
  readonly gloss: Readonly<Partial<Bilingual>>;
  /** The id of the broader term, if there is one. */
  readonly broader: string | undefined;
  /** Whether the vocabulary defines it. */
  readonly known: boolean;
}

/** The terms of a collection, found by id, by label in either language or by alias. */
export interface Vocabulary {
  /** The defined terms in the order of the file. */
  readonly terms: readonly Keyword[];
  /** The keyword that a note means by a text; an unknown one becomes a plain keyword of its own. */
  resolve(text: string): Keyword;
  /** The id of the defined term that an unknown text is nearly like, if there is one. */
  suggest(text: string): string | undefined;
  /** The term with this id, if it is defined. */
  get(id: string): Keyword | undefined;
  /** The ids of the terms above a keyword, the nearest first. */
  ancestors(id: string): readonly string[];
  /** The terms directly below a keyword, in the order of the file. */
  narrower(id: string): readonly Keyword[];
}

/** Two spellings that differ only in case, spaces, hyphens and width are the same name. */
export function foldName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-–—·’']+/gu, '');
}

/** The vocabulary of a collection, from its checked terms. */
export function createVocabulary(metadata: readonly KeywordMetadata[]): Vocabulary {
  const terms = metadata.map(toKeyword);
  const byId = new Map(terms.map((term) => [term.id, term]));
  const byName = new Map<string, Keyword>();
  for (const term of terms) {
    for (const name of namesOf(term)) if (!byName.has(foldName(name))) byName.set(foldName(name), term);
  }
  const children = Map.groupBy(terms, (term) => term.broader);
  const names = terms.flatMap((term) => namesOf(term).map((name) => ({ name, id: term.id })));
  return {
    terms,
    // The slug comes last: a plain keyword must never stand at the address of a term.
    resolve: (text) => byName.get(foldName(text)) ?? byId.get(slug(text)) ?? plainKeyword(text),
    suggest: (text) => {
      const name = nearest(
        text,
        names.map((entry) => entry.name),
      );
      return names.find((entry) => entry.name === name)?.id;
    },
    get: (id) => byId.get(id),
    ancestors: (id) => ancestorsOf(id, byId),
    narrower: (id) => children.get(id) ?? [],
  };
}

/** Every way to write a term: its id, its labels and its aliases. */
export function namesOf(term: Pick<Keyword, 'id' | 'label' | 'aliases'>): string[] {
  return [term.id, term.label.en, term.label.zh, ...term.aliases];
}

function toKeyword({ id, en, zh, aliases, paraphrases, gloss, broader }: KeywordMetadata): Keyword {
  return { id, label: { en, zh }, aliases, paraphrases, gloss, broader, known: true };
}

function plainKeyword(text: string): Keyword {
  return {
    id: slug(text) || 'keyword',
    label: { en: text, zh: text },
    aliases: [],
    paraphrases: [],
    gloss: {},
    broader: undefined,
    known: false,
  };
}

function ancestorsOf(id: string, byId: ReadonlyMap<string, Keyword>): string[] {
  const above: string[] = [];
  let current = byId.get(id)?.broader;
  while (current !== undefined && !above.includes(current)) {
    above.push(current);
    current = byId.get(current)?.broader;
  }
  return above;
}
