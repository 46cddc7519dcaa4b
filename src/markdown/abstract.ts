import type { RootContent } from 'mdast';
import type { AlignedAbstract, Alignment } from '../core/note/document.ts';
import type { Locale } from '../core/site/locale.ts';
import type { Section } from './sections.ts';
import { blockSentences } from './sentences.ts';

/** Renders sentences to HTML, one string each. */
export type RenderUnits = (units: readonly RootContent[], locale: Locale) => string[];

/** Two abstracts that do not align sentence by sentence. */
export interface Mismatch {
  readonly en: number;
  readonly zh: number;
  readonly alignment: Alignment;
}

/** Both abstracts, aligned as closely as they agree: by sentences, else by paragraphs, else as wholes. */
export function alignAbstracts(
  en: Section | undefined,
  zh: Section | undefined,
  render: RenderUnits,
): { abstract: AlignedAbstract | undefined; mismatch?: Mismatch } {
  const blocks = { en: blockSentences(en?.children ?? []), zh: blockSentences(zh?.children ?? []) };
  if (blocks.en.length === 0 && blocks.zh.length === 0) return { abstract: undefined };
  if (blocks.en.length === 0 || blocks.zh.length === 0)
    return { abstract: oneLanguage(blocks.en.length > 0 ? 'en' : 'zh', blocks, render) };
  const counts = { en: blocks.en.flat().length, zh: blocks.zh.flat().length };
  const alignment = counts.en === counts.zh ? 'sentences' : blocks.en.length === blocks.zh.length ? 'paragraphs' : 'whole';
  const abstract = { alignment, locales: ['en', 'zh'], paragraphs: pair(blocks, alignment, render) } as const;
  return alignment === 'sentences' ? { abstract } : { abstract, mismatch: { ...counts, alignment } };
}

type Blocks = Readonly<Record<Locale, RootContent[][]>>;

function oneLanguage(locale: Locale, blocks: Blocks, render: RenderUnits): AlignedAbstract {
  const paragraphs = blocks[locale].map((block) => render(block, locale).map((html) => ({ en: '', zh: '', [locale]: html })));
  return { alignment: 'one-language', locales: [locale], paragraphs };
}

function pair(blocks: Blocks, alignment: Alignment, render: RenderUnits): AlignedAbstract['paragraphs'] {
  const htmls = { en: blocks.en.map((block) => render(block, 'en')), zh: blocks.zh.map((block) => render(block, 'zh')) };
  const join = (sentences: string[], locale: Locale) => sentences.join(locale === 'en' ? ' ' : '');
  if (alignment === 'whole')
    return [[{ en: htmls.en.map((block) => join(block, 'en')).join(' '), zh: htmls.zh.map((block) => join(block, 'zh')).join('') }]];
  if (alignment === 'paragraphs') return htmls.en.map((block, index) => [{ en: join(block, 'en'), zh: join(htmls.zh[index]!, 'zh') }]);
  const zh = htmls.zh.flat();
  let next = 0;
  return htmls.en.map((block) => block.map((sentence) => ({ en: sentence, zh: zh[next++]! })));
}
