import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in a folder. */
export interface Tree {
  readonly bytes: number;
  readonly files: number;
  readonly htmlPages: number;
}

/** Measures a folder and everything below it. */
export function measureTree(folder: string): Tree {
  const paths = filesBelow(folder);
  return {
    bytes: paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0),
    files: paths.length,
    htmlPages: paths.filter((path) => path.endsWith('.html')).length,
  };
}

/** The paths of the files below a folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The files that only one of two folders has, or that differ. */
export function differences(left: string, right: string): string[] {
  const [a, b] = [new Set(filesBelow(left)), new Set(filesBelow(right))];
  return [...new Set([...a, ...b])].filter(
    (path) => !a.has(path) || !b.has(path) || !readFileSync(join(left, path)).equals(readFileSync(join(right, path))),
  );
}
