import { resolve } from 'node:path';

/** Where a build takes its content from and where its site will stand. */
export interface Environment {
  /** The folder of the collection, absolute. From `CONTENT_DIR`; default `content`. */
  readonly contentDir: string;
  /** The folders searched for PDFs, absolute, in order. `papers`, then `PAPERS_DIR` if it is set. */
  readonly paperDirs: readonly string[];
  /** The base path of the site. From `SITE_BASE`; default `/`. */
  readonly base: string;
  /** The site's origin, which absolute addresses begin with. From `SITE_URL`; default `http://localhost:4321`. */
  readonly site: string;
}

/** Reads the environment of a command that was started in `cwd`. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Environment {
  const elsewhere = env.PAPERS_DIR ? [resolve(cwd, env.PAPERS_DIR)] : [];
  return {
    contentDir: resolve(cwd, env.CONTENT_DIR || 'content'),
    paperDirs: [resolve(cwd, 'papers'), ...elsewhere],
    base: env.SITE_BASE || '/',
    site: env.SITE_URL || 'http://localhost:4321',
  };
}
