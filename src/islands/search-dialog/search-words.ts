import type { RecordPart } from '../../core/search/record.ts';
import type { Locale } from '../../core/site/locale.ts';

/** What SearchBox.astro says in the page's language. Braces are places to fill. */
export interface SearchWords {
  readonly none: string;
  readonly one: string;
  readonly many: string;
  readonly first: string;
  readonly unmet: string;
  readonly pdfsFailed: string;
  readonly nearest: string;
  readonly unfilter: string;
  readonly unconditional: string;
  readonly submitted: string;
  readonly preprint: string;
  readonly foundIn: string;
  /** What stands before a question that a result answers, with the space that its language puts there. */
  readonly answers: string;
  readonly translated: string;
  readonly related: string;
  /** How a page of a PDF is named, with `{page}` in its place. */
  readonly pdfPage: string;
  readonly parts: Readonly<Record<RecordPart, string>>;
}

/** What a result needs from the page. */
export interface ResultWords {
  readonly base: string;
  readonly locale: Locale;
  /** How a submission is named, with `{venue}` in its place. */
  readonly submitted: string;
  readonly preprint: string;
  /** How a result says where it matched; without these words it does not. */
  readonly matched?: Pick<SearchWords, 'foundIn' | 'answers' | 'translated' | 'related' | 'pdfPage' | 'parts'>;
}

/** The words of a search box. */
export function searchWords(box: HTMLElement): SearchWords {
  // SearchBox.astro wrote them from the same type.
  return JSON.parse(box.dataset.words!) as SearchWords;
}

/** The words that the results of a search box need. */
export function resultWords(box: HTMLElement): ResultWords {
  const words = searchWords(box);
  const { submitted, preprint } = words;
  return { base: box.dataset.base!, locale: box.dataset.locale === 'zh' ? 'zh' : 'en', submitted, preprint, matched: words };
}
