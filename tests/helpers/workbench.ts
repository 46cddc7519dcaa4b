import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runCommand } from '../../src/cli/run-command.ts';
import { localDisk } from '../../src/io/disk.ts';
import type { Effects } from '../../src/io/effects.ts';
import { readAddresses, type RemoteAddresses } from '../../src/io/remote/addresses.ts';

/** A folder with a collection, in which commands run as they do for an author. */
export interface Workbench {
  readonly folder: string;
  /** Runs a command line and gives what it said. */
  run(...args: string[]): Promise<{ code: number; out: string; err: string }>;
  /** A file's text by its path in the folder. */
  read(path: string): string;
  write(path: string, content: string | Uint8Array): string;
  /** Every file of the collection with its text, by path. */
  tree(path?: string): Record<string, string>;
  /** The milliseconds that commands waited, and did not have to wait here. */
  readonly waits: number[];
  /** Effects in place of those of the machine. */
  with(effects: Partial<Effects>): Workbench;
  remove(): void;
}

/** A folder of its own with an empty collection. */
export function createWorkbench(addresses: RemoteAddresses = readAddresses({})): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-bench-'));
  return bench(folder, addresses, {});
}

function bench(folder: string, addresses: RemoteAddresses, overrides: Partial<Effects>): Workbench {
  const waits: number[] = [];
  let now = Date.UTC(2026, 0, 1);
  return {
    folder,
    waits,
    run: async (...args) => {
      const out: string[] = [];
      const err: string[] = [];
      const code = await runCommand(args, {
        disk: localDisk,
        fetch: globalThis.fetch,
        clock: {
          now: () => now,
          sleep: (milliseconds) => {
            waits.push(milliseconds);
            now += milliseconds;
            return Promise.resolve();
          },
        },
        logger: { print: (text) => void out.push(text), report: (text) => void err.push(text), progress: () => undefined },
        environment: { contentDir: join(folder, 'content'), paperDirs: [join(folder, 'papers')], base: '/', site: 'http://localhost' },
        addresses,
        cacheDir: join(folder, '.cache'),
        ...overrides,
      });
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    write: (path, content) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
      return join(folder, path);
    },
    tree: (path = 'content') => readTree(join(folder, path)),
    with: (effects) => bench(folder, addresses, { ...overrides, ...effects }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')]),
  );
}
