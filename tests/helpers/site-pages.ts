import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page of a built site. */
export interface SitePage {
  /** Its address below the base path, without it: `papers/lantern/`. */
  readonly path: string;
  readonly html: string;
}

/** Every page of a built site. */
export function sitePages(folder: string): SitePage[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => ({ path: name.replace(/index\.html$/, ''), html: readFileSync(join(folder, name), 'utf8') }));
}

/** The values of an attribute in a page’s tags, character references read. */
export function attributes(html: string, name: string): string[] {
  const value = new RegExp(`\\s${name}="([^"]*)"`);
  return [...html.matchAll(/<[a-z][^>]*>/g)]
    .flatMap(([tag]) => value.exec(tag)?.[1] ?? [])
    .map((text) => text.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
}
