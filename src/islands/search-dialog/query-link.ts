import { detectLocale, languageTag } from '../../core/site/locale.ts';

/**
 * A link that searches: within a search box it fills the field, opened elsewhere it leads to the search page.
 * @param page The address of the search page.
 * @param text What it says. Default: the query.
 */
export function queryLink(query: string, page: string, text?: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `${page}?q=${encodeURIComponent(query.toWellFormed())}`;
  link.dataset.query = query;
  link.textContent = text ?? query;
  if (text === undefined) link.lang = languageTag(detectLocale(query));
  return link;
}
