import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { joinPieces, type TextPiece } from '../../core/annotation/page-text.ts';

/** The text of a document's pages as pdf.js's text layer has it, with a line end behind each line; each page is read once. */
export class PageTexts {
  #pdf: PDFDocumentProxy;
  #load: () => Promise<readonly string[] | undefined>;
  #prepared: Promise<readonly string[] | undefined> | undefined;
  #texts = new Map<number, Promise<string>>();

  /** @param load Gets the texts of all pages if they were read before, or undefined; called when a text is first asked for. */
  constructor(pdf: PDFDocumentProxy, load: () => Promise<readonly string[] | undefined>) {
    this.#pdf = pdf;
    this.#load = load;
  }

  /** The text of a page, counted from 1; empty where it cannot be read. */
  of(page: number): Promise<string> {
    const known = this.#texts.get(page);
    if (known) return known;
    this.#prepared ??= this.#load();
    const text = this.#prepared.then((texts) => texts?.[page - 1] ?? this.#read(page)).catch(() => '');
    this.#texts.set(page, text);
    return text;
  }

  /** The texts of all pages, in order. */
  all(): Promise<string[]> {
    return Promise.all(Array.from({ length: this.#pdf.numPages }, (_, index) => this.of(index + 1)));
  }

  async #read(page: number): Promise<string> {
    return joinPieces(await textPieces(this.#pdf, page)).text;
  }
}

/** The pieces of text of a page, in the order of the elements of its text layer. */
export async function textPieces(pdf: PDFDocumentProxy, page: number): Promise<TextPiece[]> {
  const { items } = await (await pdf.getPage(page)).getTextContent({ disableNormalization: true });
  return items.filter((item) => 'str' in item);
}
