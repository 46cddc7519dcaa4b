import { fold } from '../../core/annotation/folding.ts';
import { locate, searchablePage } from '../../core/annotation/locate.ts';
import type { TextQuote } from '../../core/annotation/mark.ts';
import type { FindRequest, Occurrence } from './find-controller.ts';
import type { PageTexts } from './page-texts.ts';

/** Where the words of a quote stand in the file at hand, and how pdf.js finds them there. */
export interface FoundQuote {
  readonly request: FindRequest;
  readonly place: Occurrence;
}

/**
 * Looks up the words that an address quotes, even if the file changed since.
 * @param near The page on which they once stood, counted from 1.
 * @returns undefined if nothing in the file is near enough.
 */
export async function findQuote(quote: TextQuote, texts: PageTexts, near: number): Promise<FoundQuote | undefined> {
  const pages = (await texts.all()).map(searchablePage);
  const location = locate({ page: near, start: 0, end: 0, quote }, pages);
  if (!location) return undefined;
  const { text } = pages[location.page - 1]!;
  const query = text.slice(location.start, location.end);
  const request = { query, caseSensitive: true, entireWord: false, matchDiacritics: false };
  return { request, place: { page: location.page, index: countBefore(text, query, location.start) } };
}

/** How often words stand on a page before a place, however their lines are broken. */
function countBefore(text: string, words: string, end: number): number {
  return fold(text.slice(0, end)).text.split(fold(words).text).length - 1;
}
