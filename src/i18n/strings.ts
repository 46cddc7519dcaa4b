import type { Locale } from '../core/site/locale.ts';
import { en, type Strings } from './en.ts';
import { zh } from './zh.ts';

const strings: Readonly<Record<Locale, Strings>> = { en, zh };

/** The interface's strings in a language, by key; some take values. */
export function stringsFor(locale: Locale): Strings {
  return strings[locale];
}
