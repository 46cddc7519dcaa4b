import type { Keyword } from '../keyword/vocabulary.ts';
import type { Note } from '../note/note.ts';
import { plainTitle } from '../note/note.ts';
import type { PartialDate } from '../note/partial-date.ts';
import { languageTag, type Locale } from './locale.ts';
import type { SiteSettings } from './settings.ts';
import { element, xmlDocument } from './xml.ts';

/** How many notes a feed holds. */
const FEED_SIZE = 50;

/** A note as a feed shows it. Addresses are absolute. */
export interface FeedEntry {
  readonly note: Note;
  readonly url: string;
  /** Where the paper itself is, if that is known. */
  readonly paper: string | undefined;
  readonly picture: string;
  readonly summary: string | undefined;
  readonly keywords: readonly Keyword[];
}

/** A feed in one language. Addresses are absolute. */
export interface Feed {
  readonly site: SiteSettings;
  readonly locale: Locale;
  readonly home: string;
  /** The address of the feed itself. */
  readonly self: string;
  readonly entries: readonly FeedEntry[];
}

/** The notes of a feed: the newest with a date, for feeds have no place for others. */
export function newestNotes(notes: readonly Note[]): Note[] {
  return notes.filter(({ date }) => date !== undefined).slice(0, FEED_SIZE);
}

/** A feed as Atom (RFC 4287). The authors of an entry are those of the paper; the feed has its own. */
export function writeAtom({ site, locale, home, self, entries }: Feed): string {
  const root = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': languageTag(locale) };
  const about = site.description?.[locale];
  return xmlDocument(
    element('feed', root, [
      element('id', {}, home),
      element('title', {}, site.title[locale]),
      ...(about ? [element('subtitle', {}, about)] : []),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: languageTag(locale), href: home }),
      element('author', {}, [element('name', {}, site.author ?? site.title[locale])]),
      element('updated', {}, timestamp(entries[0]?.note.date)),
      ...(site.license ? [element('rights', {}, site.license)] : []),
      ...entries.map((entry) => atomEntry(entry, locale)),
    ]),
  );
}

function atomEntry({ note, url, paper, summary, keywords }: FeedEntry, locale: Locale): string {
  return `\n${element('entry', {}, [
    element('id', {}, url),
    element('title', {}, plainTitle(note, locale)),
    element('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...(paper ? [element('link', { rel: 'related', href: paper })] : []),
    element('published', {}, timestamp(note.date)),
    element('updated', {}, timestamp(note.date)),
    ...note.authors.map((name) => element('author', {}, [element('name', {}, name)])),
    ...keywords.map(({ id, label }) => element('category', { term: id, label: label[locale] })),
    element('summary', {}, summary ?? plainTitle(note, locale)),
  ])}`;
}

/** A feed as JSON Feed, version 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed({ site, locale, home, self, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.title[locale],
    description: site.description?.[locale],
    home_page_url: home,
    feed_url: self,
    language: languageTag(locale),
    authors: site.author ? [{ name: site.author }] : undefined,
    items: entries.map(({ note, url, paper, picture, summary, keywords }) => ({
      id: url,
      url,
      external_url: paper,
      title: plainTitle(note, locale),
      content_text: summary ?? plainTitle(note, locale),
      image: picture,
      date_published: timestamp(note.date),
      authors: note.authors.length > 0 ? note.authors.map((name) => ({ name })) : undefined,
      tags: keywords.map(({ label }) => label[locale]),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}

/** The first moment of a date, as feeds need one (RFC 3339); of no date, that of Unix. */
function timestamp(date: PartialDate | undefined): string {
  return new Date(date ?? 0).toISOString().replace('.000', '');
}
