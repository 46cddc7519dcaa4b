/** One piece of text of a page, as pdf.js gives it: the part of its `TextItem` that reading needs. */
export interface TextItem {
  /** The characters, in logical order, not normalised; empty or a space where pdf.js only marks a gap or the end of a line. */
  readonly str: string;
  /** The direction of the text. */
  readonly dir: string;
  /** The text matrix `[a, b, c, d, e, f]` in the page's user space, whose y grows upward. */
  readonly transform: readonly number[];
  /** The advance along the line, in points. */
  readonly width: number;
  /** The font size, in points. */
  readonly height: number;
  /** The name of the font inside the file, such as `g_d0_f2`. */
  readonly fontName: string;
  /** Whether pdf.js saw the end of a line behind this piece. */
  readonly hasEOL: boolean;
}

/** What pdf.js knows of the text on one page, in the order of the page's content. */
export interface PageContent {
  /** The pieces, with `disableNormalization`, so that offsets in their strings are those of the viewer's text layer. */
  readonly items: readonly TextItem[];
  /** The page's width in user space, in points, before it is rotated. */
  readonly width: number;
  /** The page's height in user space, in points, before it is rotated. */
  readonly height: number;
  /** The lower left corner of the page in user space. Default `[0, 0]`. */
  readonly origin?: readonly [number, number];
  /** By how many degrees the page is turned clockwise when shown: 0, 90, 180 or 270. Default 0. */
  readonly rotation?: number;
}

/** The text of one page, cleaned and in reading order. */
export interface PdfPage {
  /**
   * One line for every paragraph, heading, caption or row of a table: the lines of a paragraph are joined, hyphenation is
   * undone, ligatures are letters; line numbers, running heads and page numbers are left out. Empty for a page without text.
   */
  readonly text: string;
  /** Where the characters come from: see `source.ts`, which reads it. */
  readonly source: SourceMap;
}

/**
 * The way from a page's text back to the pieces of pdf.js: five integers for each run of characters, in the order of the text.
 * 1. how many characters of the text lie between the end of the run before and this one (spaces and line ends that no piece holds);
 * 2. how many characters of the text the run has;
 * 3. the index of its piece in `PageContent.items`, minus that of the run before (of 0, for the first);
 * 4. where the run begins in that piece's `str`;
 * 5. how many characters of `str` it stands for, minus its length in the text. If this is not 0, the run is one whole, such as `fi` for `ﬁ`.
 */
export type SourceMap = readonly number[];
