import { detectLocale, type Locale } from '../site/locale.ts';

/** What a section of a note is: one of the two that pages know, or one that its author added. */
export type SectionKind = 'key-points' | 'abstract' | 'other';

/** What a level-2 heading announces. */
export interface SectionHeading {
  readonly kind: SectionKind;
  readonly locale: Locale;
}

const NAMES: readonly (SectionHeading & { readonly names: readonly string[] })[] = [
  { kind: 'key-points', locale: 'en', names: ['key points', 'keypoints', 'main points', 'summary'] },
  { kind: 'key-points', locale: 'zh', names: ['主要内容', '要点', '核心要点', '主要內容', '要點'] },
  { kind: 'abstract', locale: 'en', names: ['abstract'] },
  { kind: 'abstract', locale: 'zh', names: ['摘要', '中文摘要'] },
];

const KNOWN = new Map(NAMES.flatMap(({ kind, locale, names }) => names.map((name) => [name, { kind, locale }])));

/** Reads a level-2 heading in either language; case, spaces and a closing colon do not matter. */
export function readHeading(text: string): SectionHeading {
  const name = text.normalize('NFKC').trim().toLowerCase().replace(/\s*:$/, '').replace(/\s+/g, ' ');
  return KNOWN.get(name) ?? { kind: 'other', locale: detectLocale(text) };
}
