import { join } from 'node:path';
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { identifyAddress, identifyPaper } from '../core/import/web-address.ts';
import type { Disk } from './disk.ts';
import { displayPath } from './files.ts';
import type { FixedNote } from './fix-keywords.ts';
import { fillNote } from './front-matter.ts';
import type { CollectionPlace } from './notes.ts';

/** Reads what was pasted in the place of an id; undefined where it cannot be told what was meant. */
const READERS: Readonly<Record<string, (written: string) => string | undefined>> = {
  arxiv: (written) => identifyPaper(written)?.arxiv,
  openreview: (written) => identifyAddress(written)?.openreview,
  doi: (written) => identifyPaper(written)?.doi,
  pdf: (written) => /^(?:\.\/)?papers\/(.+)$/.exec(written)?.[1],
};

/**
 * Mends ids under `links` that were pasted as addresses, with `arXiv:` before them or without their quotes, and PDFs that were
 * written with their folder. Notes whose front matter is wrong in any other way too are mended as far.
 */
export function fixLinks({ contentDir }: CollectionPlace, { disk, dryRun }: { disk: Disk; dryRun: boolean }): FixedNote[] {
  const folder = join(contentDir, 'notes');
  return disk.list(folder).flatMap((name) => {
    const path = join(folder, name);
    const source = /\.md$/i.test(name) ? disk.read(path) : undefined;
    if (source === undefined) return [];
    const changes: string[] = [];
    const text = fillNote(source, ({ frontMatter, body }) => ({ frontMatter: mend(frontMatter, changes), body }));
    if (changes.length === 0) return [];
    if (!dryRun) disk.write(path, text);
    return [{ file: displayPath(path), changes }];
  });
}

/** The front matter with its links mended; the rest keeps its place, its quotes and its comments. */
function mend(frontMatter: string, changes: string[]): string {
  const links = parseDocument(frontMatter).get('links');
  if (!isMap(links)) return frontMatter;
  const edits = links.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !isScalar(value) || !value.range) return [];
    const written = value.source ?? '';
    const meant = READERS[String(key.value)]?.(written.trim());
    // An id without quotes is a number, which loses its last zero.
    if (meant === undefined || meant === value.value) return [];
    changes.push(`${written} → ${quoted(meant)}`);
    return [{ start: value.range[0], end: value.range[1], meant }];
  });
  return edits.reduceRight((text, { start, end, meant }) => text.slice(0, start) + quoted(meant) + text.slice(end), frontMatter);
}

function quoted(id: string): string {
  return stringify(id, { lineWidth: 0 }).trim();
}
