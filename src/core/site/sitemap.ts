import type { Catalogue } from '../catalogue/catalogue.ts';
import { languageTag, locales } from './locale.ts';
import { listedPages } from './pages.ts';
import type { SiteUrls } from './urls.ts';
import { element, xmlDocument } from './xml.ts';

/**
 * Every page for search engines, each with its versions in both languages (https://www.sitemaps.org/protocol.html).
 * @param absolute Makes an address of the site absolute.
 */
export function writeSitemap(catalogue: Catalogue, urls: SiteUrls, absolute: (path: string) => string): string {
  const pages = locales.map((locale) => listedPages(catalogue, urls, locale).map(absolute));
  const entries = pages[0]!.flatMap((_, index) => {
    const versions = locales.map((locale, tree) => ({ tag: languageTag(locale), href: pages[tree]![index]! }));
    const alternates = [...versions, { tag: 'x-default', href: versions[0]!.href }].map(({ tag, href }) =>
      element('xhtml:link', { rel: 'alternate', hreflang: tag, href }),
    );
    return versions.map(({ href }) => element('url', {}, [element('loc', {}, href), ...alternates]));
  });
  const namespaces = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9', 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' };
  return xmlDocument(element('urlset', namespaces, entries.length > 0 ? ['\n', entries.join('\n'), '\n'] : []));
}
