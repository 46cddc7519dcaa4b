import { joinPieces, type PageText, type TextPiece } from '../../core/annotation/page-text.ts';
import { searchablePage, type SearchablePage } from '../../core/annotation/locate.ts';
import type { PdfSurface } from './surface.ts';

/** The texts of an open PDF's pages, each read when it is first asked for. */
export class PageTexts {
  #pdf: PdfSurface['pdf'];
  #texts = new Map<number, Promise<PageText>>();
  #all: Promise<SearchablePage[]> | undefined;

  constructor({ pdf }: PdfSurface) {
    this.#pdf = pdf;
  }

  /** The text of a page, counted from 1; empty for a page that is not there or cannot be read. */
  page(page: number): Promise<PageText> {
    let text = this.#texts.get(page);
    if (!text) this.#texts.set(page, (text = this.#read(page)));
    return text;
  }

  /** The texts of all pages, ready for looking up quotes. */
  all(): Promise<SearchablePage[]> {
    this.#all ??= Promise.all(Array.from({ length: this.#pdf.numPages }, (_, index) => this.page(index + 1))).then((pages) =>
      pages.map(({ text }) => searchablePage(text)),
    );
    return this.#all;
  }

  async #read(page: number): Promise<PageText> {
    if (page < 1 || page > this.#pdf.numPages) return joinPieces([]);
    try {
      // As the text layer asks for it, so that pieces and elements are the same.
      const { items } = await (await this.#pdf.getPage(page)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
      return joinPieces(items.filter((item): item is (typeof items)[number] & TextPiece => 'str' in item));
    } catch {
      this.#texts.delete(page);
      this.#all = undefined;
      return joinPieces([]);
    }
  }
}
