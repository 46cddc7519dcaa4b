/** How many papers stand on one page of a long list. The shipped collection fits on one. */
export const PAGE_SIZE = 100;

/** How many pages a list needs; an empty one still has one. */
export function pageCount(items: readonly unknown[]): number {
  return Math.max(1, Math.ceil(items.length / PAGE_SIZE));
}

/** The items of one page, counted from 1. */
export function pageOf<T>(items: readonly T[], page: number): readonly T[] {
  return items.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}

/** The numbers of the pages after the first. */
export function furtherPages(items: readonly unknown[]): number[] {
  return Array.from({ length: pageCount(items) - 1 }, (_, index) => index + 2);
}
