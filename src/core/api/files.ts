import type { Catalogue, ListEntry } from '../catalogue/catalogue.ts';
import type { Keyword } from '../keyword/vocabulary.ts';
import { outwardLinks } from '../note/links.ts';
import type { Note } from '../note/note.ts';
import type { Locale } from '../site/locale.ts';
import { paperFormats, type ApiName, type SiteUrls } from '../site/urls.ts';
import { parseRichText, richTextToText } from '../text/rich-text.ts';
import { API_VERSION, type ApiFile } from './schema.ts';

/** Where the files' addresses begin. */
export interface ApiPlace {
  readonly urls: SiteUrls;
  /** Makes an address of the site absolute. */
  absolute(path: string): string;
}

/** The content of each file for programs. */
export const apiFiles: { readonly [Name in ApiName]: (catalogue: Catalogue, place: ApiPlace) => ApiFile<Name> } = {
  notes: (catalogue, place) => ({ version: API_VERSION, notes: catalogue.notes.map((note) => noteEntry(note, catalogue, place)) }),
  keywords: (catalogue, place) => ({
    version: API_VERSION,
    keywords: catalogue.keywords.map((keyword) => keywordEntry(keyword, catalogue, place)),
  }),
  lists: ({ lists }, place) => ({ version: API_VERSION, lists: lists.map((entry) => listEntry(entry, place)) }),
};

function noteEntry(note: Note, catalogue: Catalogue, place: ApiPlace): ApiFile<'notes'>['notes'][number] {
  const { urls, absolute } = place;
  const { id, authors, date, venue, status, keywords, relations, questions } = note;
  const files = paperFormats.map((format): [string, string] => [format, absolute(urls.export(id, format))]);
  return {
    id,
    title: richTextToText(note.title),
    titleZh: note.titleZh && richTextToText(note.titleZh),
    shortTitle: note.shortTitle && plain(note.shortTitle),
    alternativeTitles: note.alternativeTitles.map(plain),
    authors,
    date,
    venue,
    status,
    keywords: [...keywords],
    lists: catalogue.listsOf(id).map(({ list }) => list.id),
    links: outwardLinks(note),
    relations,
    abstractSource: note.abstractSource,
    objective: note.objective?.formula,
    questions,
    pages: pagesOf((locale) => urls.note(id, locale), place),
    files: Object.fromEntries([...files, ...(note.hasPdf ? [['pdf', absolute(urls.pdf(id))]] : [])]),
  };
}

function keywordEntry(
  { id, label, aliases, gloss, broader, known }: Keyword,
  catalogue: Catalogue,
  place: ApiPlace,
): ApiFile<'keywords'>['keywords'][number] {
  const notes = catalogue.notesWith(id).map((note) => note.id);
  const pages = pagesOf((locale) => place.urls.keyword(id, locale), place);
  return { id, label, aliases: [...aliases], gloss, broader, known, notes, pages };
}

function listEntry({ list, notes }: ListEntry, place: ApiPlace): ApiFile<'lists'>['lists'][number] {
  const dates = new Map(list.notes.map(({ note, date }) => [note, date]));
  return {
    id: list.id,
    title: list.title,
    description: list.description,
    source: list.source,
    notes: notes.map(({ id }) => ({ id, date: dates.get(id) })),
    pages: pagesOf((locale) => place.urls.list(list.id, locale), place),
  };
}

function pagesOf(address: (locale: Locale) => string, { absolute }: ApiPlace): { en: string; zh: string } {
  return { en: absolute(address('en')), zh: absolute(address('zh')) };
}

function plain(source: string): string {
  return richTextToText(parseRichText(source));
}
