import { fold } from './folding.ts';
import type { Location } from './locate.ts';
import type { Mark, MarkColor, MarkKind } from './mark.ts';

/** A mark with its place in the file at hand. */
export interface PlacedMark {
  readonly mark: Mark;
  /** Absent if its words were not found in this file; `pending` until they have been looked for. */
  readonly place?: Location | 'pending';
}

/** Which marks are listed; what is absent excludes nothing. */
export interface MarkFilter {
  readonly kind?: MarkKind;
  readonly color?: MarkColor;
  /** Words that must all stand in the quote or the comment; case, accents and hyphens do not matter. */
  readonly words?: string;
}

/** Marks in the order in which one reads them; those whose words were not found stand at the end. */
export function inReadingOrder(marks: Iterable<PlacedMark>): PlacedMark[] {
  return [...marks].sort((a, b) => {
    const [one, other] = [orderOf(a), orderOf(b)];
    return one.lost - other.lost || one.page - other.page || one.start - other.start || (a.mark.id < b.mark.id ? -1 : 1);
  });
}

function orderOf({ mark: { anchor }, place }: PlacedMark): { lost: number; page: number; start: number } {
  const { page, start } = place === undefined || place === 'pending' ? anchor : place;
  return { lost: place === undefined ? 1 : 0, page, start };
}

/** Whether a mark passes a filter. */
export function passes({ kind, color, comment, anchor }: Mark, filter: MarkFilter): boolean {
  if ((filter.kind && kind !== filter.kind) || (filter.color && color !== filter.color)) return false;
  const text = foldForSearch(`${anchor.quote.exact}\n${comment}`);
  return (filter.words ?? '').split(/\s+/).every((word) => text.includes(foldForSearch(word)));
}

const foldForSearch = (text: string): string => fold(text).text.toLowerCase();
