import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { extractOnThread } from './extract-threads.ts';
import { failed, type PdfDocumentText, type PdfTextResult } from './document-text.ts';
import { extractionVersion } from './extraction-version.ts';
import { localPdfFiles, type PdfFiles } from './pdf-files.ts';

/** How PDFs are read. */
export interface PdfTextOptions {
  /** The folder in which the text of each PDF is kept, such as `.cache/pdf-text`. It may be deleted at any time. */
  readonly cacheDir: string;
  /** Default: the files of this machine. */
  readonly files?: PdfFiles;
}

/**
 * The text of a PDF, page by page. It is read once for as long as neither the file's bytes nor the code that reads them change:
 * after that, it comes from the cache, and pdf.js is not even loaded. Never rejects: a bad file is a result that says why.
 */
export async function readPdfText(path: string, { cacheDir, files = localPdfFiles }: PdfTextOptions): Promise<PdfTextResult> {
  const bytes = files.readBytes(path);
  if (bytes === undefined) return failed('missing');
  const entry = join(cacheDir, `${digest(extractionVersion(), bytes)}.json`);
  const kept = unsealed(files.read(entry));
  if (kept) return { ok: true, document: kept };
  const result = await extractOnThread(bytes);
  if (result.ok) keep(files, entry, result.document);
  return result;
}

/** A text that cannot be kept, as on a full disk, is still a text. */
function keep(files: PdfFiles, entry: string, document: PdfDocumentText): void {
  try {
    files.replace(entry, sealed(document));
  } catch {
    return;
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex');
}

/** A document as an entry of the cache: the digest of what follows, on a line of its own, so that damage shows. */
function sealed(document: PdfDocumentText): string {
  const body = JSON.stringify(document);
  return `${digest(body)}\n${body}`;
}

/** The document in an entry of the cache, or undefined if there is none, or it is not as it was written. */
function unsealed(entry: string | undefined): PdfDocumentText | undefined {
  if (entry === undefined) return undefined;
  const end = entry.indexOf('\n');
  const body = entry.slice(end + 1);
  return digest(body) === entry.slice(0, end) ? (JSON.parse(body) as PdfDocumentText) : undefined;
}
