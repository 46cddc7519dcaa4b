import type { Locale } from '../site/locale.ts';
import type { SiteUrls } from '../site/urls.ts';
import { isNoteId } from './id.ts';

/** A place of the collection, as one note links to it in Markdown that reads well on GitHub too. */
export type LinkedPlace =
  | { readonly kind: 'note'; readonly id: string; readonly fragment: string }
  | { readonly kind: 'list'; readonly id: string; readonly fragment: string }
  | { readonly kind: 'keyword'; readonly id: string; readonly fragment: '' };

/**
 * What a relative address in a note means: `simpo.md` is another note, `../lists/daily.yaml` a reading list and
 * `../keywords.yaml#dpo` a term. Undefined for every other address.
 */
export function readPlace(address: string): LinkedPlace | undefined {
  const [, path = '', fragment = ''] = /^([^#?]*)(#.*)?$/.exec(address) ?? [];
  const note = /^(?:\.\/|\.\.\/notes\/)?([^/]+)\.md$/i.exec(path)?.[1]?.toLowerCase();
  if (note !== undefined && isNoteId(note)) return { kind: 'note', id: note, fragment };
  const list = /^\.\.\/lists\/([^/]+)\.ya?ml$/.exec(path)?.[1];
  if (list !== undefined) return { kind: 'list', id: list, fragment };
  return path === '../keywords.yaml' && fragment.length > 1 ? { kind: 'keyword', id: fragment.slice(1), fragment: '' } : undefined;
}

/** Points the links in a piece of a note’s HTML to where they lead on one page. */
export type PlaceLinker = (html: string) => string;

/** The page on which links of a note stand. */
export interface LinkContext {
  /** Where a cited page is shown; empty on the reader's own page. */
  readonly reader: string;
  readonly urls: SiteUrls;
  readonly locale: Locale;
}

/**
 * Points page citations, written `[p. 4](#page=4)`, to where the PDF is read, and links to notes, lists and terms to their
 * pages in the language of the page.
 * @param html HTML that the Markdown pipeline made.
 */
export function linkPlaces(html: string, { reader, urls, locale }: LinkContext): string {
  return html
    .replaceAll('<a href="#page=', `<a data-page-link href="${reader}#page=`)
    .replace(/<a href="(\.{1,2}\/[^"]*|[^"/:#]+\.md(?:#[^"]*)?)"/gi, (link, address: string) => {
      const place = readPlace(address);
      return place ? `<a href="${urls[place.kind](place.id, locale)}${place.fragment}"` : link;
    });
}
