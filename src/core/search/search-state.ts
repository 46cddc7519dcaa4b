import { EMPTY_SELECTION, facets, type Selection } from '../catalogue/facets.ts';
import type { PaperRecord } from '../catalogue/record.ts';

/** The orders in which results can be listed, the default one first. */
export const resultOrders = ['relevance', 'newest', 'oldest'] as const;

/** An order of results. */
export type ResultOrder = (typeof resultOrders)[number];

/** All that a reader asks on the search page; it stands in the address. */
export interface SearchState {
  /** What was typed. */
  readonly query: string;
  readonly selection: Selection;
  readonly order: ResultOrder;
  /** Whether the pages of PDFs are asked whatever the notes answer. */
  readonly inPdfs: boolean;
}

/** Nothing asked. */
export const EMPTY_SEARCH: SearchState = { query: '', selection: EMPTY_SELECTION, order: 'relevance', inPdfs: false };

/** Reads a state from the query of an address; what is unknown there is passed over. */
export function readSearchState(address: string): SearchState {
  const parameters = new URLSearchParams(address);
  const selection = Object.fromEntries(facets.map((facet) => [facet, [...new Set(parameters.getAll(facet))]]));
  return {
    query: parameters.get('q') ?? '',
    selection: { ...EMPTY_SELECTION, ...selection },
    order: resultOrders.find((order) => order === parameters.get('sort')) ?? EMPTY_SEARCH.order,
    inPdfs: parameters.get('pdfs') === '1',
  };
}

/** Writes a state as the query of an address, with its question mark; empty where nothing is asked. */
export function writeSearchState({ query, selection, order, inPdfs }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query.toWellFormed());
  for (const facet of facets) for (const value of selection[facet]) parameters.append(facet, value);
  if (order !== EMPTY_SEARCH.order) parameters.set('sort', order);
  if (inPdfs) parameters.set('pdfs', '1');
  const text = parameters.toString();
  return text && `?${text}`;
}

/** Whether a selection narrows anything. */
export function isNarrowed(selection: Selection): boolean {
  return facets.some((facet) => selection[facet].length > 0);
}

/** Results in an order: by date with the undated last, or as they were found. */
export function orderResults<T extends { readonly paper: Pick<PaperRecord, 'date'> }>(found: readonly T[], order: ResultOrder): T[] {
  if (order === 'relevance') return [...found];
  const direction = order === 'newest' ? -1 : 1;
  return [...found].sort(({ paper: { date: a } }, { paper: { date: b } }) => {
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return a === b ? 0 : direction * (a < b ? -1 : 1);
  });
}
