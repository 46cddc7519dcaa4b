import { resolve } from 'node:path';
import { createCatalogue } from '../core/catalogue/catalogue.ts';
import { toRecords, type CollectionRecords } from '../core/catalogue/record.ts';
import { createVocabulary, type Keyword } from '../core/keyword/vocabulary.ts';
import { splitSource } from '../core/note/source-text.ts';
import type { Note } from '../core/note/note.ts';
import { createRecord, type SearchRecord } from '../core/search/record.ts';
import type { Bilingual } from '../core/site/locale.ts';
import { pairedPassages } from '../markdown/paired-passages.ts';
import { searchPassages } from '../markdown/search-text.ts';
import { readCollection, readKeywords } from './collection.ts';
import { localFiles, type Files } from './files.ts';
import type { CollectionPlace } from './notes.ts';

/** A note and the path of its PDF. */
export interface LocalPdf {
  readonly note: Note;
  readonly path: string;
}

/** Everything that the search index of a collection is made from. */
export interface SearchSource {
  readonly records: readonly SearchRecord[];
  /** What the filters of a search count by. */
  readonly papers: CollectionRecords;
  /** All authors of each note, by its id. */
  readonly authors: Readonly<Record<string, readonly string[]>>;
  /** The terms whose names stand in for one another, in either language. */
  readonly terms: readonly Keyword[];
  /** Passages that say the same in both languages. */
  readonly paired: readonly Bilingual[];
  /** The PDFs at hand. */
  readonly pdfs: readonly LocalPdf[];
}

/** The vocabulary that ships with the project, for a collection that lies elsewhere and has none of its own. */
const SHIPPED = { contentDir: resolve(import.meta.dirname, '../../content') };

/** Reads a collection for its search index. */
export function readSearchSource(place: CollectionPlace, files: Files = localFiles): SearchSource {
  const { site, keywords, lists, notes } = readCollection(place, files);
  const catalogue = createCatalogue({
    site: site ?? { title: { en: '', zh: '' } },
    keywords,
    lists: lists.map(({ list }) => list),
    notes: notes.map(({ id, metadata, pdf, digest }) => ({ id, metadata, hasPdf: pdf !== undefined, digest })),
  });
  const bodies = notes.map(({ id, file }) => {
    const body = { file, ...splitSource(files.read(resolve(file)) ?? '') };
    return { note: catalogue.note(id), passages: searchPassages(body), paired: pairedPassages(body) };
  });
  const vocabulary = keywords.length > 0 ? catalogue.vocabulary : createVocabulary(readKeywords({ ...SHIPPED, paperDirs: [] }).value);
  const termsOf = ({ keywords: ids }: Note) => ids.map(catalogue.keyword).map((keyword) => vocabulary.resolve(keyword.label.en));
  return {
    records: bodies.map(({ note, passages }) => createRecord({ note, keywords: termsOf(note), passages })),
    papers: toRecords(catalogue),
    authors: Object.fromEntries(catalogue.notes.map((note) => [note.id, note.authors])),
    terms: vocabulary.terms,
    paired: bodies.flatMap(({ paired }) => paired),
    pdfs: notes.flatMap(({ id, pdf }) => (pdf ? [{ note: catalogue.note(id), path: pdf }] : [])),
  };
}
