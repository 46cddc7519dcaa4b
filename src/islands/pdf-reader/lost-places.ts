import { parseLocation } from '../../core/reader/location.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { PdfView } from './pdf-view.ts';

/** Sentences for what an address asks of a PDF in vain. */
export interface LostPlaceWords {
  /** With `{page}` for the page that is not there, and `{count}` for how many there are. */
  readonly pageLost: string;
  readonly placeLost: string;
}

/** Why the place that an address names cannot be shown; undefined if it can, or if it names none. */
export async function lostPlace(hash: string, view: PdfView, { pageLost, placeLost }: LostPlaceWords): Promise<string | undefined> {
  const place = parseLocation(hash);
  const { page, destination } = place;
  if (hash.length > 1 && Object.keys(place).length === 0) return placeLost;
  if (page !== undefined && page > view.count) return fillTemplate(pageLost, { page, count: view.count });
  return destination !== undefined && !(await view.links.resolve(destination)) ? placeLost : undefined;
}
