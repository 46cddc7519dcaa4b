import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PasswordResponses,
  PDFDataRangeTransport,
  PDFWorker,
  ResponseException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { PIECE } from '../../core/reader/opening-parts.ts';
import { OtherFileError, PartialFile } from './partial-file.ts';
import type { PdfThread } from './pdf-worker.ts';

/** Where a PDF and what pdf.js needs to draw it are found, and which thread parses it. */
export interface DocumentSource {
  /** The PDF's address, or the PDF itself. */
  readonly file: string | File;
  /** What was fetched of the PDF already. Default: nothing. */
  readonly ahead?: PartialFile | undefined;
  /** The folder of pdf.js's own files, with a slash at its end. */
  readonly assets: string;
  readonly thread: PdfThread;
  /** Asks for the PDF's password; `isWrong` tells that the last one was. */
  readonly askPassword: (isWrong: boolean) => Promise<string>;
  /** Called with true when the connection fails while pages are fetched, which are asked for again until they come; then with false. */
  readonly onPause: (isPaused: boolean) => void;
  /** Called when the server has another file in the place of this one: what was not fetched of this one will not come. */
  readonly onReplaced: () => void;
  /** Whether what the browser has kept of the file is passed over. Default: no. */
  readonly isFresh?: boolean;
  /** Once it aborts, no more is fetched and nothing more is told. */
  readonly signal: AbortSignal;
}

/** Why a PDF could not be opened. */
export const failures = ['missing', 'empty', 'broken', 'password', 'network'] as const;

/** One of the reasons why a PDF could not be opened. */
export type Failure = (typeof failures)[number];

/** Begins to load a PDF: only the parts that are looked at, where the host serves parts. Scripts in it are never run. */
export async function loadDocument(source: DocumentSource): Promise<PDFDocumentLoadingTask> {
  const { thread, assets, askPassword } = source;
  const task = getDocument({
    ...(await contentOf(source)),
    worker: PDFWorker.create({ port: thread.worker }),
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
  });
  task.onPassword = (answer: (password: string) => void, reason: number) => {
    void askPassword(reason === PasswordResponses.INCORRECT_PASSWORD).then(answer);
  };
  return task;
}

/** Where pdf.js gets the bytes from, in its own words. */
async function contentOf(source: DocumentSource) {
  const { file, ahead, isFresh } = source;
  if (typeof file !== 'string') return { data: new Uint8Array(await file.arrayBuffer()) };
  const isAhead = await ahead?.isServed;
  if (!isAhead) ahead?.close();
  const parts = isAhead ? ahead : await PartialFile.find(file, isFresh);
  // Where no parts are served, pdf.js fetches the whole, and knows the reasons why it cannot.
  return parts ? { range: new PartsTransport(parts, source), rangeChunkSize: PIECE } : { url: file };
}

type PartsListener = Pick<DocumentSource, 'onPause' | 'onReplaced' | 'signal'>;

/** Gives pdf.js the parts of a file as it asks for them. */
class PartsTransport extends PDFDataRangeTransport {
  #file: PartialFile;
  #listener: PartsListener;

  constructor(file: PartialFile, listener: PartsListener) {
    super(file.length, null);
    this.#file = file;
    this.#listener = listener;
    // pdf.js ends it too, but only when its thread has let go of the file.
    listener.signal.addEventListener('abort', () => this.abort(), { once: true });
  }

  override requestDataRange(begin: number, end: number): void {
    this.#file.read([begin, end], this.#listener.onPause).then(
      (bytes) => this.onDataRange(begin, bytes),
      (error: unknown) => {
        if (this.#isClosed) return;
        if (error instanceof OtherFileError) this.#listener.onReplaced();
        // A part of a wrong length is how pdf.js learns that the right one does not come.
        this.onDataRange(begin, new Uint8Array(1));
      },
    );
  }

  override abort(): void {
    this.#isClosed = true;
    this.#file.close();
  }

  #isClosed = false;
}

/** Waits for the first page, on whose size the places of all pages depend; without one, a file is as good as no PDF. */
export async function firstPage(pdf: PDFDocumentProxy): Promise<void> {
  await pdf.getPage(1).catch((error: unknown) => {
    throw failureOf(error) === 'network' ? new InvalidPDFException('The first page cannot be read.') : error;
  });
}

/** The kind of failure that an error of pdf.js stands for. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PasswordException) return 'password';
  if (error instanceof InvalidPDFException) return /empty/.test(error.message) ? 'empty' : 'broken';
  return error instanceof ResponseException && error.missing ? 'missing' : 'network';
}
