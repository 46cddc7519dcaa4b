import { defaultLocale, type Locale } from './locale.ts';

/** The formats in which papers can be downloaded. */
export const exportFormats = ['bib', 'ris', 'json', 'apa.txt', 'gbt.txt', 'md'] as const;

/**
 * A download format: BibTeX, RIS, CSL-JSON, references in a style, or Markdown, which for one paper is its note and for
 * several a list of links. It is also the ending of the file's name.
 */
export type ExportFormat = (typeof exportFormats)[number];

/** The formats of a single paper: those of several, and a link in Markdown. */
export const paperFormats = [...exportFormats, 'link.md'] as const;

/** A download format of a single paper. */
export type PaperFormat = (typeof paperFormats)[number];

/** The size of a picture that stands for a page, in pixels: what the networks that show it ask for. */
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The feeds of the newest notes. */
export type FeedFormat = 'xml' | 'json';

/** The files of the public interface for programs. */
export const apiNames = ['notes', 'keywords', 'lists'] as const;

/** A file of the public interface for programs. */
export type ApiName = (typeof apiNames)[number];

/** A place in a PDF that the reader opens at. */
export interface ReaderPlace {
  /** Counted from 1. */
  readonly page: number;
  /** What to mark there, as it stands in the text. Default: nothing. */
  readonly search?: string;
}

/** Every address of the site below its origin, each beginning with the base path. */
export interface SiteUrls {
  /** The base path with slashes at both ends: `/` or `/repo/`. */
  readonly base: string;
  /** The home page, or one of its further pages when the collection is long (`page` counts from 1). */
  home(locale: Locale, page?: number): string;
  /** A note's page. */
  note(id: string, locale: Locale): string;
  /** The reader of a paper's PDF, optionally at a page counted from 1, or at one with a phrase marked. */
  reader(id: string, locale: Locale, place?: number | ReaderPlace): string;
  /** The local PDF of a paper; it stands beside the note so that both share a folder. */
  pdf(id: string): string;
  /** A picture of the first page of that PDF. */
  poster(id: string): string;
  /** The texts of the pages of that PDF, to find words in. */
  texts(id: string): string;
  /** A paper's record in another program's format. */
  export(id: string, format: PaperFormat): string;
  /** The records of all papers. */
  exportAll(format: ExportFormat): string;
  /** The records of a reading list's papers, in its order. */
  exportList(id: string, format: ExportFormat): string;
  /** The picture that stands for a note, or without an id for the site, where its address is shared. */
  card(id?: string): string;
  /** The newest notes as Atom (`xml`) or JSON Feed. */
  feed(locale: Locale, format: FeedFormat): string;
  /** A file for programs, described by its schema. */
  api(name: ApiName): string;
  /** The JSON Schema of a file for programs. */
  apiSchema(name: ApiName): string;
  /** Every page for search engines. */
  sitemap(): string;
  /** What the site holds, for language models. */
  llms(): string;
  /** The bilingual glossary. */
  keywords(locale: Locale): string;
  /** A keyword's page, or one of its further pages. */
  keyword(id: string, locale: Locale, page?: number): string;
  /** The objectives of all methods in one notation; a note's stands at `#<id>`. */
  objectives(locale: Locale): string;
  /** The overview of the reading lists. */
  lists(locale: Locale): string;
  /** A reading list. */
  list(id: string, locale: Locale): string;
  /** The search page, optionally with a query. */
  search(locale: Locale, query?: string): string;
  /** The compact records that the home page's filters load when a reader reaches for them. */
  records(): string;
  /** The folder of the search index. */
  searchIndex(): string;
  /** The folder of the search index of the pages inside PDFs. It exists only if there are any. */
  pdfSearchIndex(): string;
  /** The folder of pdf.js's character maps, fonts and decoders. */
  pdfjs(): string;
  /** A file of `public/`. */
  asset(path: string): string;
}

/**
 * The addresses of a site that is served below `base`.
 * @param base The base path; slashes at its ends are optional.
 */
export function siteUrls(base: string): SiteUrls {
  const root = normalizeBase(base);
  const tree = (locale: Locale) => (locale === defaultLocale ? root : `${root}${locale}/`);
  const paged = (folder: string, page = 1) => (page > 1 ? `${folder}page/${page}/` : folder);
  const urls: SiteUrls = {
    base: root,
    home: (locale, page) => paged(tree(locale), page),
    note: (id, locale) => `${tree(locale)}papers/${id}/`,
    reader: (id, locale, place) => `${urls.note(id, locale)}read/${place ? readerFragment(place) : ''}`,
    pdf: (id) => `${root}papers/${id}/${id}.pdf`,
    poster: (id) => `${root}papers/${id}/${id}.webp`,
    texts: (id) => `${root}papers/${id}/${id}.text.json`,
    export: (id, format) => `${root}papers/${id}.${format}`,
    exportAll: (format) => `${root}papers.${format}`,
    exportList: (id, format) => `${root}lists/${id}.${format}`,
    card: (id) => (id === undefined ? `${root}card.png` : `${root}papers/${id}/card.png`),
    feed: (locale, format) => `${tree(locale)}feed.${format}`,
    api: (name) => `${root}api/${name}.json`,
    apiSchema: (name) => `${root}api/${name}.schema.json`,
    sitemap: () => `${root}sitemap.xml`,
    llms: () => `${root}llms.txt`,
    keywords: (locale) => `${tree(locale)}keywords/`,
    keyword: (id, locale, page) => paged(`${tree(locale)}keywords/${id}/`, page),
    objectives: (locale) => `${tree(locale)}objectives/`,
    lists: (locale) => `${tree(locale)}lists/`,
    list: (id, locale) => `${tree(locale)}lists/${id}/`,
    search: (locale, query) => `${tree(locale)}search/${query ? `?q=${encodeURIComponent(query)}` : ''}`,
    records: () => `${root}records.json`,
    searchIndex: () => `${root}pagefind/`,
    pdfSearchIndex: () => `${root}pagefind-pdf/`,
    pdfjs: () => `${root}pdfjs/`,
    asset: (path) => `${root}${path}`,
  };
  return urls;
}

/** The parameters that a PDF viewer understands behind the `#`. */
function readerFragment(place: number | ReaderPlace): string {
  const { page, search = '' } = typeof place === 'number' ? { page: place } : place;
  const marked = search === '' ? '' : `&search=${encodeURIComponent(search.toWellFormed())}&phrase=true`;
  return `#page=${page}${marked}`;
}

/**
 * A base path with exactly one slash at each end.
 * @example normalizeBase('repo') // '/repo/'
 */
export function normalizeBase(base: string): string {
  const inner = base.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}

/** The same page in the other language: `/repo/papers/x/` and `/repo/zh/papers/x/` are twins. */
export function twinPath(path: string, base: string, to: Locale): string {
  const root = normalizeBase(base);
  const rest = path.slice(root.length).replace(/^zh(\/|$)/, '');
  return to === defaultLocale ? root + rest : `${root}${to}/${rest}`;
}
