import { outwardLinks } from '../note/links.ts';
import type { Note } from '../note/note.ts';
import { splitName } from '../note/people.ts';
import { detectLocale } from '../site/locale.ts';
import { parseRichText, richTextToText } from '../text/rich-text.ts';

/** A person in CSL-JSON: a name in two parts, or as one piece. */
export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

/**
 * A paper as CSL-JSON, the canonical record from which every other format derives.
 * Follows https://github.com/citation-style-language/schema (csl-data.json). Only fields that are known are present.
 */
export interface CslItem {
  readonly id: string;
  /** `paper-conference` for an accepted paper; a preprint is an `article` with a genre, for CSL has no type of its own. */
  readonly type: 'paper-conference' | 'article';
  readonly genre?: 'preprint';
  readonly title: string;
  /** The name by which the paper is known, such as that of its method. */
  readonly 'title-short'?: string;
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  /** The venue of an accepted paper. */
  readonly 'container-title'?: string;
  readonly publisher?: string;
  /** The identifier of a preprint: `arXiv:2405.14734`. Styles print it, so that of an accepted paper stands in `note`. */
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
  /** `submitted` for a paper that a venue has not accepted; which one, `note` says. */
  readonly status?: 'submitted';
  /** Labels of its keywords, joined by commas. */
  readonly keyword?: string;
  /** What no other field holds: the arXiv id of an accepted paper, or the venue of a submitted one. */
  readonly note?: string;
  /** The language of the paper itself as a BCP 47 tag, whatever language its note is in: `en` or `zh-CN`, as styles know them. */
  readonly language: string;
}

/**
 * A note's paper as CSL-JSON. A paper that was only submitted somewhere is cited as the preprint that it is. There is no
 * abstract: what a note holds is a digest of its own, which must not travel under the authors' names.
 * @param keywords The labels of its keywords. Default: none are given.
 */
export function toCsl(note: Note, keywords: readonly string[] = []): CslItem {
  const published = note.status === 'published' && note.venue !== undefined;
  const title = richTextToText(note.title);
  return dropMissing({
    id: note.id,
    ...(published ? acceptedFields(note) : preprintFields(note)),
    title,
    'title-short': note.shortTitle && richTextToText(parseRichText(note.shortTitle)),
    author: note.authors.length > 0 ? note.authors.map(toCslName) : undefined,
    issued: issued(note, published),
    DOI: note.links.doi,
    URL: outwardLinks(note)[0]?.url,
    keyword: keywords.length > 0 ? keywords.join(', ') : undefined,
    language: detectLocale(title) === 'zh' ? 'zh-CN' : 'en',
  });
}

type Standing = Pick<CslItem, 'type'> &
  Partial<Record<'genre' | 'container-title' | 'publisher' | 'number' | 'status' | 'note', string | undefined>>;

function acceptedFields({ venue, links }: Note): Standing {
  return { type: 'paper-conference', 'container-title': venue, note: links.arxiv && `arXiv:${links.arxiv}` };
}

function preprintFields({ status, venue, links: { arxiv } }: Note): Standing {
  const host = arxiv ? { publisher: 'arXiv', number: `arXiv:${arxiv}` } : {};
  const isSubmitted = status === 'submitted' && venue !== undefined;
  return { type: 'article', genre: 'preprint', ...host, ...(isSubmitted && { status: 'submitted', note: `Submitted to ${venue}` }) };
}

/** The arXiv id of a record without its prefix, if it has one. */
export function arxivId({ number, note }: Pick<CslItem, 'number' | 'note'>): string | undefined {
  return /^arXiv:(\S+)$/.exec(number ?? note ?? '')?.[1];
}

function toCslName(name: string): CslName {
  const { family, given } = splitName(name);
  return given ? { family, given } : { literal: family };
}

/** An accepted paper is cited by its venue's year, a preprint by the day it was posted. */
function issued({ venue, date }: Note, published: boolean): CslItem['issued'] {
  const year = published ? /\b(?:19|20)\d{2}\b/.exec(venue ?? '')?.[0] : undefined;
  const parts = year ? [Number(year)] : date?.split('-').map(Number);
  return parts && { 'date-parts': [parts] };
}

function dropMissing(record: Readonly<Record<string, unknown>>): CslItem {
  // Only absent values are taken away, and their keys are optional.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as CslItem;
}
