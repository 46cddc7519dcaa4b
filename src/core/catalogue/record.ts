import type { Note } from '../note/note.ts';
import { authorsInShort } from '../note/people.ts';
import { plainTitle } from '../note/note.ts';
import type { Catalogue } from './catalogue.ts';

/** A paper as the home page's filters and lists need it; small, for a browser loads one of each paper. */
export interface PaperRecord {
  readonly id: string;
  /** The paper's own title and the Chinese one, as plain text; the second is empty where there is none. */
  readonly titles: readonly [own: string, zh: string];
  /** The first authors in one line, in each language. */
  readonly authors: readonly [en: string, zh: string];
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or empty. */
  readonly date: string;
  /** The venue, empty for a preprint; see `submitted`. */
  readonly venue: string;
  /** Whether the paper was only submitted to its venue. */
  readonly submitted: boolean;
  /** Ids of its own keywords. */
  readonly keywords: readonly string[];
  /** Ids of the lists that name it. */
  readonly lists: readonly string[];
  readonly pdf: boolean;
  readonly code: boolean;
}

/** A keyword as the home page needs it: its labels and the id of the broader term, if any. */
export type KeywordRecord = readonly [en: string, zh: string, broader?: string];

/** What the home page loads when a reader reaches for its filters. */
export interface CollectionRecords {
  /** The newest first. */
  readonly papers: readonly PaperRecord[];
  readonly keywords: Readonly<Record<string, KeywordRecord>>;
  /** The titles of the lists by their ids. */
  readonly lists: Readonly<Record<string, readonly [en: string, zh: string]>>;
}

/** The record of one note. */
export function toRecord(note: Note, catalogue: Pick<Catalogue, 'listsOf'>): PaperRecord {
  return {
    id: note.id,
    titles: [plainTitle(note, 'en'), note.titleZh ? plainTitle(note, 'zh') : ''],
    authors: [authorsInShort(note.authors, 'en'), authorsInShort(note.authors, 'zh')],
    date: note.date ?? '',
    venue: note.venue ?? '',
    submitted: note.status === 'submitted',
    keywords: note.keywords,
    lists: catalogue.listsOf(note.id).map(({ list }) => list.id),
    pdf: note.hasPdf,
    code: note.links.code !== undefined,
  };
}

/** The records of a whole collection. */
export function toRecords(catalogue: Catalogue): CollectionRecords {
  const keywords = catalogue.keywords.map(({ id, label, broader }): [string, KeywordRecord] => [
    id,
    broader === undefined ? [label.en, label.zh] : [label.en, label.zh, broader],
  ]);
  const lists = catalogue.lists.map(({ list: { id, title } }): [string, [string, string]] => [id, [title.en, title.zh]]);
  const papers = catalogue.notes.map((note) => toRecord(note, catalogue));
  return { papers, keywords: Object.fromEntries(keywords), lists: Object.fromEntries(lists) };
}
