import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const astro = join(root, 'node_modules/astro/bin/astro.mjs');

/** What a site is built from and for. */
export interface SiteSource {
  /** The folder of the collection, relative to the project’s root. */
  readonly content: string;
  /** The folder of its PDFs. Default: none but `papers/`. */
  readonly papers?: string;
  /** The base path. Default: `/`. */
  readonly base?: string;
}

/** A finished build. */
export interface BuiltSite {
  /** The folder of the built site, in the system’s folder for temporary files. */
  readonly folder: string;
  /** Everything that the build printed. */
  readonly output: string;
}

/** Builds a collection as `npm run build` does; fails as it does, with what it printed as the message. */
export async function buildSite({ content, papers = '', base = '/' }: SiteSource): Promise<BuiltSite> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    CONTENT_DIR: content,
    PAPERS_DIR: papers,
    SITE_BASE: base,
    SITE_URL: 'https://example.org',
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  try {
    const { stdout, stderr } = await run(process.execPath, [astro, 'build', '--outDir', folder], {
      cwd: root,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { folder, output: stdout + stderr };
  } catch (error) {
    // A failed child process carries what it printed.
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout ?? ''}${stderr ?? ''}` || String(error), { cause: error });
  }
}
