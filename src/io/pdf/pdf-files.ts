import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The part of a file system that reading PDFs, and keeping what was read, needs. */
export interface PdfFiles {
  /** A file's bytes, or undefined if there is no such file. */
  readBytes(path: string): Uint8Array<ArrayBuffer> | undefined;
  /** A file's text, or undefined if there is no such file. */
  read(path: string): string | undefined;
  /** Writes a file whole or not at all, and its folder if need be: to a name of its own first, which is then renamed. */
  replace(path: string, text: string): void;
}

/** The files of this machine. */
export const localPdfFiles: PdfFiles = {
  readBytes: (path) => (isFile(path) ? new Uint8Array(readFileSync(path)) : undefined),
  read: (path) => (isFile(path) ? readFileSync(path, 'utf8') : undefined),
  replace: (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
    try {
      writeFileSync(temporary, text);
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  },
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
