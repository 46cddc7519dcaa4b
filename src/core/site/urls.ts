import { defaultLocale, type Locale } from './locale.ts';

/** The formats in which a single paper can be downloaded. */
export const exportFormats = ['bib', 'ris', 'json', 'md'] as const;

/** A download format: BibTeX, RIS, CSL-JSON or the note's own Markdown. */
export type ExportFormat = (typeof exportFormats)[number];

/** Every address of the site below its origin, each beginning with the base path. */
export interface SiteUrls {
  /** The base path with slashes at both ends: `/` or `/repo/`. */
  readonly base: string;
  /** The home page, or one of its further pages when the collection is long (`page` counts from 1). */
  home(locale: Locale, page?: number): string;
  /** A note's page. */
  note(id: string, locale: Locale): string;
  /** The reader of a paper's PDF, optionally at a page counted from 1. */
  reader(id: string, locale: Locale, page?: number): string;
  /** The local PDF of a paper; it stands beside the note so that both share a folder. */
  pdf(id: string): string;
  /** A picture of the first page of that PDF. */
  poster(id: string): string;
  /** The texts of the pages of that PDF, to find words in. */
  texts(id: string): string;
  /** A paper's record in another program's format. */
  export(id: string, format: ExportFormat): string;
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
    reader: (id, locale, page) => `${urls.note(id, locale)}read/${page ? `#page=${page}` : ''}`,
    pdf: (id) => `${root}papers/${id}/${id}.pdf`,
    poster: (id) => `${root}papers/${id}/${id}.webp`,
    texts: (id) => `${root}papers/${id}/${id}.text.json`,
    export: (id, format) => `${root}papers/${id}.${format}`,
    keywords: (locale) => `${tree(locale)}keywords/`,
    keyword: (id, locale, page) => paged(`${tree(locale)}keywords/${id}/`, page),
    objectives: (locale) => `${tree(locale)}objectives/`,
    lists: (locale) => `${tree(locale)}lists/`,
    list: (id, locale) => `${tree(locale)}lists/${id}/`,
    search: (locale, query) => `${tree(locale)}search/${query ? `?q=${encodeURIComponent(query)}` : ''}`,
    records: () => `${root}records.json`,
    searchIndex: () => `${root}pagefind/`,
    pdfjs: () => `${root}pdfjs/`,
    asset: (path) => `${root}${path}`,
  };
  return urls;
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
