import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * The gzipped bytes of all scripts and style sheets that the reader of a paper runs before it has drawn and can mark its first page:
 * those its page names, and those these import, at once or when they are first needed, but for what other parts of the site load.
 */
export function criticalCode(site: string, paper: string): number {
  const assets = join(site, '_astro');
  const names = readdirSync(assets).filter((name) => /\.(?:m?js|css)$/.test(name));
  const page = readFileSync(join(site, 'papers', paper, 'read/index.html'), 'utf8');
  const found = new Set(names.filter((name) => page.includes(name)));
  for (const name of found) {
    if (name.endsWith('.css') || /search|worker/i.test(name)) continue;
    const code = readFileSync(join(assets, name), 'utf8');
    for (const other of names) if (code.includes(other)) found.add(other);
  }
  return [...found].reduce((bytes, name) => bytes + gzipSync(readFileSync(join(assets, name))).length, 0);
}
