import { join } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({ overrideConfigFile: join(import.meta.dirname, '../../../.config/eslint.config.ts') });

test.each([
  ['src/core/probe.ts', "import '../io/files.ts';", 'import-x/no-restricted-paths'],
  ['src/core/probe.ts', "import 'node:fs';", 'import-x/no-nodejs-modules'],
  ['src/core/probe.ts', 'export const title = document.title;', 'no-restricted-globals'],
  ['src/markdown/probe.ts', "import '../io/files.ts';", 'import-x/no-restricted-paths'],
  ['src/io/probe.ts', "import '../islands/theme-switch/theme-switch.ts';", 'import-x/no-restricted-paths'],
  ['src/islands/probe.ts', "import '../markdown/pipeline.ts';", 'import-x/no-restricted-paths'],
  ['src/components/probe.ts', "import { getCollection } from 'astro:content'; getCollection('notes');", 'no-restricted-imports'],
  ['src/pages/probe.ts', "import '../io/collection.ts';", 'import-x/no-restricted-paths'],
  ['src/cli/probe.ts', "import '../integrations/papers.ts';", 'import-x/no-restricted-paths'],
])('a line in the wrong room does not pass: %s with %s', { timeout: 30_000 }, async (filePath, code, rule) => {
  const [result] = await eslint.lintText(code, { filePath });
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain(rule);
});
