import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReferenceStore } from './references.ts';

/** A store that is kept in a file. */
export interface SavedReferenceStore extends ReferenceStore {
  /** Writes what was asked for or added since the store was opened; what nobody asked for is forgotten. */
  save(): void;
}

/**
 * The references of a collection as the last build left them, in `.cache/`.
 * @param contentDir The folder of the collection; each has a file of its own.
 */
export function openReferenceStore(contentDir: string): SavedReferenceStore {
  const name = createHash('sha256').update(contentDir).digest('hex').slice(0, 12);
  const path = resolve('.cache', `references-${name}.json`);
  const kept = readKept(path);
  const used = new Map<string, string>();
  let isChanged = false;
  return {
    get: (key) => {
      const text = used.get(key) ?? kept.get(key);
      if (text !== undefined) used.set(key, text);
      return text;
    },
    set: (key, text) => {
      used.set(key, text);
      isChanged = true;
    },
    save: () => {
      if (isChanged || used.size !== kept.size) write(path, JSON.stringify([...used]));
    },
  };
}

/** A store that is missing or damaged is an empty one: everything in it can be made again. */
function readKept(path: string): Map<string, string> {
  try {
    const entries: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}
