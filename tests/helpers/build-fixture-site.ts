import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { buildSite } from './build-site.ts';

/** The base path of the miniature site, as a fork’s would be. */
const BASE = '/reading/';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the miniature site, built once for all tests. */
    siteFolder: string;
    /** What its build printed. */
    siteOutput: string;
    /** Its base path. */
    siteBase: string;
  }
}

/** Builds the miniature library once, at a base path. */
export async function setup(project: TestProject): Promise<() => void> {
  const { folder, output } = await buildSite({
    content: 'tests/fixtures/library/content',
    papers: 'tests/fixtures/library/papers',
    base: BASE,
  });
  project.provide('siteFolder', folder);
  project.provide('siteOutput', output);
  project.provide('siteBase', BASE);
  return () => rmSync(folder, { recursive: true, force: true });
}
