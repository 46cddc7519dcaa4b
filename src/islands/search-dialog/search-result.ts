import { authorsInShort } from '../../core/note/people.ts';
import { excerptOf, markPassage, matchedParts, type Excerpt, type MarkedText } from '../../core/search/present.ts';
import type { RecordPart } from '../../core/search/record.ts';
import { relatedWords, type RelatedWord } from '../../core/search/related-words.ts';
import { closeUp } from '../../core/search/segment.ts';
import { detectLocale, languageTag } from '../../core/site/locale.ts';
import { siteUrls } from '../../core/site/urls.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { Found, FoundRecord } from './search-engine.ts';
import type { ResultWords } from './search-words.ts';

/** How a result was found. */
type Matched = Pick<Found, 'matches' | 'translated' | 'related' | 'asked'>;

/** A result as a list item: titles, a line of facts, the passage that matches best and where else it matches. */
export function renderResult({ note, record }: FoundRecord, found: Matched, words: ResultWords): HTMLElement {
  const item = element('li', 'result');
  item.dataset.paper = note;
  const related = relatedWords(record, found.related);
  const matches = [...found.matches, ...related.map(({ tokens }) => tokens)];
  const marked = new Set(matches.flat());
  const titles = [record.title, record.titleZh].filter(({ tokens }) => tokens.length > 0);
  if (words.locale === 'zh') titles.reverse();
  const [first, second] = titles.map((passage) => markPassage(passage, marked));
  const link = element('a', 'title');
  link.href = siteUrls(words.base).note(note, words.locale);
  if (first) fill(link, first);
  item.append(link);
  if (second) item.append(fill(element('p', 'second'), second));
  const facts = element('p', 'facts');
  facts.textContent = [authorsInShort(record.authors, words.locale), standing(record, words)].filter(Boolean).join(' · ');
  item.append(facts);
  const excerpt = excerptOf(record, matches, { reader: words.locale, asked: found.asked });
  if (excerpt) item.append(renderExcerpt(excerpt, words));
  const reasons = words.matched ? reasonsFor(matchedParts(record, matches), { ...found, related }, words.matched) : [];
  if (reasons.length > 0) item.append(element('p', 'why', ...reasons));
  return item;
}

/** The passage that matches best; of a question it is said that the paper answers it. */
function renderExcerpt(excerpt: Excerpt, { matched, locale }: ResultWords): HTMLElement {
  const passage = fill(element('p', 'excerpt'), excerpt);
  if (excerpt.part === 'questions' && matched)
    passage.prepend(Object.assign(element('span', 'answers', matched.answers), { lang: languageTag(locale) }));
  return passage;
}

/** Why a result was found: the parts of the note that match, the terms that matched in translation, and words that mean about the same. */
function reasonsFor(
  parts: readonly RecordPart[],
  { translated, related }: Pick<Found, 'translated'> & { readonly related: readonly RelatedWord[] },
  words: NonNullable<ResultWords['matched']>,
): HTMLElement[] {
  const labels = parts.map((part) => words.parts[part]).join(' · ');
  const where = labels === '' ? [] : [element('span', 'where', fillTemplate(words.foundIn, { parts: labels }))];
  return [
    ...where,
    ...translated.map(({ from, to }) => pairOf(words.translated, [from, '→', closeUp(to)])),
    ...related.map(({ from, to }) => pairOf(words.related, [from, '≈', to])),
  ];
}

/** Two words and how they stand to each other, which the label says where the sign is not seen. */
function pairOf(label: string, [from, sign, to]: readonly [string, string, string]): HTMLElement {
  return element('span', 'pair', element('span', 'visually-hidden', `${label} `), termOf(from), ` ${sign} `, termOf(to));
}

function termOf(text: string): HTMLElement {
  return Object.assign(element('span', 'term', text), { lang: languageTag(detectLocale(text)) });
}

function standing({ status, venue, year }: FoundRecord['record'], { submitted, preprint }: ResultWords): string {
  if (!venue) return [preprint, year].filter(Boolean).join(' · ');
  const place = status === 'submitted' ? fillTemplate(submitted, { venue }) : venue;
  return /\d{4}/.test(venue) || year === '' ? place : `${place} · ${year}`;
}

type Name = 'li' | 'p' | 'a' | 'ol' | 'span';

/** An element with a class. */
export function element<K extends Name>(name: K, className: string, ...content: readonly (string | Node)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.append(...content);
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
