import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { localFiles, type Files } from './files.ts';

/** A file system that commands read and write; tests pass one that fails. */
export interface Disk extends Files {
  /** Writes a file as a whole: whoever reads it sees the old one or the new one, also after a crash. Folders are made as needed. */
  write(path: string, content: string | Uint8Array): void;
  /** Adds to the end of a file, which is made if it does not exist; for downloads that go on later. */
  append(path: string, content: Uint8Array): void;
  /** Gives a file another name, in place of the file that bore it. */
  rename(from: string, to: string): void;
  /** Removes a file; one that does not exist is gone already. */
  remove(path: string): void;
  /** A file's size in bytes, or undefined if there is no such file. */
  size(path: string): number | undefined;
  /** A file's bytes, or undefined if there is no such file. */
  bytes(path: string): Uint8Array | undefined;
  /** Empties a file that exists. */
  truncate(path: string): void;
}

/** The disk of this machine. */
export const localDisk: Disk = {
  ...localFiles,
  write: writeWhole,
  append: (path, content) => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, content);
  },
  rename: (from, to) => {
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  },
  remove: (path) => rmSync(path, { force: true }),
  size: (path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() ? found.size : undefined;
  },
  bytes: (path) => (statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined),
  truncate: (path) => truncateSync(path),
};

/** Writes beside the file first and renames then; what could not be written whole is removed again. */
function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  try {
    writeSynced(temporary, typeof content === 'string' ? Buffer.from(content) : content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeSynced(path: string, content: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let done = 0; done < content.length;) done += writeSync(file, content, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
