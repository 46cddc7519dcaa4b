import { outwardLinks } from '../note/links.ts';
import type { Note } from '../note/note.ts';
import { richTextToText } from '../text/rich-text.ts';
import type { CslItem, CslName } from './csl.ts';

/** The page on which a note stands. Addresses are absolute. */
export interface NotePage {
  readonly url: string;
  readonly title: string;
  /** Its language as a BCP 47 tag. */
  readonly language: string;
  readonly description: string | undefined;
  readonly picture: string;
  readonly site: { readonly name: string; readonly url: string; readonly license: string | undefined };
  /** The address of the PDF, if the site holds it. */
  readonly pdf: string | undefined;
}

/**
 * A note's page in the terms of schema.org, as JSON-LD: a page that is about a scholarly article, which has its own
 * authors, venue and addresses. The page claims to be neither.
 */
export function structuredData(note: Note, item: CslItem, page: NotePage): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': page.url,
    url: page.url,
    name: page.title,
    description: page.description,
    inLanguage: page.language,
    image: page.picture,
    license: page.site.license && `https://spdx.org/licenses/${page.site.license}`,
    isPartOf: { '@type': 'WebSite', '@id': page.site.url, name: page.site.name, url: page.site.url },
    about: article(note, item, page.pdf),
  };
}

function article(note: Note, item: CslItem, pdf: string | undefined): object {
  const names = [note.titleZh && richTextToText(note.titleZh), item['title-short'], ...note.alternativeTitles].filter(Boolean);
  const addresses = outwardLinks(note).filter(({ kind }) => kind === 'arxiv' || kind === 'openreview' || kind === 'doi');
  return {
    '@type': 'ScholarlyArticle',
    '@id': item.URL,
    name: item.title,
    alternateName: names.length > 0 ? names : undefined,
    author: item.author?.map(person),
    datePublished: item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('-'),
    inLanguage: item.language,
    keywords: item.keyword,
    publication: item['container-title'] && { '@type': 'PublicationEvent', name: item['container-title'] },
    creativeWorkStatus: item.type === 'article' ? (item.note ?? 'Preprint') : undefined,
    sameAs: addresses.length > 0 ? addresses.map(({ url }) => url) : undefined,
    encoding: pdf && { '@type': 'MediaObject', contentUrl: pdf, encodingFormat: 'application/pdf' },
  };
}

function person(name: CslName): object {
  if (!('family' in name)) return { '@type': 'Person', name: name.literal };
  const { family, given } = name;
  const isHan = /^\p{Script=Han}+$/u.test(family);
  return { '@type': 'Person', name: isHan ? family + given : `${given} ${family}`, familyName: family, givenName: given };
}

/** JSON as the content of a `script` element, which no text in it can close. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
