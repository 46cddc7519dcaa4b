import { authorsInShort } from '../../core/note/people.ts';
import { excerptOf, markPassage, type MarkedText } from '../../core/search/present.ts';
import { languageTag, type Locale } from '../../core/site/locale.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { FoundRecord } from './search-engine.ts';

/** What a result needs from the page. */
export interface ResultWords {
  readonly base: string;
  readonly locale: Locale;
  /** How a submission is named, with `{venue}` in its place. */
  readonly submitted: string;
  readonly preprint: string;
}

/** A result as a list item: titles, a line of facts and the passage that matches best. */
export function renderResult({ note, record }: FoundRecord, matches: readonly (readonly number[])[], words: ResultWords): HTMLElement {
  const item = element('li', 'result');
  item.dataset.paper = note;
  const found = new Set(matches.flat());
  const titles = [record.title, record.titleZh].filter(({ tokens }) => tokens.length > 0);
  if (words.locale === 'zh') titles.reverse();
  const [first, second] = titles.map((passage) => markPassage(passage, found));
  const link = element('a', 'title');
  link.href = siteUrls(words.base).note(note, words.locale);
  if (first) fill(link, first);
  item.append(link);
  if (second) item.append(fill(element('p', 'second'), second));
  const facts = element('p', 'facts');
  facts.textContent = [authorsInShort(record.authors, words.locale), standing(record, words)].filter(Boolean).join(' · ');
  item.append(facts);
  const excerpt = excerptOf(record, matches, words.locale);
  if (excerpt) item.append(fill(element('p', 'excerpt'), excerpt));
  return item;
}

function standing({ status, venue, year }: FoundRecord['record'], { submitted, preprint }: ResultWords): string {
  if (!venue) return [preprint, year].filter(Boolean).join(' · ');
  const place = status === 'submitted' ? fillTemplate(submitted, { venue }) : venue;
  return /\d{4}/.test(venue) || year === '' ? place : `${place} · ${year}`;
}

/** An element with a class. */
export function element<K extends 'li' | 'p' | 'a' | 'ol'>(name: K, className: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** Puts a text into an element, in its language, its matches marked. */
export function fill<T extends HTMLElement>(target: T, { locale, pieces }: MarkedText): T {
  target.lang = languageTag(locale);
  for (const { text, marked } of pieces) {
    if (!marked) target.append(text);
    else target.append(Object.assign(document.createElement('mark'), { textContent: text }));
  }
  return target;
}
