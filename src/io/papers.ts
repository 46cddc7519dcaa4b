import { join } from 'node:path';
import type { Files } from './files.ts';

/** A file that a note names as its PDF. */
export interface FoundPdf {
  /** The file's path. */
  readonly path: string;
  /** Whether the file begins as a PDF does. */
  readonly isPdf: boolean;
}

/** A PDF's signature may stand anywhere in its first kilobyte (PDF 1.7, annex H, implementation note 13). */
const SIGNATURE_WITHIN = 1024;

/** Looks a PDF up by name in folders, in their order; undefined if none holds it. */
export function findPdf(name: string, folders: readonly string[], files: Files): FoundPdf | undefined {
  for (const folder of folders) {
    const path = join(folder, name);
    const head = files.head(path, SIGNATURE_WITHIN);
    if (head !== undefined) return { path, isPdf: head.includes('%PDF-') };
  }
  return undefined;
}
