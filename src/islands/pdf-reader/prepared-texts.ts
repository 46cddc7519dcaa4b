import { version, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { parsePreparedTexts } from '../../core/reader/prepared-texts.ts';

/**
 * Fetches the texts of a PDF's pages that were read when the site was built.
 * @param url Their address; empty if there are none.
 * @returns undefined unless they are of this very file and read by this very version of pdf.js.
 */
export async function loadTexts(url: string, pdf: PDFDocumentProxy): Promise<readonly string[] | undefined> {
  if (url === '') return undefined;
  try {
    const response = await fetch(url);
    const prepared = response.ok ? parsePreparedTexts(await response.json()) : undefined;
    if (prepared?.fingerprint !== pdf.fingerprints[0] || prepared?.reader !== version) return undefined;
    return prepared.pages.length === pdf.numPages ? prepared.pages : undefined;
  } catch {
    // Without them the file itself is read, which takes longer.
    return undefined;
  }
}
