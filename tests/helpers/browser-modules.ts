import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');
const SPECIFIER = /(\bfrom |\bimport\()'(\.[^']*)\.ts'/g;

/**
 * Writes modules of the project as a browser takes them: types stripped, one file each, and with them all that they import.
 * @param entries Paths from the project's root, such as `src/islands/search-dialog/search-engine.ts`.
 */
export function writeBrowserModules(entries: readonly string[], folder: string): void {
  const open = entries.map((entry) => resolve(root, entry));
  const seen = new Set<string>();
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const code = stripTypeScriptTypes(readFileSync(path, 'utf8'));
    for (const [, , specifier] of code.matchAll(SPECIFIER)) open.push(resolve(dirname(path), `${specifier}.ts`));
    const target = join(folder, relative(root, path)).replace(/\.ts$/, '.js');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code.replace(SPECIFIER, "$1'$2.js'"));
  }
}
