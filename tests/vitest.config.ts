import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = resolve(import.meta.dirname, '..');

/** A build of the miniature site, or a browser that starts, takes seconds on a busy machine. */
const PATIENCE = 180_000;

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        // A test compares formulas with rehype-katex, which must then use the KaTeX of the site and not one of its own.
        resolve: { dedupe: ['katex'] },
        test: {
          name: 'unit',
          testTimeout: PATIENCE / 6,
          include: ['tests/unit/**/*.test.ts', 'tests/golden/**/*.test.ts'],
          server: { deps: { inline: ['rehype-katex'] } },
        },
      },
      {
        root,
        test: {
          name: 'site',
          include: ['tests/build/**/*.test.ts', 'tests/browser/**/*.test.ts', 'tests/search/**/*.test.ts'],
          globalSetup: 'tests/helpers/build-fixture-site.ts',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect: { poll: { timeout: PATIENCE / 10 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
