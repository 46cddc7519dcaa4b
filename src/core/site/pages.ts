import type { Catalogue } from '../catalogue/catalogue.ts';
import { furtherPages } from '../catalogue/paging.ts';
import type { Locale } from './locale.ts';
import type { SiteUrls } from './urls.ts';

/** The addresses of every page in one language that search engines may list; the readers of PDFs are not among them. */
export function listedPages(catalogue: Catalogue, urls: SiteUrls, locale: Locale): string[] {
  const { notes, keywords, lists, notesWith } = catalogue;
  return [
    ...allPages(notes).map((page) => urls.home(locale, page)),
    ...notes.map(({ id }) => urls.note(id, locale)),
    ...(notes.some(({ objective }) => objective) ? [urls.objectives(locale)] : []),
    urls.keywords(locale),
    ...keywords.flatMap(({ id }) => allPages(notesWith(id)).map((page) => urls.keyword(id, locale, page))),
    urls.lists(locale),
    ...lists.map(({ list }) => urls.list(list.id, locale)),
    urls.search(locale),
  ];
}

function allPages(items: readonly unknown[]): number[] {
  return [1, ...furtherPages(items)];
}
