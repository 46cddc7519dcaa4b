import { createHash } from 'node:crypto';
import CSL from 'citeproc';
import type { CslItem } from '../core/citation/csl.ts';
import { referenceStyles, type References, type ReferenceStyle } from '../core/citation/reference.ts';

/** The XML of the styles and of the terms they need. */
export interface StyleSources {
  readonly styles: Readonly<Record<ReferenceStyle, string>>;
  readonly locales: Readonly<Record<'en-US' | 'zh-CN', string>>;
}

/** Keeps what was formatted from one build to the next. */
export interface ReferenceStore {
  /** The text under a key, if it was kept. */
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/**
 * The references of papers in every style, in the order of the papers. Starting the processor takes a second for APA, so
 * it is started only for what the store does not hold.
 */
export function formatReferences(items: readonly CslItem[], sources: StyleSources, store: ReferenceStore = new Map()): References[] {
  const formatters = Object.fromEntries(referenceStyles.map((style) => [style, createFormatter(style, sources, store)]));
  return items.map((item) => ({ apa: formatters.apa!(item), gbt: formatters.gbt!(item) }));
}

type Formatter = (item: CslItem) => string;

function createFormatter(style: ReferenceStyle, sources: StyleSources, store: ReferenceStore): Formatter {
  const processors = new Map<string, Formatter>();
  const source = digest(sources.styles[style] + JSON.stringify(sources.locales));
  return (item) => {
    const key = digest(source + JSON.stringify(item));
    const kept = store.get(key);
    if (kept !== undefined) return kept;
    const locale = item.language.startsWith('zh') ? 'zh-CN' : 'en-US';
    const format = processors.get(locale) ?? createProcessor(sources.styles[style], locale, sources.locales);
    processors.set(locale, format);
    const text = format(item);
    store.set(key, text);
    return text;
  };
}

function createProcessor(style: string, locale: 'en-US' | 'zh-CN', locales: StyleSources['locales']): Formatter {
  let current: object = {};
  const system = {
    retrieveLocale: (tag: string) => (tag.startsWith('zh') ? locales['zh-CN'] : locales['en-US']),
    retrieveItem: () => current,
  };
  const engine = new CSL.Engine(system, style, locale, true);
  engine.setOutputFormat('text');
  let count = 0;
  return (item) => {
    // The processor remembers records by id, and this one must not be taken for another.
    const id = `paper-${count++}`;
    current = { ...withoutDoubledDoi(item), id };
    engine.updateItems([id]);
    const bibliography = engine.makeBibliography();
    const text = bibliography === false ? item.title : (bibliography[1][0] ?? item.title);
    // Numbers belong to the list that a reference will stand in.
    return text
      .replace(/^\[\d+\]\s*/, '')
      .replace(/\s+/g, ' ')
      .trim();
  };
}

/** Styles print the DOI as an address already. */
function withoutDoubledDoi({ URL, ...item }: CslItem): object {
  return item.DOI !== undefined && URL?.endsWith(item.DOI) ? item : { ...item, URL };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
