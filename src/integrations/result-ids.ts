import { gunzipSync } from 'node:zlib';

/** A file of an index that Pagefind made. */
interface PagefindFile {
  readonly path: string;
  readonly content: Uint8Array;
}

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
/** Stands before the JSON of every file of an index once it is unpacked. */
const SIGNATURE = 'pagefind_dcd';

/**
 * The notes behind the ids that an index gives its results, so that a browser can count results without loading each.
 * Fails when Pagefind's fragments are not what they were.
 */
export function idsOf(files: readonly PagefindFile[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap(({ path, content }) => {
      const [, id] = FRAGMENT.exec(path) ?? [];
      return id === undefined ? [] : [[id, noteOf(gunzipSync(content).toString('utf8'), path)]];
    }),
  );
}

function noteOf(fragment: string, path: string): string {
  if (!fragment.startsWith(SIGNATURE)) throw new Error(`${path} does not begin as Pagefind’s fragments do.`);
  const { url } = JSON.parse(fragment.slice(SIGNATURE.length)) as { url?: unknown };
  if (typeof url !== 'string') throw new Error(`${path} names no note.`);
  return url;
}
