import { gunzipSync, gzipSync } from 'node:zlib';
import type { PagefindFile } from './search-files.ts';

const FRAGMENT = /^fragment\/(.+)\.pf_fragment$/;
/** Stands before the JSON of a fragment once it is unpacked. */
const SIGNATURE = 'pagefind_dcd';

/** What the index gives back of a record. */
interface Fragment {
  readonly url?: unknown;
  readonly meta?: Readonly<Record<string, string>>;
}

/** The id by which the index calls a file's record; undefined where the file holds none. */
export function fragmentId({ path }: PagefindFile): string | undefined {
  return FRAGMENT.exec(path)?.[1];
}

/** What a file gives back of a record. Fails where Pagefind’s fragments are not what they were. */
export function readFragment({ path, content }: PagefindFile): Fragment {
  const text = gunzipSync(content).toString('utf8');
  if (!text.startsWith(SIGNATURE)) throw new Error(`${path} does not begin as Pagefind’s fragments do.`);
  return JSON.parse(text.slice(SIGNATURE.length)) as Fragment;
}

/** A file with only some of its record’s metas, for the others are searched and never shown. Other files stay as they are. */
export function withoutMetas(file: PagefindFile, shown: readonly string[]): PagefindFile {
  if (fragmentId(file) === undefined) return file;
  const fragment = readFragment(file);
  const meta = Object.fromEntries(Object.entries(fragment.meta ?? {}).filter(([name]) => shown.includes(name)));
  return { ...file, content: gzipSync(SIGNATURE + JSON.stringify({ ...fragment, meta }), { level: 9 }) };
}
