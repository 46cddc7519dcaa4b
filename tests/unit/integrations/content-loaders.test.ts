import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listLoader, noteLoader, siteLoader, vocabularyLoader } from '../../../src/integrations/content-loaders.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reading-room-'));
  cpSync('tests/fixtures/library', folder, { recursive: true });
  vi.stubEnv('CONTENT_DIR', join(folder, 'content'));
  vi.stubEnv('PAPERS_DIR', join(folder, 'papers'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

interface StoredEntry {
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly digest?: string;
}

/** What a loader sees of Astro, with a store and a log that can be looked at. */
function createContext(watcher?: EventEmitter) {
  const entries = new Map<string, StoredEntry>();
  const log = { error: [] as string[], warn: [] as string[] };
  const context = {
    store: { clear: () => entries.clear(), set: (entry: StoredEntry) => entries.set(entry.id, entry) },
    logger: { error: (text: string) => log.error.push(text), warn: (text: string) => log.warn.push(text) },
    parseData: ({ data }: StoredEntry) => Promise.resolve(data),
    watcher: watcher && Object.assign(watcher, { add: () => undefined }),
  };
  // The parts of Astro's context that no loader of ours touches are left out.
  return { entries, log, context: context as unknown as LoaderContext };
}

async function load(loader: Loader, watcher?: EventEmitter) {
  const made = createContext(watcher);
  // Astro's type allows a loader to be in two forms; ours all have `load`.
  await (loader as { load: (context: LoaderContext) => Promise<void> }).load(made.context);
  return made;
}

function writeNote(name: string, text: string): string {
  const path = join(folder, 'content', 'notes', name);
  writeFileSync(path, text);
  return path;
}

describe('the loaders', () => {
  test('fill the store with the library', async () => {
    const [site, vocabulary, lists, notes] = [
      await load(siteLoader()),
      await load(vocabularyLoader()),
      await load(listLoader()),
      await load(noteLoader()),
    ];
    expect(site.entries.get('site')!.data.title).toEqual({ en: 'Little Library', zh: '小书房' });
    expect(vocabulary.entries.get('vocabulary')!.data.terms).toHaveLength(12);
    expect([...lists.entries.keys()]).toEqual(['first-shelf', 'second-shelf']);
    expect(notes.entries.size).toBe(11);
    expect(notes.entries.get('lantern')!.data.pdf).toBe(join(folder, 'papers', 'lantern.pdf'));
    expect(notes.entries.get('paper-boat')!.data.pdf).toBeUndefined();
  });

  test('keep no body in the store, and a digest that follows the file', async () => {
    const before = (await load(noteLoader())).entries;
    writeNote('far-shore.md', '---\ntitle: The Far Shore\n---\n\nAnother body.\n');
    const after = (await load(noteLoader())).entries;
    expect(JSON.stringify(after.get('far-shore'))).not.toContain('Another body');
    expect(after.get('far-shore')!.digest).not.toBe(before.get('far-shore')!.digest);
    expect(after.get('lantern')!.digest).toBe(before.get('lantern')!.digest);
  });
});

describe('the loader of notes', () => {
  test('tells warnings and goes on', async () => {
    const { log } = await load(noteLoader());
    expect(log.error).toEqual([]);
    expect(log.warn).toEqual([expect.stringContaining('note/near-keyword')]);
  });

  test('prints ten warnings and then says where the rest is', async () => {
    for (let index = 0; index < 12; index++) writeNote(`slip-${index}.md`, '---\ntitle: A Slip\nkeywords: [dialoge]\n---\n');
    const { log } = await load(noteLoader());
    expect(log.warn).toHaveLength(11);
    expect(log.warn.at(-1)).toMatch(/^3 more warnings: npm run check/);
  });

  test('stops a build on errors, all of which it names', async () => {
    writeNote('one.md', '---\ntitel: One\n---\n');
    writeNote('two.md', '---\ntitle: Two\ndate: soon\n---\n');
    await expect(load(noteLoader())).rejects.toThrow(
      /^The collection has 3 errors:\n.*one\.md:2:1 error schema\/missing-key[\s\S]*one\.md:2:1 error schema\/unknown-key[\s\S]*two\.md:3:7 error schema\/invalid-value/,
    );
  });

  test('goes on in development without the broken note, and reads again when a file changes', async () => {
    const path = writeNote('one.md', '---\ntitel: One\n---\n');
    const watcher = new EventEmitter();
    const { entries, log } = await load(noteLoader(), watcher);
    expect(entries.has('one')).toBe(false);
    expect(entries.size).toBe(11);
    expect(log.error).toHaveLength(2);

    writeNote('one.md', '---\ntitle: One\n---\n');
    watcher.emit('change', path);
    await vi.waitFor(() => expect(entries.has('one')).toBe(true));
    rmSync(path);
    watcher.emit('unlink', path);
    await vi.waitFor(() => expect(entries.has('one')).toBe(false));
  });

  test('does not mind files outside the collection', async () => {
    const watcher = new EventEmitter();
    const { entries } = await load(noteLoader(), watcher);
    writeNote('one.md', '---\ntitle: One\n---\n');
    watcher.emit('change', join(folder, 'content-of-others', 'one.md'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(entries.has('one')).toBe(false);
  });
});
