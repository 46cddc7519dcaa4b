import { EMPTY_SELECTION, facets, type Facet, type Selection } from './facets.ts';
import type { PaperRecord } from './record.ts';

/** The orders in which papers can be listed, the default one first. */
export const sortOrders = ['newest', 'oldest', 'title', 'venue'] as const;

/** An order of papers. */
export type SortOrder = (typeof sortOrders)[number];

/** How closely a list is set, the default first. */
export const densities = ['cards', 'rows', 'table'] as const;

/** A density of lists. */
export type Density = (typeof densities)[number];

/** All that a reader has chosen on the home page; it stands in the address. */
export interface ListState {
  readonly selection: Selection;
  readonly sort: SortOrder;
  readonly density: Density;
  /** The ids of the papers that were picked by hand to be cited together, in the order of picking. */
  readonly picked: readonly string[];
  /** Whether only these are listed. */
  readonly onlyPicked: boolean;
}

/** Nothing chosen. */
export const DEFAULT_STATE: ListState = { selection: EMPTY_SELECTION, sort: 'newest', density: 'cards', picked: [], onlyPicked: false };

/** Reads a state from the query of an address; what is unknown there is passed over. */
export function readState(query: string): ListState {
  const parameters = new URLSearchParams(query);
  const selection = Object.fromEntries(facets.map((facet) => [facet, [...new Set(parameters.getAll(facet))]]));
  return {
    selection: { ...EMPTY_SELECTION, ...selection },
    sort: sortOrders.find((order) => order === parameters.get('sort')) ?? DEFAULT_STATE.sort,
    density: densities.find((density) => density === parameters.get('view')) ?? DEFAULT_STATE.density,
    picked: [...new Set(parameters.getAll('pick'))],
    onlyPicked: parameters.get('show') === 'picked',
  };
}

/** Writes a state as the query of an address, with its question mark; empty for the default state. */
export function writeState({ selection, sort, density, picked, onlyPicked }: ListState): string {
  const parameters = new URLSearchParams();
  for (const facet of facets) for (const value of selection[facet]) parameters.append(facet, value);
  if (sort !== DEFAULT_STATE.sort) parameters.set('sort', sort);
  if (density !== DEFAULT_STATE.density) parameters.set('view', density);
  for (const id of picked) parameters.append('pick', id);
  if (onlyPicked && picked.length > 0) parameters.set('show', 'picked');
  const query = parameters.toString();
  return query && `?${query}`;
}

/** A state in which a value is chosen that was not, or the reverse. */
export function toggle(state: ListState, facet: Facet, value: string): ListState {
  const chosen = state.selection[facet];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...state, selection: { ...state.selection, [facet]: values } };
}

/** Papers in an order. Those without a date or venue come last; ties keep the order of the records. */
export function sortPapers(papers: readonly PaperRecord[], order: SortOrder): PaperRecord[] {
  if (order === 'newest') return [...papers];
  if (order === 'oldest') return [...papers].sort((a, b) => compareMissingLast(a.date, b.date));
  if (order === 'title') return [...papers].sort((a, b) => a.titles[0].localeCompare(b.titles[0], 'en'));
  return [...papers].sort((a, b) => compareMissingLast(a.venue, b.venue) || Number(a.submitted) - Number(b.submitted));
}

function compareMissingLast(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}
