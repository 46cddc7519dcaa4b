import type { CollectionRecords, PaperRecord } from '../catalogue/record.ts';
import { foldName } from '../keyword/vocabulary.ts';
import { foldText } from './segment.ts';
import { readYears, searchFields, type FieldTerm, type SearchField } from './syntax.ts';

/** What the fields of a query are looked up in. */
export interface FieldSource {
  readonly records: CollectionRecords;
  /** For each term of the vocabulary its names in both languages, its id and aliases included. */
  readonly terms: readonly (readonly string[])[];
  /** All authors of each paper, by its id. */
  readonly authors: Readonly<Record<string, readonly string[]>>;
}

type Test = (paper: PaperRecord) => boolean;

/** Two conditions on one of these fields must both hold; on any other field one of them is enough. */
const NARROWING: ReadonlySet<SearchField> = new Set(['keyword', 'author']);

/**
 * Whether a paper meets the conditions of a query's fields. A keyword takes in its narrower terms, as on the home page;
 * a name that no term has means the terms whose names it is a part of.
 */
export function createFieldFilter(fields: readonly FieldTerm[], source: FieldSource): Test {
  const wanted = searchFields.flatMap((field) => {
    const tests = fields.filter((term) => term.field === field && !term.excluded).map((term) => testOf(term, source));
    if (tests.length === 0) return [];
    const isMet: Test = NARROWING.has(field) ? (paper) => tests.every((test) => test(paper)) : (paper) => tests.some((test) => test(paper));
    return [isMet];
  });
  const unwanted = fields.filter(({ excluded }) => excluded).map((term) => testOf(term, source));
  return (paper) => wanted.every((test) => test(paper)) && !unwanted.some((test) => test(paper));
}

function testOf({ field, value }: FieldTerm, source: FieldSource): Test {
  if (field === 'keyword') return keywordTest(value, source);
  if (field === 'author') return authorTest(value, source);
  if (field === 'list') return listTest(value, source);
  return field === 'venue' ? venueTest(value) : yearTest(value);
}

/** The ids of the keywords that a name means: the one whose name it is, else those whose names hold it. */
export function keywordsNamed(name: string, { records, terms }: Pick<FieldSource, 'records' | 'terms'>): Set<string> {
  const wanted = foldName(name);
  const named = Object.entries(records.keywords).map(([id, [en, zh]]): [string, string[]] => {
    const term = terms.find((names) => names.includes(id));
    return [id, [id, en, zh, ...(term ?? [])].map(foldName)];
  });
  const exact = named.filter(([, names]) => names.includes(wanted));
  const near = exact.length > 0 || wanted.length < 2 ? exact : named.filter(([, names]) => names.some((other) => other.includes(wanted)));
  return new Set(near.map(([id]) => id));
}

function keywordTest(value: string, source: FieldSource): Test {
  const ids = keywordsNamed(value, source);
  const { keywords } = source.records;
  const isBelow = (id: string | undefined, seen: readonly string[] = []): boolean =>
    id !== undefined && !seen.includes(id) && (ids.has(id) || isBelow(keywords[id]?.[2], [...seen, id]));
  return (paper) => paper.keywords.some((id) => isBelow(id));
}

function authorTest(value: string, { authors }: FieldSource): Test {
  const words = plainName(value).split(' ').filter(Boolean);
  const tight = words.join('');
  return ({ id }) =>
    (authors[id] ?? []).some((author) => {
      const name = plainName(author);
      const parts = name.split(' ');
      return /\p{Script=Han}/u.test(tight)
        ? name.replaceAll(' ', '').includes(tight)
        : words.every((word) => parts.some((part) => part.startsWith(word)));
    });
}

/** A name without accents, case and marks, so that `Angstrom` is Ångström. */
function plainName(name: string): string {
  const bare = foldText(name).normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function listTest(value: string, { records }: FieldSource): Test {
  const ids = holding(
    value,
    Object.entries(records.lists).map(([id, titles]) => ({ id, names: [id, ...titles] })),
  );
  return (paper) => paper.lists.some((id) => ids.has(id));
}

function holding(value: string, named: readonly { id: string; names: readonly string[] }[]): Set<string> {
  const wanted = foldName(value);
  const exact = named.filter(({ names }) => names.some((name) => foldName(name) === wanted));
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some((name) => foldName(name).includes(wanted)));
  return new Set(found.map(({ id }) => id));
}

const PREPRINT = new Set(['preprint', 'arxiv', '预印本', '預印本']);

function venueTest(value: string): Test {
  const wanted = foldName(value);
  return ({ venue }) => (venue === '' ? PREPRINT.has(wanted) : foldName(venue).includes(wanted));
}

function yearTest(value: string): Test {
  const years = readYears(value);
  return ({ date }) => {
    const year = Number(date.slice(0, 4));
    return years !== undefined && date !== '' && year >= years.from && year <= years.to;
  };
}
