import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteUrls } from '../../../src/core/site/urls.ts';
import { serveSite, type ServedSite } from '../../helpers/serve.ts';
import { createProject } from '../build/project.ts';
import { filesBelow } from '../build/tree.ts';
import { makeLibrary, writeFiles } from '../make-library.ts';

/** The base path below which sites are measured, for a project's page on GitHub Pages has one. */
export const BASE = '/reading-room/';

/** The addresses below it. */
export const urls = siteUrls(BASE);

/** A built site that is being served. */
export interface BenchSite {
  readonly name: string;
  /** The origin, without a slash at the end. */
  readonly origin: string;
  /** The paths of its pages below the origin, each ending in a slash. */
  readonly pages: readonly string[];
  /** A page's HTML. */
  html(page: string): string;
  close(): Promise<void>;
}

/** The project's own collection. */
export const realCollection = join(import.meta.dirname, '../../../content');

/** Builds a collection's site and serves it as GitHub Pages would. */
export async function openSite(name: string, contentDir: string): Promise<BenchSite> {
  const work = mkdtempSync(join(tmpdir(), 'reading-room-site-'));
  const project = createProject(join(work, 'project'));
  // The address must be known before the build, which writes it into the pages.
  const served: ServedSite = await serveSite(project.dist, BASE);
  const { origin } = new URL(served.url);
  project.build(contentDir, { SITE_BASE: BASE, SITE_URL: origin });
  return {
    name,
    origin,
    pages: filesBelow(project.dist)
      .filter((file) => /(^|[/\\])index\.html$/.test(file))
      .map((file) => BASE + file.replaceAll('\\', '/').replace(/index\.html$/, '')),
    html: (page) => readFileSync(join(project.dist, page.slice(BASE.length), 'index.html'), 'utf8'),
    close: async () => {
      await served.close();
      rmSync(work, { recursive: true });
    },
  };
}

/** The id of the one generated note that holds no formula. */
export const PLAIN_NOTE = 'paper-without-math';

/** Builds and serves a generated library of `notes` notes, one of them without math. */
export async function openGenerated(notes: number): Promise<BenchSite> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-library-'));
  const files = makeLibrary({ notes: notes - 1 });
  const first = files.get('notes/paper-000001.md')!;
  files.set(`notes/${PLAIN_NOTE}.md`, first.replaceAll(/\$\$[^$]*\$\$/g, 'A sentence.').replaceAll(/\$[^$]*\$/g, 'x'));
  writeFiles(folder, files);
  const site = await openSite(`${notes} notes`, folder);
  return { ...site, close: () => site.close().finally(() => rmSync(folder, { recursive: true })) };
}

/** The pages of notes, readers left out. */
export function notePages({ pages }: BenchSite): string[] {
  return pages.filter((page) => /\/papers\/[^/]+\/$/.test(page));
}

/** Whether a page loads KaTeX's style sheet. */
export function hasMath(html: string): boolean {
  return html.includes('class="katex');
}

/** The address of the page of the keyword with the most to show. */
export function largestKeywordPage(site: BenchSite): string | undefined {
  const pages = site.pages.filter((page) => new RegExp(`^${urls.keywords('en')}[^/]+/$`).test(page));
  return pages.sort((a, b) => site.html(b).length - site.html(a).length)[0];
}
