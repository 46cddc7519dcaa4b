import type { RemotePaper } from './remote-paper.ts';
import { identifyPaper } from '../import/web-address.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a note of OpenReview's interface, of version 2 (`content.title.value`) or version 1 (`content.title`); undefined where
 * it is no paper. Authors come as names or, in newer venues, as objects with a `fullname`.
 */
export function readOpenReviewNote(note: unknown): RemotePaper | undefined {
  if (!isFields(note) || !isFields(note.content)) return undefined;
  const { content } = note;
  const title = textOf(content.title);
  const forum = typeof note.forum === 'string' ? note.forum : note.id;
  if (!title || typeof forum !== 'string') return undefined;
  const abstract = textOf(content.abstract);
  const keywords = namesOf(content.keywords);
  const venue = textOf(content.venue);
  return {
    title,
    authors: present(namesOf(content.authors)),
    date: dayOf(note),
    ...(venue ? readVenue(venue, textOf(content.venueid) ?? '') : {}),
    keywords: present(keywords),
    links: { openreview: forum, ...externalIds(note.externalIds) },
    abstractSource: abstract && `https://openreview.net/forum?id=${forum}`,
    sections: abstract ? [{ heading: 'Abstract', text: abstract.trim() }] : [],
  };
}

/**
 * Where a paper stands, from the words in which OpenReview shows it: “ICLR 2025 Poster” is accepted at ICLR 2025,
 * “Submitted to ICLR 2025” and withdrawn or rejected submissions are not. Imports of arXiv’s listing have no venue.
 */
export function readVenue(venue: string, venueId: string): Pick<RemotePaper, 'venue' | 'status'> {
  if (/^(?:corr|arxiv)\b/i.test(venue)) return {};
  const isSubmission = /^submitted to\b|\b(?:withdrawn|rejected|submission|submitted|under review)\b/i.test(
    `${venue} ${venueId.replaceAll('_', ' ')}`,
  );
  const name = venue
    .replace(/^submitted to\s+/i, '')
    .replace(/\s+(?:conference\s+)?(?:(?:withdrawn|desk[ -]rejected|rejected|blind)\s+)*submission$/i, '')
    .replace(/\s+\(?(?:poster|oral|spotlight|notable-top-\d+%|talk|conditional\w*|(?:top|notable).*)\)?$/i, '')
    .replace(/\s+conference$/i, '')
    .trim();
  return { venue: name, status: isSubmission ? 'submitted' : undefined };
}

/** The day on which the paper could first be read; OpenReview counts milliseconds. */
function dayOf(note: Fields): string | undefined {
  const time = [note.odate, note.cdate, note.tcdate, note.pdate].find((value) => typeof value === 'number' && value > 0);
  return typeof time === 'number' ? new Date(time).toISOString().slice(0, 10) : undefined;
}

function externalIds(ids: unknown): { arxiv?: string; doi?: string } {
  const texts = Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  const found = texts.map((id) => identifyPaper(id)).filter((id) => id !== undefined);
  const arxiv = found.find((id) => id.arxiv)?.arxiv;
  const doi = found.find((id) => id.doi)?.doi;
  return { ...(arxiv ? { arxiv } : {}), ...(doi ? { doi } : {}) };
}

function textOf(field: unknown): string | undefined {
  const value = isFields(field) ? field.value : field;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function namesOf(field: unknown): string[] {
  const value = isFields(field) ? field.value : field;
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => textOf(isFields(entry) ? entry.fullname : entry) ?? []);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function present<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
