import type { Locale } from '../site/locale.ts';

/** The addresses and names by which a paper is known, as the front matter of a note holds them under `links`. */
export type PaperLinks = Partial<Record<'arxiv' | 'openreview' | 'doi' | 'pdf' | 'code' | 'project' | 'data', string>>;

/** A level-2 section of a note, as Markdown. */
export interface FoundSection {
  /** The heading's words, without the hashes. */
  readonly heading: string;
  /** What stands below it, without blank lines around it. */
  readonly text: string;
}

/** What a source says of one paper. A value that the source does not give is absent: nothing is made up. */
export interface FoundPaper {
  readonly title: string;
  readonly titleZh?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  readonly venue?: string | undefined;
  readonly status?: 'published' | 'submitted' | 'preprint' | undefined;
  readonly keywords?: readonly string[] | undefined;
  readonly links: PaperLinks;
  /** Where the abstract among the sections was copied from, if it is the authors’ own; `authors` where the address is not known. */
  readonly abstractSource?: string | undefined;
  readonly sections: readonly FoundSection[];
  /** The section that explains the keywords, where the source does; it goes with them. */
  readonly keywordNotes?: FoundSection | undefined;
  /** The line of the source on which the paper begins, counted from 1. */
  readonly line: number;
}

/** A part of a source that could not be read. */
export interface Unread {
  readonly line: number;
  /** What stands there and why it could not be read, in one sentence. */
  readonly reason: string;
}

/** Everything that one source holds, in its own order. */
export interface FoundCollection {
  /** The name of the list, where the source has one. */
  readonly title?: { readonly text: string; readonly locale: Locale } | undefined;
  readonly papers: readonly FoundPaper[];
  readonly unread: readonly Unread[];
  /** The lines of template entries that nobody filled in. */
  readonly templates: readonly number[];
}
