import type { Locale } from '../site/locale.ts';

/** How many authors are named before “et al.”. */
const NAMED = 3;

/** The first authors in one line: `Yu Meng, Mengzhou Xia, Danqi Chen`, `A, B, C et al.`, `A、B、C 等`. */
export function authorsInShort(authors: readonly string[], locale: Locale): string {
  const named = authors.slice(0, NAMED).join(locale === 'zh' ? '、' : ', ');
  if (authors.length <= NAMED) return named;
  return locale === 'zh' ? `${named} 等` : `${named} et al.`;
}

/** A name in two parts, as citations need it. A name in one piece is only a family name. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
}

const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'la',
  'le',
  'ter',
  'ten',
  'bin',
  'ibn',
  'al',
]);
const HAN_NAME = /^\p{Script=Han}{2,4}$/u;

/**
 * Splits a full name, given name first, or `Family, Given`. Particles such as “van” belong to the family name;
 * a Chinese name of two to four characters begins with its family name.
 */
export function splitName(name: string): PersonName {
  const text = name.trim().replace(/\s+/g, ' ');
  const comma = text.indexOf(',');
  if (comma > 0) return { family: text.slice(0, comma).trim(), given: text.slice(comma + 1).trim() };
  if (HAN_NAME.test(text)) return { family: text.slice(0, 1), given: text.slice(1) };
  const words = text.split(' ');
  if (words.length === 1) return { family: text };
  const particle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && PARTICLES.has(word));
  const start = particle > 0 ? particle : words.length - 1;
  return { family: words.slice(start).join(' '), given: words.slice(0, start).join(' ') };
}
