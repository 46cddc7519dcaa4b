import type { APIRoute } from 'astro';
import { getCatalogue, renderNote } from '../../catalogue.ts';
import { citationOf } from '../../core/citation/of-note.ts';
import { openingSentence } from '../../core/note/document.ts';
import { newestNotes, writeAtom, writeJsonFeed, type Feed } from '../../core/site/feed.ts';
import { localeParam, locales, type Locale } from '../../core/site/locale.ts';
import { siteUrls, type FeedFormat } from '../../core/site/urls.ts';

const writers: Readonly<Record<FeedFormat, (feed: Feed) => string>> = { xml: writeAtom, json: writeJsonFeed };

export function getStaticPaths() {
  return locales.flatMap((locale) =>
    (['xml', 'json'] as const).map((format) => ({ params: { locale: localeParam(locale), format }, props: { locale, format } })),
  );
}

/** The newest notes as Atom or JSON Feed. */
export const GET: APIRoute<{ locale: Locale; format: FeedFormat }> = async ({ props: { locale, format }, site }) => {
  const catalogue = await getCatalogue();
  const urls = siteUrls(import.meta.env.BASE_URL);
  const absolute = (path: string) => new URL(path, site).href;
  const entries = newestNotes(catalogue.notes).map((note) => ({
    note,
    url: absolute(urls.note(note.id, locale)),
    paper: citationOf(note, catalogue).URL,
    picture: absolute(urls.card(note.id)),
    summary: openingSentence(renderNote(note), locale),
    keywords: note.keywords.map(catalogue.keyword),
  }));
  const place = { home: absolute(urls.home(locale)), self: absolute(urls.feed(locale, format)) };
  return new Response(writers[format]({ site: catalogue.site, locale, entries, ...place }));
};
