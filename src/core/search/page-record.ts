import { plainTitle, type Note } from '../note/note.ts';
import { greekReading } from './greek.ts';
import { joinPassages, readPassages, type Passage, type SearchRecord } from './record.ts';
import { segmentText } from './segment.ts';

/** A page of a note's PDF, ready to be indexed. */
export interface PageSource {
  readonly note: Note;
  /** The page's number, from 1. */
  readonly page: number;
  /** The page's text, a line for each paragraph. */
  readonly text: string;
}

/** How much the words of a paper's names count on each of its pages. A page is found for what stands on it; the names tell papers apart. */
export const pageMetaWeights = { title: 0.6, zt: 0.6, al: 0.6 } as const;

/** Two pages never have the same address: the note's id and the page, as `simpo#7`. */
const ADDRESS = /^(.*)#(\d+)$/;

/** The search record of a page. */
export function createPageRecord({ note, page, text }: PageSource): SearchRecord {
  const title = plainTitle(note, 'en');
  const meta = {
    title,
    zt: note.titleZh ? segmentText(plainTitle(note, 'zh')).join(' ') : '',
    al: [greekReading(title), note.id, note.id.replaceAll('-', '')].filter(Boolean).join(' '),
  };
  return { url: `${note.id}#${page}`, content: joinPassages(text.split('\n')), meta };
}

/** A page read back from the index. */
export interface PageRecord {
  /** The id of the note. */
  readonly note: string;
  /** The page's number, from 1. */
  readonly page: number;
  readonly title: string;
  /** Empty where the note has no Chinese title. Its words stand apart, as in the index. */
  readonly titleZh: string;
  readonly body: readonly Passage[];
}

/** What the index gives back of a record. */
export interface StoredRecord {
  readonly raw_url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
}

/** Reads a record that `createPageRecord` made. */
export function readPageRecord({ raw_url, content, meta }: StoredRecord): PageRecord {
  const [, note = raw_url, page = '1'] = ADDRESS.exec(raw_url) ?? [];
  return { note, page: Number(page), title: meta.title ?? note, titleZh: meta.zt ?? '', body: readPassages(content) };
}
