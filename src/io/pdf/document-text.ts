import type { PdfPage } from '../../core/pdf/content.ts';

/** What can be read in a PDF. */
export interface PdfDocumentText {
  /** The pages in order; the text of one that was scanned, or is unreadable, is empty. */
  readonly pages: readonly PdfPage[];
  /** What the file calls its pages, such as `iv`: one label a page. Undefined if it does not name them. */
  readonly labels?: readonly string[];
  /** The file's own table of contents; empty if it has none. */
  readonly outline: readonly OutlineEntry[];
  /** The numbers, from 1, of the pages whose content is damaged. */
  readonly unreadablePages: readonly number[];
}

/** A heading in the file's own table of contents. */
export interface OutlineEntry {
  readonly title: string;
  /** The number of its page, from 1; undefined if it leads nowhere in this file. */
  readonly page?: number;
  /** The headings below it. */
  readonly entries: readonly OutlineEntry[];
}

/** Why a file gives no text. */
export type PdfTextFault = 'missing' | 'empty' | 'not-a-pdf' | 'truncated' | 'encrypted' | 'damaged';

/** What is wrong with a file, told to the person who put it there. */
export interface PdfTextError {
  readonly fault: PdfTextFault;
  /** What is wrong, in one sentence without the file's name. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly hint: string;
}

/** What comes of reading a file: its text, or what is wrong with it. */
export type PdfTextResult =
  { readonly ok: true; readonly document: PdfDocumentText } | { readonly ok: false; readonly error: PdfTextError };

const faults: Readonly<Record<PdfTextFault, Omit<PdfTextError, 'fault'>>> = {
  missing: { message: 'There is no such file.', hint: 'Check the name, or put the file there.' },
  empty: { message: 'The file is empty.', hint: 'Download it again.' },
  'not-a-pdf': {
    message: 'The file is not a PDF.',
    hint: 'A download that asks to log in saves a web page under the name of the PDF: open the link in a browser and save the PDF itself.',
  },
  truncated: { message: 'The file ends before its end: part of the PDF is missing.', hint: 'Download it again.' },
  encrypted: { message: 'The file opens only with a password.', hint: 'Save a copy without one.' },
  damaged: {
    message: 'The file is a PDF, but too damaged to be read.',
    hint: 'Download it again, or open it in a PDF program and save a copy.',
  },
};

/** The result for a file that gives no text. */
export function failed(fault: PdfTextFault): PdfTextResult {
  return { ok: false, error: { fault, ...faults[fault] } };
}
