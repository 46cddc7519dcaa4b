import { join, resolve } from 'node:path';
import { formatProblem, sortProblems } from '../../src/core/problem.ts';
import { readCollection } from '../../src/io/collection.ts';
import type { Files } from '../../src/io/files.ts';
import type { CollectionPlace } from '../../src/io/notes.ts';

/** Where a collection in memory pretends to lie. */
export const memoryPlace: CollectionPlace = { contentDir: resolve('content'), paperDirs: [resolve('papers')] };

/**
 * A file system that lives in memory, case kept apart as on Linux.
 * @param texts Each file's text by its path below the working directory.
 */
export function memoryFiles(texts: Readonly<Record<string, string>>): Files {
  const files = new Map(Object.entries(texts).map(([path, text]) => [resolve(path), text]));
  return {
    read: (path) => files.get(path),
    list: (folder) =>
      [...files.keys()]
        .filter((path) => path === join(folder, nameIn(folder, path)))
        .map((path) => nameIn(folder, path))
        .sort(),
    head: (path, length) => files.get(path)?.slice(0, length),
  };
}

function nameIn(folder: string, path: string): string {
  return path.slice(folder.length + 1).split('/')[0]!;
}

/** The least that a collection must have. */
export const bareSite = { 'content/site.yaml': 'title: { en: Shelf }\n' };

/** A collection in memory, read and checked; `site.yaml` is added where it is not given. */
export function readMemory(texts: Readonly<Record<string, string>>) {
  return readCollection(memoryPlace, memoryFiles({ ...bareSite, ...texts }));
}

/** Everything that is wrong with the metadata of a collection in memory, as an author reads it. */
export function problemsIn(texts: Readonly<Record<string, string>>): string {
  return sortProblems(readMemory(texts).problems).map(formatProblem).join('\n');
}

/** The problems of one note with this front matter, named `content/notes/lamp.md`. */
export function problemsOfNote(frontMatter: string, others: Readonly<Record<string, string>> = {}): string {
  return problemsIn({ 'content/notes/lamp.md': `---\n${frontMatter}\n---\n`, ...others });
}
