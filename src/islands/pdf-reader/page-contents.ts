import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PageContent, PdfPage } from '../../core/pdf/content.ts';
import { readPages } from '../../core/pdf/document.ts';

/** So many pages before and behind one show what repeats from page to page: line numbers, running heads. */
const AROUND = 2;

/** The pages of a document as they are read: clean and in order. Each is read when it is asked for. */
export class CleanPages {
  #pdf: PDFDocumentProxy;
  #contents = new Map<number, Promise<PageContent>>();
  #pages = new Map<number, PdfPage>();

  constructor(pdf: PDFDocumentProxy) {
    this.#pdf = pdf;
  }

  /** A page that was read already, counted from 1; undefined if it was not. */
  known(page: number): PdfPage | undefined {
    return this.#pages.get(page);
  }

  /** Reads a page, counted from 1. */
  async read(page: number): Promise<PdfPage> {
    const known = this.#pages.get(page);
    if (known) return known;
    const first = Math.max(1, page - AROUND);
    const last = Math.min(this.#pdf.numPages, page + AROUND);
    const contents = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => this.#content(first + index)));
    const read = readPages(contents)[page - first]!;
    this.#pages.set(page, read);
    return read;
  }

  #content(page: number): Promise<PageContent> {
    const known = this.#contents.get(page);
    if (known) return known;
    const content = this.#load(page);
    this.#contents.set(page, content);
    return content;
  }

  async #load(number: number): Promise<PageContent> {
    return contentOf(await this.#pdf.getPage(number));
  }
}

/** What pdf.js knows of the text on a page. */
export async function contentOf(page: PDFPageProxy): Promise<PageContent> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  return {
    items: items.filter((item) => 'str' in item),
    width: right - left,
    height: top - bottom,
    origin: [left, bottom],
    rotation: page.rotate,
  };
}
