import { createVocabulary, type Keyword, type Vocabulary } from '../keyword/vocabulary.ts';
import type { KeywordMetadata } from '../keyword/schema.ts';
import type { ReadingList } from '../list/schema.ts';
import { createNote, type Note } from '../note/note.ts';
import type { NoteId } from '../note/id.ts';
import type { NoteMetadata } from '../note/schema.ts';
import { relatedPapers, type RelatedPaper } from '../related/related.ts';
import { richTextToText } from '../text/rich-text.ts';
import type { SiteSettings } from '../site/settings.ts';

/** A reading list with its notes in its own order; one that cannot be read at the moment is left out. */
export interface ListEntry {
  readonly list: ReadingList;
  readonly notes: readonly Note[];
}

/** A note related to another, with the keywords that both have, the rarest first. */
export interface RelatedNote {
  readonly note: Note;
  readonly shared: readonly Keyword[];
}

/** Everything that pages, exports and search records are functions of. */
export interface Catalogue {
  readonly site: SiteSettings;
  readonly vocabulary: Vocabulary;
  /** All notes, the newest first, undated ones last. */
  readonly notes: readonly Note[];
  readonly lists: readonly ListEntry[];
  /** Every keyword that stands on a page: the vocabulary's terms in its order, then the plain ones by label. */
  readonly keywords: readonly Keyword[];
  /** The note with this id; an error if there is none, for ids come from the catalogue itself. */
  note(id: string): Note;
  keyword(id: string): Keyword;
  /** The notes that carry a keyword or a narrower one, the newest first. */
  notesWith(keyword: string): readonly Note[];
  /** The notes most like a note. */
  related(id: string): readonly RelatedNote[];
  /** The lists that name a note, with its number in each, counted from 1. */
  listsOf(id: string): readonly { readonly list: ReadingList; readonly number: number }[];
}

/** A note as the data store keeps it. */
export interface StoredNote {
  readonly id: string;
  readonly metadata: NoteMetadata;
  readonly hasPdf: boolean;
  readonly digest: string;
}

/** The checked parts of a collection. */
export interface CatalogueSource {
  readonly site: SiteSettings;
  readonly keywords: readonly KeywordMetadata[];
  readonly lists: readonly ReadingList[];
  readonly notes: readonly StoredNote[];
}

/** Builds the catalogue of a collection; its work grows with the number of notes, not with its square. */
export function createCatalogue({ site, keywords, lists, notes: stored }: CatalogueSource): Catalogue {
  const vocabulary = createVocabulary(keywords);
  const used = new Map<string, Keyword>();
  const notes = stored.map((note) => toNote(note, vocabulary, used)).sort(newestFirst);
  const byId = new Map(notes.map((note) => [note.id as string, note]));
  const all = [...vocabulary.terms, ...plainKeywords(used)];
  const keywordById = new Map(all.map((keyword) => [keyword.id, keyword]));
  const byKeyword = notesByKeyword(notes, vocabulary);
  const memberships = membershipsOf(lists);
  let related: Map<string, RelatedPaper[]> | undefined;
  return {
    site,
    vocabulary,
    notes,
    lists: lists.map((list) => ({ list, notes: list.notes.flatMap((id) => byId.get(id) ?? []) })),
    keywords: all,
    note: (id) => required(byId, id),
    keyword: (id) => required(keywordById, id),
    notesWith: (keyword) => byKeyword.get(keyword) ?? [],
    related: (id) => {
      related ??= relatedPapers(notes);
      return (related.get(id) ?? []).map((paper) => ({
        note: required(byId, paper.id),
        shared: paper.shared.map((keyword) => required(keywordById, keyword)),
      }));
    },
    listsOf: (id) => memberships.get(id) ?? [],
  };
}

function toNote({ id, metadata, hasPdf, digest }: StoredNote, vocabulary: Vocabulary, used: Map<string, Keyword>): Note {
  const keywords = metadata.keywords.map((text) => vocabulary.resolve(text));
  for (const keyword of keywords) if (!used.has(keyword.id)) used.set(keyword.id, keyword);
  // The reader of the collection has let only valid ids into the store.
  return createNote({ id: id as NoteId, metadata, keywords: [...new Set(keywords.map((keyword) => keyword.id))], hasPdf, digest });
}

function newestFirst(a: Note, b: Note): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  if (left !== right) return left < right ? 1 : -1;
  return richTextToText(a.title).localeCompare(richTextToText(b.title), 'en');
}

function plainKeywords(used: ReadonlyMap<string, Keyword>): Keyword[] {
  return [...used.values()].filter((keyword) => !keyword.known).sort((a, b) => a.label.en.localeCompare(b.label.en, 'en'));
}

function notesByKeyword(notes: readonly Note[], vocabulary: Vocabulary): Map<string, Note[]> {
  const found = new Map<string, Note[]>();
  for (const note of notes) {
    for (const keyword of withAncestors(note.keywords, vocabulary)) {
      const entry = found.get(keyword);
      if (entry) entry.push(note);
      else found.set(keyword, [note]);
    }
  }
  return found;
}

/** Keywords and all terms above them, each once. */
export function withAncestors(keywords: readonly string[], vocabulary: Pick<Vocabulary, 'ancestors'>): Set<string> {
  return new Set(keywords.flatMap((keyword) => [keyword, ...vocabulary.ancestors(keyword)]));
}

function membershipsOf(lists: readonly ReadingList[]) {
  const found = new Map<string, { list: ReadingList; number: number }[]>();
  for (const list of lists) {
    list.notes.forEach((id, index) => found.set(id, [...(found.get(id) ?? []), { list, number: index + 1 }]));
  }
  return found;
}

function required<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The catalogue has no “${id}”.`);
  return value;
}
