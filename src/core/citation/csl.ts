import { outwardLinks } from '../note/links.ts';
import type { Note } from '../note/note.ts';
import { splitName } from '../note/people.ts';
import { richTextToText } from '../text/rich-text.ts';

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
  readonly author?: readonly CslName[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  /** The venue of an accepted paper. */
  readonly 'container-title'?: string;
  readonly publisher?: string;
  /** The identifier of a preprint: `arXiv:2405.14734`. */
  readonly number?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly language: string;
}

/** A note's paper as CSL-JSON. A paper that was only submitted somewhere is cited as the preprint that it is. */
export function toCsl(note: Note): CslItem {
  const published = note.status === 'published' && note.venue !== undefined;
  const { arxiv, doi } = note.links;
  return dropMissing({
    id: note.id,
    type: published ? 'paper-conference' : 'article',
    genre: published ? undefined : 'preprint',
    title: richTextToText(note.title),
    author: note.authors.length > 0 ? note.authors.map(toCslName) : undefined,
    issued: issued(note, published),
    'container-title': published ? note.venue : undefined,
    publisher: !published && arxiv ? 'arXiv' : undefined,
    number: arxiv && `arXiv:${arxiv}`,
    DOI: doi,
    URL: outwardLinks(note)[0]?.url,
    language: 'en',
  });
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

function dropMissing<T extends object>(record: T): T {
  // Only absent values are taken away, and their keys are optional.
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
