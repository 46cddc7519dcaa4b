import {
  getDocument,
  InvalidPDFException,
  PasswordException,
  PasswordResponses,
  PDFWorker,
  ResponseException,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PdfThread } from './pdf-worker.ts';

/** Where a PDF and what pdf.js needs to draw it are found, and which thread parses it. */
export interface DocumentSource {
  /** The PDF's address, or the PDF itself. */
  readonly file: string | File;
  /** The folder of pdf.js's own files, with a slash at its end. */
  readonly assets: string;
  readonly thread: PdfThread;
  /** Asks for the PDF's password; `isWrong` tells that the last one was. */
  readonly askPassword: (isWrong: boolean) => Promise<string>;
}

/** Why a PDF could not be opened. */
export const failures = ['missing', 'empty', 'broken', 'password', 'network'] as const;

/** One of the reasons why a PDF could not be opened. */
export type Failure = (typeof failures)[number];

/** Begins to load a PDF: only the parts that are looked at, where the host serves parts. Scripts in it are never run. */
export async function loadDocument({ file, assets, thread, askPassword }: DocumentSource): Promise<PDFDocumentLoadingTask> {
  const task = getDocument({
    ...(typeof file === 'string' ? { url: file } : { data: new Uint8Array(await file.arrayBuffer()) }),
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
