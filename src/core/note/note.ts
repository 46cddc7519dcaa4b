import type { NoteId } from './id.ts';
import type { NoteMetadata } from './schema.ts';
import type { RichText } from '../text/rich-text.ts';
import { parseRichText, richTextToText } from '../text/rich-text.ts';
import type { Locale } from '../site/locale.ts';

/** A paper's note as every page, export and search record sees it; the body is rendered apart. */
export interface Note extends Omit<NoteMetadata, 'title' | 'titleZh' | 'keywords' | 'status'> {
  readonly id: NoteId;
  /** The paper's own title. */
  readonly title: RichText;
  /** The Chinese title, where the note gives one. */
  readonly titleZh: RichText | undefined;
  /** Whether its venue accepted it; always stated. */
  readonly status: NonNullable<NoteMetadata['status']>;
  /** Ids of the keywords, resolved through the vocabulary, without repetition. */
  readonly keywords: readonly string[];
  /** Whether a copy of the PDF is at hand and is published with the site. */
  readonly hasPdf: boolean;
  /** A digest of everything the note's pages are made of. */
  readonly digest: string;
}

/** What a note is made from, once its front matter is checked. */
export interface NoteSource {
  readonly id: NoteId;
  readonly metadata: NoteMetadata;
  readonly keywords: readonly string[];
  readonly hasPdf: boolean;
  readonly digest: string;
}

/** The note of a paper, its titles parsed and its defaults filled in. */
export function createNote({ id, metadata, keywords, hasPdf, digest }: NoteSource): Note {
  return {
    ...metadata,
    id,
    title: parseRichText(metadata.title),
    titleZh: metadata.titleZh === undefined ? undefined : parseRichText(metadata.titleZh),
    status: metadata.status ?? (metadata.venue ? 'published' : 'preprint'),
    keywords,
    hasPdf,
    digest,
  };
}

/** A note's title in a language as plain text: the Chinese one where it is wanted and given. */
export function plainTitle(note: Pick<Note, 'title' | 'titleZh'>, locale: Locale): string {
  return richTextToText(titleIn(note, locale));
}

/** A note's title in a language: the Chinese one where it is wanted and given, else the paper's own. */
export function titleIn(note: Pick<Note, 'title' | 'titleZh'>, locale: Locale): RichText {
  return locale === 'zh' && note.titleZh ? note.titleZh : note.title;
}
