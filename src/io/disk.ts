import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
};

/** Writes beside the file first and renames then; what could not be written whole is removed again. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const temporary = `${path}.${process.pid}.part`;
  // Only what takes the place of a file could lose it when the power fails; waiting for the disk takes its time.
  const takesPlace = statSync(path, { throwIfNoEntry: false }) !== undefined;
  try {
    writeFileSync(temporary, content, { flush: takesPlace });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

const looked = new Set<string>();

/** Removes what writers left in a folder that were killed before they could rename it; once a run is enough. */
function removeLeftovers(folder: string): void {
  if (looked.has(folder)) return;
  looked.add(folder);
  for (const name of readdirSync(folder)) {
    const writer = /\.(\d+)\.part$/.exec(name)?.[1];
    if (writer !== undefined && !isRunning(Number(writer))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
