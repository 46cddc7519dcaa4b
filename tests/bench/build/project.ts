import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, type Cost } from './measure.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A copy of the project that builds into itself, so that no cache is shared with anyone's work. */
export interface Project {
  readonly dist: string;
  /** Builds the site of a collection; earlier builds' caches are used if they are there. */
  build(contentDir: string, env?: Readonly<Record<string, string>>): Cost;
  /** Forgets earlier builds. */
  clean(): void;
  /** The size of Astro's data store, in bytes. */
  dataStoreBytes(): number;
}

const SOURCES = ['astro.config.ts', 'package.json', 'tsconfig.json', 'src', 'public'];

const NO_INDEX = `import type { AstroIntegration } from 'astro';
export function searchIndex(): AstroIntegration {
  return { name: 'no-search-index', hooks: {} };
}
`;

/** Options of a copy. */
export interface ProjectOptions {
  /** Whether the build makes the search index. Default: true. */
  readonly index?: boolean;
}

/** Copies the project's sources into a folder and links the packages it needs. */
export function createProject(folder: string, { index = true }: ProjectOptions = {}): Project {
  mkdirSync(folder, { recursive: true });
  for (const name of SOURCES) cpSync(join(root, name), join(folder, name), { recursive: true });
  if (!index) writeFileSync(join(folder, 'src/integrations/search-index.ts'), NO_INDEX);
  linkPackages(folder);
  const dist = join(folder, 'dist');
  const cache = join(folder, 'node_modules/.astro');
  return {
    dist,
    build: (contentDir, env) =>
      runNode([join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
        cwd: folder,
        env: { ASTRO_TELEMETRY_DISABLED: '1', CONTENT_DIR: contentDir, PAPERS_DIR: '', SITE_BASE: '', SITE_URL: '', ...env },
      }),
    clean: () =>
      [dist, cache, join(folder, '.astro'), join(folder, '.cache')].forEach((path) => rmSync(path, { recursive: true, force: true })),
    dataStoreBytes: () => (existsSync(join(cache, 'data-store.json')) ? statSync(join(cache, 'data-store.json')).size : 0),
  };
}

/** Links packages one by one: Astro and Vite keep their caches in `node_modules`, which must be the copy's own. */
function linkPackages(folder: string): void {
  const source = join(root, 'node_modules');
  const target = join(folder, 'node_modules');
  mkdirSync(target);
  for (const name of readdirSync(source).filter((entry) => !entry.startsWith('.'))) symlinkSync(join(source, name), join(target, name));
}
