import { createCatalogue, type Catalogue } from '../../src/core/catalogue/catalogue.ts';
import { vocabularySchema } from '../../src/core/keyword/schema.ts';
import { listSchema } from '../../src/core/list/schema.ts';
import type { NoteId } from '../../src/core/note/id.ts';
import { createNote, type Note } from '../../src/core/note/note.ts';
import { noteSchema, type NoteInput } from '../../src/core/note/schema.ts';

/** A note as its front matter makes it, named `lamp` unless it is told otherwise. */
export function noteOf(input: NoteInput, id = 'lamp'): Note {
  // Tests give ids that are valid.
  return createNote({ id: id as NoteId, metadata: noteSchema.parse(input), keywords: [], hasPdf: false, digest: '' });
}

/** A collection as its files would make it; what is left out is empty. A note may say that its PDF is at hand. */
export interface CatalogueInput {
  readonly keywords?: readonly unknown[];
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly notes: Readonly<Record<string, NoteInput & { readonly hasPdf?: boolean }>>;
}

/** The catalogue of a collection; each list is titled by its id. */
export function catalogueOf({ keywords = [], lists = {}, notes }: CatalogueInput): Catalogue {
  return createCatalogue({
    site: { title: { en: 'Shelf', zh: '书架' } },
    keywords: vocabularySchema.parse(keywords),
    lists: Object.entries(lists).map(([id, ids]) => ({ id, ...listSchema.parse({ title: { en: id }, notes: ids }) })),
    notes: Object.entries(notes).map(([id, { hasPdf = false, ...input }]) => ({
      id,
      metadata: noteSchema.parse(input),
      hasPdf,
      digest: id,
    })),
  });
}
