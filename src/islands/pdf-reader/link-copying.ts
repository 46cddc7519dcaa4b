import { makeAnchor } from '../../core/annotation/page-text.ts';
import { joinPieces } from '../../core/annotation/page-text.ts';
import { formatLocation, type ReaderLocation } from '../../core/reader/location.ts';
import { formatQuotation } from '../../core/reader/quotation.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { CleanCopy } from './clean-copy.ts';
import { textPieces } from './page-texts.ts';
import type { PdfView } from './pdf-view.ts';
import { selectedPieces } from './text-selection.ts';

/** What copying needs of the reader. */
export interface LinkCopyingOptions {
  readonly view: PdfView;
  readonly copy: CleanCopy;
  /** What a quotation names as its source, with `{page}` for the page. */
  readonly source: string;
}

/** Writes links to places of the PDF, and quotations with such a link. */
export class LinkCopying {
  #options: LinkCopyingOptions;

  constructor(options: LinkCopyingOptions) {
    this.#options = options;
  }

  /** Whether something of the PDF is selected. */
  get hasSelection(): boolean {
    return selectedPieces(this.#options.view).length > 0;
  }

  /** The link to what is selected, or to the page if nothing is. */
  async link(): Promise<string> {
    return addressOf((await this.#selectedPlace()) ?? { page: this.#options.view.page });
  }

  /** What is selected as a quotation in Markdown, with a link to it; undefined if nothing is. */
  async quotation(): Promise<string | undefined> {
    const { view, copy, source } = this.#options;
    const text = await copy.read();
    if (text === '') return undefined;
    const place = (await this.#selectedPlace()) ?? { page: view.page };
    const page = place.page ?? view.page;
    const url = addressOf({ page });
    return formatQuotation({ text, source: fillTemplate(source, { page: view.labels?.[page - 1] || page }), url });
  }

  /** A quote, if the selection stands on one page; else the page on which it begins. */
  async #selectedPlace(): Promise<ReaderLocation | undefined> {
    const { view } = this.#options;
    const [first, ...others] = selectedPieces(view);
    if (!first) return undefined;
    const { page, pieces } = first;
    const text = joinPieces(await textPieces(view.pdf, page));
    const last = pieces.at(-1)!;
    const start = (text.starts[pieces[0]!.piece] ?? 0) + pieces[0]!.start;
    const end = (text.starts[last.piece] ?? 0) + last.end;
    const anchor = others.length === 0 ? makeAnchor(page, text, [start, end]) : undefined;
    return anchor ? { page, quote: anchor.quote } : { page };
  }
}

function addressOf(place: ReaderLocation): string {
  return new URL(formatLocation(place), location.href).href;
}
