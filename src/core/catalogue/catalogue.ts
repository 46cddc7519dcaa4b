import { createVocabulary, type Keyword, type Vocabulary } from '../keyword/vocabulary.ts';
import type { KeywordMetadata } from '../keyword/schema.ts';
import type { ReadingList } from '../list/schema.ts';
import { createNote, type Note } from '../note/note.ts';
import type { NoteId } from '../note/id.ts';
import type { PartialDate } from '../note/partial-date.ts';
import type { NoteMetadata } from '../note/schema.ts';
import { createMentionFinder } from '../related/mentions.ts';
import type { PaperLink } from '../related/links.ts';
import { relatedPapers, type RelatedPaper } from '../related/related.ts';
import { richTextToText } from '../text/rich-text.ts';
import type { SiteSettings } from '../site/settings.ts';

/** A reading list with its notes in its own order; one that cannot be read at the moment is left out. */
export interface ListEntry {
  readonly list: ReadingList;
  readonly notes: readonly Note[];
}

/** A note related to another, and why. */
export interface RelatedNote {
  readonly note: Note;
  /** How one of the two points to the other, if it does. */
  readonly link: { readonly kind: PaperLink['kind']; readonly from: Note; readonly to: Note } | undefined;
  /** The keywords that both have, the rarest first. */
  readonly shared: readonly Keyword[];
  /** Other terms that both texts speak of, the rarest first. */
  readonly spoken: readonly Keyword[];
}

/** A note's place in a reading list. */
export interface Membership {
  readonly list: ReadingList;
  /** Its number, counted from 1. */
  readonly number: number;
  /** The date under which the list names it, if it does. */
  readonly date: PartialDate | undefined;
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
  /** The lists that name a note, with its place in each. */
  listsOf(id: string): readonly Membership[];
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
  /** The text of a note, which related papers are judged by. Default: none, and only front matter counts. */
  readonly textOf?: (id: string) => string;
}

/** Builds the catalogue of a collection; its work grows with the number of notes, not with its square. */
export function createCatalogue({ site, keywords, lists, notes: stored, textOf = () => '' }: CatalogueSource): Catalogue {
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
    lists: lists.map((list) => ({ list, notes: list.notes.flatMap(({ note }) => byId.get(note) ?? []) })),
    keywords: all,
    note: (id) => required(byId, id),
    keyword: (id) => required(keywordById, id),
    notesWith: (keyword) => byKeyword.get(keyword) ?? [],
    related: (id) => {
      related ??= relateNotes(notes, vocabulary.terms, textOf);
      return (related.get(id) ?? []).map(({ id: other, link, shared, spoken }) => ({
        note: required(byId, other),
        link: link && { kind: link.kind, from: required(byId, link.from), to: required(byId, link.to) },
        shared: shared.map((keyword) => required(keywordById, keyword)),
        spoken: spoken.map((keyword) => required(keywordById, keyword)),
      }));
    },
    listsOf: (id) => memberships.get(id) ?? [],
  };
}

function relateNotes(notes: readonly Note[], terms: readonly Keyword[], textOf: (id: string) => string): Map<string, RelatedPaper[]> {
  const find = createMentionFinder(terms, notes);
  return relatedPapers(
    notes.map(({ id, keywords, relations }) => {
      const mentions = find(textOf(id));
      return { id, keywords, relations, terms: mentions.terms, mentioned: mentions.papers };
    }),
  );
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

function membershipsOf(lists: readonly ReadingList[]): Map<string, Membership[]> {
  const found = new Map<string, Membership[]>();
  for (const list of lists) {
    list.notes.forEach(({ note, date }, index) => found.set(note, [...(found.get(note) ?? []), { list, number: index + 1, date }]));
  }
  return found;
}

function required<T>(map: ReadonlyMap<string, T>, id: string): T {
  const value = map.get(id);
  if (value === undefined) throw new Error(`The catalogue has no “${id}”.`);
  return value;
}
