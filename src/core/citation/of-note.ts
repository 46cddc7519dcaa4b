import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Note } from '../note/note.ts';
import { toCsl, type CslItem } from './csl.ts';

/** A note's paper as CSL-JSON, its keywords by their English labels, in which the field's databases have them. */
export function citationOf(note: Note, catalogue: Pick<Catalogue, 'keyword'>): CslItem {
  return toCsl(
    note,
    note.keywords.map((id) => catalogue.keyword(id).label.en),
  );
}
