import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { relative } from 'node:path';

/** The part of a file system that reading a collection needs; tests pass one that lives in memory. */
export interface Files {
  /** A file's text, or undefined if there is no such file. */
  read(path: string): string | undefined;
  /** The names in a folder, sorted; none if there is no such folder. */
  list(folder: string): string[];
  /** The first bytes of a file as Latin-1, or undefined if there is no such file. */
  head(path: string, length: number): string | undefined;
}

/** The files of this machine. */
export const localFiles: Files = {
  read: (path) => (isFile(path) ? readFileSync(path, 'utf8') : undefined),
  list: (folder) => (existsSync(folder) ? readdirSync(folder).sort() : []),
  head: (path, length) => (isFile(path) ? readHead(path, length) : undefined),
};

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function readHead(path: string, length: number): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** A path as an author would name it: relative to the working directory, with forward slashes. */
export function displayPath(path: string): string {
  return relative(process.cwd(), path).replaceAll('\\', '/');
}
