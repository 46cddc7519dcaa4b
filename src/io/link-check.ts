import { identifyAddress } from '../core/import/web-address.ts';
import type { NoteDocument } from '../core/note/document.ts';
import { readPlace, type LinkedPlace } from '../core/note/place-links.ts';
import type { NoteMetadata } from '../core/note/schema.ts';
import type { Problem } from '../core/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import type { NoteBody } from '../markdown/note-document.ts';
import { linksOf } from '../markdown/note-links.ts';

/** A note’s body and the sections of its page. */
export interface LinkingNote extends NoteBody {
  readonly id: string;
  /** The ids that an address can name behind its `#`. */
  readonly sections: ReadonlySet<string>;
}

/** The ids of everything that a note can link to. */
export interface LinkTargets {
  readonly notes: ReadonlySet<string>;
  readonly lists: ReadonlySet<string>;
  readonly keywords: ReadonlySet<string>;
}

type Finding = Pick<Problem, 'rule' | 'message' | 'hint'>;

/** Links in notes that lead nowhere: to notes, lists, terms, sections or files that do not exist, and addresses that cannot be right. */
export function checkLinks(notes: readonly LinkingNote[], targets: LinkTargets): Problem[] {
  const sections = new Map(notes.map((note) => [note.id, note.sections]));
  return notes.flatMap((note) =>
    linksOf(note).flatMap(({ url, line, column }) => {
      const found = findingOf(url, note.id, { targets, sections });
      return found ? [{ ...found, file: note.file, line, column }] : [];
    }),
  );
}

interface Surroundings {
  readonly targets: LinkTargets;
  readonly sections: ReadonlyMap<string, ReadonlySet<string>>;
}

function findingOf(url: string, id: string, { targets, sections }: Surroundings): Finding | undefined {
  if (/^#page=\d+$/.test(url) || url === '') return undefined;
  if (url.startsWith('#')) return missingSection(url, sections.get(id));
  if (/^https?:/i.test(url)) return malformed(url);
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return undefined;
  const place = readPlace(url);
  if (!place) return broken(`“${shorten(url)}” leads to no page of the site.`, adviceFor(url));
  return missingTarget(place, targets) ?? (place.kind === 'note' ? missingSection(place.fragment, sections.get(place.id)) : undefined);
}

const KINDS: Readonly<Record<LinkedPlace['kind'], { readonly ids: keyof LinkTargets; readonly what: string }>> = {
  note: { ids: 'notes', what: 'note' },
  list: { ids: 'lists', what: 'reading list' },
  keyword: { ids: 'keywords', what: 'term' },
};

function missingTarget({ kind, id: encoded }: LinkedPlace, targets: LinkTargets): Finding | undefined {
  const id = decoded(encoded);
  const { ids, what } = KINDS[kind];
  if (targets[ids].has(id)) return undefined;
  const near = nearest(id, targets[ids]);
  return broken(
    `There is no ${what} “${id}” to link to.`,
    near ? `Did you mean “${near}”?` : 'Write its id, or take the link off its words.',
  );
}

function missingSection(fragment: string, ids: ReadonlySet<string> | undefined): Finding | undefined {
  const id = decoded(fragment.replace(/^#/, ''));
  if (id === '' || /^page=\d+$/.test(id) || !ids || ids.has(id)) return undefined;
  const near = nearest(id, ids);
  return broken(
    `No section has the address “#${id}”.`,
    near ? `Did you mean “#${near}”?` : `There are ${[...ids].map((known) => `#${known}`).join(', ')}.`,
  );
}

/** The sections of a note’s page that an address can name. */
export function sectionIds({ abstract, keyPoints, sections }: NoteDocument, { objective }: Pick<NoteMetadata, 'objective'>): Set<string> {
  const own = [
    ...(abstract ? ['abstract'] : []),
    ...((keyPoints.en ?? keyPoints.zh) ? ['key-points'] : []),
    ...(objective ? ['objective'] : []),
  ];
  return new Set([...own, ...sections.map(({ id }) => id), 'related', 'lists', 'cite']);
}

function malformed(url: string): Finding | undefined {
  const fault = faultOf(url);
  return fault === undefined
    ? undefined
    : {
        rule: 'note/malformed-link',
        message: `“${shorten(url)}” ${fault}.`,
        hint: 'Open it in a browser, and copy the address from there.',
      };
}

function faultOf(url: string): string | undefined {
  if (!URL.canParse(url) || !/^https?:\/\/[^/]/i.test(url)) return 'is no web address';
  const { hostname, pathname } = new URL(url);
  if (!/[.:]/.test(hostname) && hostname !== 'localhost') return 'names no host';
  if (/https?:\/?\/?/i.test(hostname) || /^\/+https?:/i.test(pathname)) return 'is two addresses in one';
  if (/(?:^|\.)arxiv\.org$/.test(hostname) && /^\/(?:abs|pdf)\//.test(pathname) && !identifyAddress(url)?.arxiv)
    return 'has an id that arXiv cannot know';
  return undefined;
}

function adviceFor(url: string): string {
  const id = /^\/(?:.*\/)?papers\/([^/#]+)\/?(?:#.*)?$/.exec(url)?.[1];
  if (/^(?:www\.|[\w-]+\.(?:com|org|net|io|edu|cn|ai)\b)/i.test(url)) return `Write it in full: https://${url}.`;
  if (/\.pdf(?:#.*)?$/i.test(url)) return 'Name the PDF under links.pdf, and cite its pages as [p. 4](#page=4).';
  if (id !== undefined) return `Write ${id}.md, which leads to the note in the reader’s language.`;
  return 'Link to a note as other-note.md, to a list as ../lists/id.yaml, to a term as ../keywords.yaml#id, or to a whole web address.';
}

function broken(message: string, hint: string): Finding {
  return { rule: 'note/broken-link', message, hint };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shorten(url: string): string {
  return url.length > 60 ? `${url.slice(0, 60)}…` : url;
}
