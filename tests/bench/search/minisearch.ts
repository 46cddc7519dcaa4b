import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { plainText, READ, timed, type Engine, type Material } from './engine.ts';

/** The part of MiniSearch that is used. */
interface MiniSearch {
  addAll(documents: readonly object[]): void;
  search(query: string): readonly { readonly id: string }[];
}

interface Module {
  readonly default: new (options: object) => MiniSearch;
}

const OPTIONS = { fields: ['title', 'text'], searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 } };

let installed: Promise<string> | undefined;

/** MiniSearch with prefixes and typos allowed. It runs in Node, whose engine is Chromium's; its whole index is one download. */
export async function miniSearch({ records }: Material): Promise<Engine> {
  installed ??= install();
  const file = await installed;
  const { default: Index } = (await import(file)) as Module;
  const index = new Index(OPTIONS);
  const [, buildSeconds] = await timed(() =>
    index.addAll(records.map((record) => ({ id: record.url, title: record.meta.title, text: plainText(record) }))),
  );
  const bytes = gzipSync(JSON.stringify(index)).length + gzipSync(readFileSync(file)).length;
  return {
    name: 'MiniSearch',
    buildSeconds,
    facetBytes: 0,
    ask: (query) => {
      const start = performance.now();
      const found = index.search(query).slice(0, READ);
      return Promise.resolve({ found: found.map(({ id }) => id), milliseconds: performance.now() - start });
    },
    coldBytes: () => Promise.resolve(bytes),
    close: () => Promise.resolve(),
  };
}

/** Installs it into a temporary folder: the project itself has no use for it. */
async function install(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'minisearch-'));
  await promisify(execFile)('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', 'minisearch@7']);
  return join(folder, 'node_modules/minisearch/dist/es/index.js');
}
