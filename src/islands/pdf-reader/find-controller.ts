import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { PDFFindController, type EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { matchContext, type MatchContext } from '../../core/reader/match-context.ts';
import type { ReaderLinkService } from './link-service.ts';
import type { PageTexts } from './page-texts.ts';

/** What is to be found, in the words of pdf.js. */
export interface FindRequest {
  /** A phrase, or words of which any counts. */
  readonly query: string | readonly string[];
  readonly caseSensitive: boolean;
  readonly entireWord: boolean;
  readonly matchDiacritics: boolean;
}

/** One of several places where the same words stand. */
export interface Occurrence {
  /** The page, counted from 1. */
  readonly page: number;
  /** Which of the page's occurrences it is, counted from 0. */
  readonly index: number;
}

/** Something that was found, with the words around it. */
export interface FoundMatch extends Occurrence {
  readonly context: MatchContext;
}

interface RawMatch {
  readonly index: number;
  readonly length: number;
}

/** Finds text in a document, from texts of its pages that may be there before the document is. */
export class ReaderFindController extends PDFFindController {
  #bus: EventBus;
  #texts: PageTexts | undefined;
  #only: Occurrence | undefined;

  constructor(parts: { eventBus: EventBus; linkService: ReaderLinkService }) {
    super(parts);
    this.#bus = parts.eventBus;
  }

  /** Tells where the texts of the pages come from; to be called before the document is shown. */
  set texts(texts: PageTexts) {
    this.#texts = texts;
  }

  override setDocument(pdf: PDFDocumentProxy | null): void {
    const texts = this.#texts;
    // pdf.js takes null on closing, and asks of a document only the texts of its pages.
    super.setDocument((pdf && texts ? textsAsDocument(texts) : pdf) as PDFDocumentProxy);
  }

  /** Reads the texts of all pages ahead of the first search. */
  prepare(): void {
    // For pdf.js a change of how matches are shown, of a search for nothing; it reads the texts for that too.
    const request = { query: '', caseSensitive: false, entireWord: false, matchDiacritics: false };
    if (!this.state) this.#dispatch(request, { type: 'highlightallchange', findPrevious: false });
  }

  /** Finds and marks; goes to the first match from the current page on. */
  find(request: FindRequest, only?: Occurrence): void {
    this.#only = only;
    this.#dispatch(request, { type: 'new', findPrevious: false });
  }

  /** Goes to the next match, or to the one before. */
  findAgain(request: FindRequest, findPrevious: boolean): void {
    this.#dispatch(request, { type: 'again', findPrevious });
  }

  /** Goes to one of the matches that were found. */
  select({ page, index }: Occurrence, request: FindRequest): void {
    // The places of pdf.js's next step: one before the match that is wanted.
    this._offset = { pageIdx: page - 1, matchIdx: index - 1, wrapped: false } as unknown as typeof this._offset;
    this._dirtyMatch = false;
    this.findAgain(request, false);
  }

  /** Takes all marks away. */
  stop(): void {
    this.#only = undefined;
    this.#bus.dispatch('findbarclose', { source: this });
  }

  /** The matches found so far, in order, at most `limit` of them. */
  async found(limit: number): Promise<FoundMatch[]> {
    const places = (this.pageMatches ?? []).flatMap((starts: number[], pageIndex) =>
      starts.map((start, index) => ({ page: pageIndex + 1, index, start, length: this.pageMatchesLength?.[pageIndex]?.[index] as number })),
    );
    return Promise.all(
      places.slice(0, limit).map(async ({ page, index, start, length }) => {
        const text = (await this.#texts?.of(page)) ?? '';
        return { page, index, context: matchContext(text, [start, length]) };
      }),
    );
  }

  /** Leaves the one occurrence that is wanted, if only one is. */
  override match(query: string | string[], pageContent: string, pageIndex: number): RawMatch[] | undefined {
    // pdf.js takes lists of words too; its types do not say so.
    const matches = super.match(query as string, pageContent, pageIndex) as RawMatch[] | undefined;
    if (!this.#only) return matches;
    return this.#only.page === pageIndex + 1 ? matches?.slice(this.#only.index, this.#only.index + 1) : [];
  }

  #dispatch(request: FindRequest, how: { type: string; findPrevious: boolean }): void {
    this.#bus.dispatch('find', { source: this, highlightAll: true, ...request, ...how });
  }
}

/** For so long, in milliseconds, pages are read without a pause for whatever else there is to do. */
const STRETCH = 8;

function textsAsDocument(texts: PageTexts) {
  let rested = performance.now();
  const textOf = async (page: number): Promise<string> => {
    const text = await texts.of(page);
    if (performance.now() - rested > STRETCH) {
      await new Promise((resolve) => setTimeout(resolve));
      rested = performance.now();
    }
    return text;
  };
  const getPage = (page: number) => ({ getTextContent: async () => ({ items: [{ str: await textOf(page), hasEOL: false }] }) });
  return { getPage: async (page: number) => getPage(page) };
}
