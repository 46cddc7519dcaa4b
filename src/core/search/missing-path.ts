import { normalizeBase } from '../site/urls.ts';
import type { Locale } from '../site/locale.ts';

/** Folders of the site, and endings that say nothing about a paper. */
const FIXED = new Set([
  '404',
  'papers',
  'keywords',
  'lists',
  'search',
  'read',
  'page',
  'index',
  'html',
  'htm',
  'md',
  'pdf',
  'bib',
  'ris',
  'json',
]);

/** What an address that leads nowhere was about: its words, ready to be searched for, and the language of its pages. */
export function wordsOfPath(path: string, base: string): { words: string; locale: Locale } {
  const root = normalizeBase(base);
  const rest = decode(path.startsWith(root) ? path.slice(root.length) : path.slice(1));
  const parts = rest.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
  const locale = rest === 'zh' || rest.startsWith('zh/') ? 'zh' : 'en';
  const words = parts.slice(locale === 'zh' ? 1 : 0).filter((part) => !FIXED.has(part.toLowerCase()));
  return { words: words.join(' '), locale };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
