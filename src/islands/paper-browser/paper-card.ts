import type { CollectionRecords, PaperRecord } from '../../core/catalogue/record.ts';
import { formatPartialDate, type PartialDate } from '../../core/note/partial-date.ts';
import { venueLabel, type VenueWords } from '../../core/note/venue.ts';
import { languageTag, type Locale } from '../../core/site/locale.ts';
import type { SiteUrls } from '../../core/site/urls.ts';

/** How many keywords a paper in a list shows, as on the server. */
const KEYWORDS_SHOWN = 5;

/** What filling a card needs to know of the page. */
export interface CardContext {
  readonly template: HTMLTemplateElement;
  readonly keywords: CollectionRecords['keywords'];
  readonly locale: Locale;
  readonly urls: SiteUrls;
  readonly words: VenueWords;
}

/** A paper as it stands in a list, made from the page's empty one. */
export function createCard(paper: PaperRecord, { template, keywords, locale, urls, words }: CardContext): HTMLElement {
  const fragment = template.content.cloneNode(true) as DocumentFragment;
  const part = <E extends HTMLElement>(selector: string) => fragment.querySelector<E>(selector)!;
  const [own, zh] = paper.titles;
  const isZh = locale === 'zh' && zh !== '';
  const link = part<HTMLAnchorElement>('h3 a');
  link.href = urls.note(paper.id, locale);
  setText(link, isZh ? zh : own, isZh ? 'zh' : 'en');
  setText(part('.second'), isZh ? own : locale === 'en' ? zh : '', isZh ? 'en' : 'zh');
  part('.by').textContent = paper.authors[locale === 'en' ? 0 : 1];
  part('.venue').textContent = venueLabel({ venue: paper.venue, status: paper.submitted ? 'submitted' : 'published' }, words);
  fillDate(part<HTMLTimeElement>('time'), paper.date, locale);
  fillPdf(part<HTMLAnchorElement>('.has-pdf'), paper.pdf, urls.reader(paper.id, locale));
  part('.chips').append(
    ...paper.keywords.slice(0, KEYWORDS_SHOWN).map((id) => chip(keywords[id]?.[locale === 'en' ? 0 : 1] ?? id, urls.keyword(id, locale))),
  );
  const card = part('.paper');
  card.dataset.id = paper.id;
  return card;
}

function setText(element: HTMLElement, text: string, locale: Locale): void {
  element.textContent = text;
  element.lang = languageTag(locale);
  element.hidden = text === '';
}

function fillDate(element: HTMLTimeElement, date: string, locale: Locale): void {
  element.hidden = date === '';
  element.dateTime = date;
  // Records hold dates that the schema has checked.
  if (date !== '') element.textContent = formatPartialDate(date as PartialDate, locale);
}

function fillPdf(link: HTMLAnchorElement, isThere: boolean, href: string): void {
  if (isThere) link.href = href;
  else link.remove();
}

function chip(label: string, href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.className = 'chip';
  link.href = href;
  link.textContent = label;
  return link;
}
