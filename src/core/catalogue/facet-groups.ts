import type { Locale } from '../site/locale.ts';
import type { Keyword } from '../keyword/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { createFacetIndex, EMPTY_SELECTION, readVenueValue, type Facet } from './facets.ts';
import { toRecords } from './record.ts';

/** A value that a reader can choose. */
export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many papers of the whole collection have it. */
  readonly count: number;
  /** How deep it stands below its group's term, from 0; only keywords nest. */
  readonly depth: number;
}

/** Options shown together under one heading. */
export interface FacetGroup {
  readonly facet: Facet;
  readonly label: string;
  readonly options: readonly FacetOption[];
}

/** The words that facets need from the interface. */
export interface FacetWords {
  readonly list: string;
  readonly year: string;
  readonly venue: string;
  readonly has: string;
  readonly pdf: string;
  readonly code: string;
  readonly preprint: string;
  /** The heading of keywords that the vocabulary does not know. */
  readonly other: string;
  /** A venue that a paper was only submitted to. */
  readonly submitted: (venue: string) => string;
}

/** A group holds no more options than these, the most frequent ones, so that the page does not grow with the vocabulary. */
const OPTIONS_SHOWN = 16;

/** A bar of the timeline: a quarter and how many papers first appeared in it. */
export interface TimelineBar {
  /** Such as `2024-Q2`. */
  readonly quarter: string;
  readonly count: number;
}

/** Everything a reader can filter a collection by. */
export interface FacetPanel {
  readonly groups: readonly FacetGroup[];
  /** Every quarter from the first paper to the last, empty ones too; none when fewer than two have papers. */
  readonly timeline: readonly TimelineBar[];
}

/** The facets of a collection in a language, with the counts of the whole collection. */
export function facetPanel(catalogue: Catalogue, locale: Locale, words: FacetWords): FacetPanel {
  const counts = createFacetIndex(toRecords(catalogue)).counts(EMPTY_SELECTION);
  const titles = new Map(catalogue.lists.map(({ list }) => [list.id, list.title[locale]]));
  const venue = (value: string) => {
    const read = readVenueValue(value);
    if (read.venue === '') return words.preprint;
    return read.submitted ? words.submitted(read.venue) : read.venue;
  };
  const group = (facet: Facet, label: string, name: (value: string) => string): FacetGroup => ({
    facet,
    label,
    options: mostFrequent([...counts[facet]].map(([value, count]) => ({ value, label: name(value), count, depth: 0 }))),
  });
  const groups = [
    group('list', words.list, (id) => titles.get(id) ?? id),
    ...keywordGroups(catalogue, { locale, counts: counts.keyword, other: words.other }),
    yearsFirst(group('year', words.year, String)),
    group('venue', words.venue, venue),
    group('has', words.has, (value) => (value === 'pdf' ? words.pdf : words.code)),
  ];
  return { groups: groups.filter(({ options }) => options.length > 0), timeline: timeline(counts.quarter) };
}

function mostFrequent(options: readonly FacetOption[]): FacetOption[] {
  return [...options].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1)).slice(0, OPTIONS_SHOWN);
}

function yearsFirst(group: FacetGroup): FacetGroup {
  return { ...group, options: [...group.options].sort((a, b) => Number(b.value) - Number(a.value)) };
}

interface KeywordContext {
  readonly locale: Locale;
  readonly counts: ReadonlyMap<string, number>;
  readonly other: string;
}

function keywordGroups({ vocabulary, keywords }: Catalogue, { locale, counts, other }: KeywordContext): FacetGroup[] {
  const option = ({ id, label }: Keyword, depth: number): FacetOption => ({
    value: id,
    label: label[locale],
    count: counts.get(id) ?? 0,
    depth,
  });
  const below = (term: Keyword, depth: number): FacetOption[] =>
    vocabulary.narrower(term.id).flatMap((narrower) => [option(narrower, depth), ...below(narrower, depth + 1)]);
  const roots = vocabulary.terms.filter(({ broader }) => broader === undefined);
  const trees = roots.map((root) => ({ facet: 'keyword' as const, label: root.label[locale], options: frequentBranches(below(root, 0)) }));
  const plain = keywords.filter(({ known }) => !known).map((keyword) => option(keyword, 0));
  const alone = roots.filter(({ id }) => vocabulary.narrower(id).length === 0).map((root) => option(root, 0));
  return [...trees, { facet: 'keyword', label: other, options: mostFrequent([...alone, ...plain].filter(({ count }) => count > 0)) }];
}

/** The most frequent options in the order of the tree. */
function frequentBranches(options: readonly FacetOption[]): FacetOption[] {
  const kept = new Set(mostFrequent(options.filter(({ count }) => count > 0)));
  return options.filter((option) => kept.has(option));
}

function timeline(counts: ReadonlyMap<string, number>): TimelineBar[] {
  const quarters = [...counts.keys()].sort();
  if (quarters.length < 2) return [];
  const index = (quarter: string) => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
  const [first, last] = [index(quarters[0]!), index(quarters.at(-1)!)];
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const quarter = `${Math.floor((first + step) / 4)}-Q${((first + step) % 4) + 1}`;
    return { quarter, count: counts.get(quarter) ?? 0 };
  });
}
