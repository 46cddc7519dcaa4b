import { fragmentId, readFragment } from './index-fragments.ts';
import type { PagefindFile } from './search-files.ts';

/**
 * The notes behind the ids that an index gives its results, so that a browser can count results without loading each.
 * Fails when Pagefind's fragments are not what they were.
 */
export function idsOf(files: readonly PagefindFile[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap((file) => {
      const id = fragmentId(file);
      return id === undefined ? [] : [[id, noteOf(file)]];
    }),
  );
}

function noteOf(file: PagefindFile): string {
  const { url } = readFragment(file);
  if (typeof url !== 'string') throw new Error(`${file.path} names no note.`);
  return url;
}
