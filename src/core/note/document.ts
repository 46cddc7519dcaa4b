import type { Bilingual, Locale } from '../site/locale.ts';

/** A sentence (or, where they do not agree, a paragraph or all of the text) in both languages, as HTML; `''` where one is missing. */
export type AlignedPair = Readonly<Record<Locale, string>>;

/** How closely the two abstracts of a note are aligned. */
export type Alignment = 'sentences' | 'paragraphs' | 'whole' | 'one-language';

/** Both abstracts of a note. */
export interface AlignedAbstract {
  readonly alignment: Alignment;
  /** The languages that the abstract is written in. */
  readonly locales: readonly Locale[];
  /** Paragraphs, each with its pairs in order. */
  readonly paragraphs: readonly (readonly AlignedPair[])[];
}

/** A section that a note's author added, as HTML. */
export interface ExtraSection {
  /** Unique within the note; part of the address. */
  readonly id: string;
  readonly locale: Locale;
  /** The heading's words; empty for what stands before the first heading. */
  readonly title: string;
  readonly html: string;
}

/** A symbol of a formula and what it stands for, as HTML. */
export interface RenderedSymbol {
  readonly symbol: string;
  readonly meaning: Bilingual;
}

/** A method's objective, as HTML, and where it was taken from. */
export interface RenderedObjective {
  readonly formula: string;
  readonly symbols: readonly RenderedSymbol[];
  /** The page of the paper's PDF on which it stands, if that is the source. */
  readonly page: number | undefined;
  /** The address it was taken from, if the PDF is not the source. */
  readonly source: string | undefined;
}

/** A note's body, rendered. */
export interface NoteDocument {
  /** The key points in each language in which they are written, as HTML. */
  readonly keyPoints: Readonly<Partial<Record<Locale, string>>>;
  readonly abstract: AlignedAbstract | undefined;
  readonly sections: readonly ExtraSection[];
  /** Whether any of it holds a formula, so that a page knows if it needs KaTeX's style sheet. */
  readonly hasMath: boolean;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&#x3C;': '<',
  '&#x26;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/** The first sentence of a note's abstract that holds no formula, as plain text for search engines; undefined if there is none. */
export function openingSentence({ abstract }: Pick<NoteDocument, 'abstract'>, locale: Locale): string | undefined {
  const sentences = abstract?.paragraphs.flat().map((pair) => pair[locale]) ?? [];
  const html = sentences.find((sentence) => sentence !== '' && !sentence.includes('katex'));
  return html?.replace(/<[^>]*>/g, '').replace(/&[#\w]+;/g, (reference) => REFERENCES[reference] ?? reference);
}
