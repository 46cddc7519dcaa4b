import {
  getDocument,
  GlobalWorkerOptions,
  InvalidPDFException,
  PasswordException,
  ResponseException,
  type PDFDocumentLoadingTask,
} from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** Where a PDF and what pdf.js needs to draw it are found. */
export interface DocumentSource {
  /** The PDF's address. */
  readonly url: string;
  /** The folder of pdf.js's own files, with a slash at its end. */
  readonly assets: string;
}

/** Why a PDF could not be opened. */
export type Failure = 'missing' | 'broken' | 'password' | 'network';

/** Begins to load a PDF: only the parts that are looked at, where the host serves parts. */
export function loadDocument({ url, assets }: DocumentSource): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerSrc = workerUrl;
  return getDocument({
    url,
    cMapUrl: `${assets}cmaps/`,
    standardFontDataUrl: `${assets}standard_fonts/`,
    wasmUrl: `${assets}wasm/`,
    iccUrl: `${assets}iccs/`,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
  });
}

/** The kind of failure that an error of pdf.js stands for. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PasswordException) return 'password';
  if (error instanceof InvalidPDFException) return 'broken';
  return error instanceof ResponseException && error.missing ? 'missing' : 'network';
}
