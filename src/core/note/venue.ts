import { fillTemplate } from '../text/template.ts';
import type { Note } from './note.ts';

/** The words in which an interface states a paper's standing. */
export interface VenueWords {
  /** With `{venue}` where the venue's name goes. */
  readonly submitted: string;
  readonly preprint: string;
}

/** Where a paper appeared, or how far it has come, in one phrase. */
export function venueLabel({ venue, status }: Pick<Note, 'venue' | 'status'>, { submitted, preprint }: VenueWords): string {
  if (!venue) return preprint;
  return status === 'submitted' ? fillTemplate(submitted, { venue }) : venue;
}
