import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PDFWorker,
  ResponseException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PdfThread } from './pdf-worker.ts';

/** Where a PDF and what pdf.js needs to draw it are found, and which thread parses it. */
export interface DocumentSource {
  /** The PDF's address. */
  readonly url: string;
  /** The folder of pdf.js's own files, with a slash at its end. */
  readonly assets: string;
  readonly thread: PdfThread;
}

/** Why a PDF could not be opened. */
export type Failure = 'missing' | 'broken' | 'password' | 'network';

/** Begins to load a PDF: only the parts that are looked at, where the host serves parts. */
export function loadDocument({ url, assets, thread }: DocumentSource): PDFDocumentLoadingTask {
  return getDocument({
    url,
    worker: PDFWorker.create({ port: thread.worker }),
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
  });
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
  if (error instanceof InvalidPDFException) return 'broken';
  return error instanceof ResponseException && error.missing ? 'missing' : 'network';
}
