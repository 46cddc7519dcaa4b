import { join } from 'node:path';
import { isSeq, parseDocument } from 'yaml';
import type { FoundCollection } from '../../core/import/found-paper.ts';
import { asciiSlug } from '../../core/import/note-name.ts';
import { parseRichText, richTextToText } from '../../core/text/rich-text.ts';
import { titleFromMarkdown } from '../../core/import/markdown-title.ts';
import type { Disk } from '../disk.ts';
import { displayPath } from '../files.ts';
import { writeFrontMatter } from '../front-matter.ts';
import type { CollectionPlace } from '../notes.ts';

/** What became of a reading list. */
export interface ListChange {
  readonly file: string;
  readonly outcome: 'created' | 'filled' | 'unchanged';
  /** The ids that were added. */
  readonly added: readonly string[];
}

/** A list to write. */
export interface ListToWrite {
  readonly title: NonNullable<FoundCollection['title']>;
  /** The ids of its notes, in order. */
  readonly ids: readonly string[];
  /** The list's id. Default: made from its title. */
  readonly id?: string | undefined;
  readonly dryRun: boolean;
}

/** Keeps the order of a source as a reading list. In a list that exists, the notes that it lacks are added at its end. */
export function writeList({ contentDir }: CollectionPlace, disk: Disk, { title, ids, id, dryRun }: ListToWrite): ListChange {
  const name = plain(title.text);
  const path = join(contentDir, 'lists', `${id ?? (asciiSlug(name) || 'imported')}.yaml`);
  const unique = [...new Set(ids)];
  const old = disk.read(path);
  const { text, added } = old === undefined ? newList({ [title.locale]: name }, unique) : extendList(old, unique);
  if (text !== old && !dryRun) disk.write(path, text);
  return { file: displayPath(path), outcome: old === undefined ? 'created' : text === old ? 'unchanged' : 'filled', added };
}

/** Writes `site.yaml` with the name of the source where a collection has none, for it cannot be built without. */
export function writeSite({ contentDir }: CollectionPlace, disk: Disk, title: NonNullable<FoundCollection['title']>): string | undefined {
  const path = join(contentDir, 'site.yaml');
  if (disk.read(path) !== undefined) return undefined;
  disk.write(path, writeFrontMatter({ title: { [title.locale]: plain(title.text) } }));
  return displayPath(path);
}

function plain(markdown: string): string {
  return richTextToText(parseRichText(titleFromMarkdown(markdown).title));
}

function newList(title: Readonly<Record<string, string>>, ids: readonly string[]): { text: string; added: string[] } {
  return { text: `${writeFrontMatter({ title })}notes:\n${ids.map((id) => `  - ${id}\n`).join('')}`, added: [...ids] };
}

function extendList(old: string, ids: readonly string[]): { text: string; added: string[] } {
  const document = parseDocument(old);
  const notes = document.get('notes');
  const data = (document.toJS() as { notes?: unknown } | null)?.notes;
  const named = new Set(
    Array.isArray(data) ? data.map((entry: unknown) => (typeof entry === 'string' ? entry : (entry as { note?: string }).note)) : [],
  );
  const added = ids.filter((id) => !named.has(id));
  if (document.errors.length > 0 || added.length === 0) return { text: old, added: [] };
  if (isSeq(notes) && !notes.flow && notes.items.length > 0 && notes.range) {
    const end = notes.range[1];
    const first = (notes.items[0] as { range?: [number, number, number] }).range?.[0] ?? 0;
    const line = old.slice(old.lastIndexOf('\n', first) + 1, first);
    const indent = /^\s*/.exec(line)![0];
    const head = old.slice(0, end).replace(/\n*$/, '\n');
    return { text: `${head}${added.map((id) => `${indent}- ${id}\n`).join('')}${old.slice(end).replace(/^\n/, '')}`, added };
  }
  document.set('notes', [...(Array.isArray(data) ? (data as unknown[]) : []), ...added]);
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), added };
}
