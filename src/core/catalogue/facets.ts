import { quarterOf, type PartialDate } from '../note/partial-date.ts';
import type { CollectionRecords, PaperRecord } from './record.ts';

/** The properties by which the collection can be narrowed, in the order in which they are shown. */
export const facets = ['list', 'year', 'quarter', 'venue', 'keyword', 'has'] as const;

/** A property by which the collection can be narrowed. */
export type Facet = (typeof facets)[number];

/** The chosen values of every facet. Keywords narrow one another; the values of any other facet widen it. */
export type Selection = Readonly<Record<Facet, readonly string[]>>;

/** Nothing chosen: the whole collection. */
export const EMPTY_SELECTION: Selection = { list: [], year: [], quarter: [], venue: [], keyword: [], has: [] };

/** How many papers each value of each facet would leave, given all that is chosen. */
export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;

/** The value of the venue facet for papers that were only submitted there. */
const SUBMITTED = '?';

/** The value under which a paper's venue is filtered; papers only submitted to it stand apart. */
export function venueValue({ venue, submitted }: Pick<PaperRecord, 'venue' | 'submitted'>): string {
  return submitted ? venue + SUBMITTED : venue;
}

/** The venue that a facet's value means, and whether papers were only submitted to it. */
export function readVenueValue(value: string): Pick<PaperRecord, 'venue' | 'submitted'> {
  return value.endsWith(SUBMITTED) ? { venue: value.slice(0, -SUBMITTED.length), submitted: true } : { venue: value, submitted: false };
}

/** Answers questions about a collection's records. */
export interface FacetIndex {
  /** The papers that match all that is chosen, in the order of the records. */
  select(selection: Selection): readonly PaperRecord[];
  /** The counts beside every value. */
  counts(selection: Selection): FacetCounts;
}

/** Prepares records for filtering; each question then costs one pass over them. */
export function createFacetIndex({ papers, keywords }: Pick<CollectionRecords, 'papers' | 'keywords'>): FacetIndex {
  const broaderOf = (id: string) => keywords[id]?.[2];
  const entries = papers.map((paper) => ({ paper, values: valuesOf(paper, broaderOf) }));
  return {
    select: (selection) =>
      entries.filter(({ values }) => facets.every((facet) => matches(facet, values, selection))).map(({ paper }) => paper),
    counts: (selection) => {
      const counts: Record<Facet, Map<string, number>> = {
        list: new Map(),
        year: new Map(),
        quarter: new Map(),
        venue: new Map(),
        keyword: new Map(),
        has: new Map(),
      };
      for (const { values } of entries) countEntry(values, selection, counts);
      return counts;
    },
  };
}

type Values = Readonly<Record<Facet, ReadonlySet<string>>>;

function valuesOf(paper: PaperRecord, broaderOf: (id: string) => string | undefined): Values {
  const quarter = paper.date ? quarterOf(paper.date as PartialDate) : undefined;
  return {
    list: new Set(paper.lists),
    year: new Set(paper.date ? [paper.date.slice(0, 4)] : []),
    quarter: new Set(quarter ? [quarter] : []),
    venue: new Set([venueValue(paper)]),
    keyword: withBroader(paper.keywords, broaderOf),
    has: new Set([...(paper.pdf ? ['pdf'] : []), ...(paper.code ? ['code'] : [])]),
  };
}

function withBroader(keywords: readonly string[], broaderOf: (id: string) => string | undefined): Set<string> {
  const all = new Set<string>();
  for (const keyword of keywords) {
    for (let id: string | undefined = keyword; id !== undefined && !all.has(id); id = broaderOf(id)) all.add(id);
  }
  return all;
}

/** Values of these facets narrow one another: a paper can have several, and readers look for the one that has them all. */
const NARROWING: ReadonlySet<Facet> = new Set(['keyword', 'has']);

function matches(facet: Facet, values: Values, selection: Selection): boolean {
  const chosen = selection[facet];
  if (chosen.length === 0) return true;
  const has = (value: string) => values[facet].has(value);
  return NARROWING.has(facet) ? chosen.every(has) : chosen.some(has);
}

/** Counts a paper for a facet when it matches all the others; for a narrowing facet it must match that one too. */
function countEntry(values: Values, selection: Selection, counts: Record<Facet, Map<string, number>>): void {
  const missed = facets.filter((facet) => !matches(facet, values, selection));
  for (const facet of facets) {
    const counted = NARROWING.has(facet) ? missed.length === 0 : missed.every((other) => other === facet);
    if (counted) for (const value of values[facet]) counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
  }
}
