import { detectLocale, type Locale } from '../site/locale.ts';
import { cutAtSymbols, plainFormulas, type Symbols } from './symbols.ts';

/** The language in which a query is asked; none for one of symbols alone, such as `π_ref`, which are the same in both. */
export function queryLanguage(text: string, known: Symbols): Locale | undefined {
  const worded = cutAtSymbols(plainFormulas(text), known).filter(({ text: part, forms }) => !forms && WORD.test(part));
  return worded.length > 0 ? detectLocale(text) : undefined;
}

const WORD = /\p{Script=Han}|\p{Script=Latin}{2}/u;
