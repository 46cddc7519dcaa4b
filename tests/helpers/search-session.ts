import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildIndexes } from '../../src/integrations/search-index.ts';
import { writeBrowserModules } from './browser-modules.ts';
import { serveSite } from './serve.ts';

/** What a query came to. */
export interface Answer {
  /** The ids of the papers found, the best first, notes and PDFs merged. */
  readonly found: readonly string[];
  /** The best page of the first paper's PDF; undefined where only its note answers. */
  readonly page: number | undefined;
  /** Whether the PDFs were asked. */
  readonly askedPdfs: boolean;
  /** From the request to the read results, in milliseconds. */
  readonly milliseconds: number;
}

/** The real index of a collection, asked by the real engines in a real browser. */
export interface SearchSession {
  /** The page in which the engines run. */
  readonly page: Page;
  /** The address of the folder in which the indexes stand. */
  readonly url: string;
  /**
   * Asks a query.
   * @param inPdfs Whether the PDFs are asked whatever the notes answer. Default: only where the engine would.
   */
  ask(query: string, inPdfs?: boolean): Promise<Answer>;
  close(): Promise<void>;
}

/** How many results are read, as on the search page. */
const SHOWN = 10;

/** The engines, set up in a page of their own. */
const PAGE = `<!doctype html><title>Search</title><script type="module">
import { SearchEngine } from './src/islands/search-dialog/search-engine.js';
import { PdfEngine } from './src/islands/search-dialog/pdf-engine.js';
import { mergeResults } from './src/islands/search-dialog/merged-results.js';
const notes = new SearchEngine({ index: new URL('pagefind/', location.href).href, records: 'records.json' });
const pdfs = new PdfEngine(new URL('pagefind-pdf/', location.href).href);
window.ask = async (query, inPdfs, shown) => {
  const start = performance.now();
  const answer = await notes.search(query);
  const { found } = answer;
  const { lexicon } = await notes.load();
  const isUnanswered = pdfs.wants(query, lexicon, answer);
  const askedPdfs = lexicon.pdfPages > 0 && (inPdfs || isUnanswered);
  const papers = askedPdfs ? await pdfs.search(query, lexicon) : [];
  const ids = askedPdfs ? await notes.ids() : {};
  const noteOf = ({ id }) => ids[id];
  const inNotes = found.map((inNote) => ({ inNote }));
  const merged = askedPdfs ? mergeResults({ notes: found, papers, noteOf, order: isUnanswered ? 'mixed' : 'behind' }) : inNotes;
  const read = async ({ inNote, inPages }) => inPages?.note ?? (await inNote.load()).note;
  const names = await Promise.all(merged.slice(0, shown).map(read));
  return { found: names, page: merged[0]?.inPages?.pages[0]?.page, askedPdfs, milliseconds: performance.now() - start };
};
</script>`;

/** Makes the search indexes of a collection, without the site around them, into a new folder. */
export async function buildSearchFolder(content: string, papers?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'reading-room-search-'));
  const place = { contentDir: content, paperDirs: papers ? [papers] : [] };
  for (const file of await buildIndexes(place, (message) => console.warn(message))) {
    mkdirSync(dirname(join(folder, file.path)), { recursive: true });
    writeFileSync(join(folder, file.path), file.content);
  }
  return folder;
}

/** Opens a folder that `buildSearchFolder` made; closing deletes it. */
export async function openSearch(browser: Browser, folder: string): Promise<SearchSession> {
  writeBrowserModules(
    ['search-engine', 'pdf-engine', 'merged-results'].map((name) => `src/islands/search-dialog/${name}.ts`),
    folder,
  );
  writeFileSync(join(folder, 'index.html'), PAGE);
  const site = await serveSite(folder);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url, { waitUntil: 'load' });
  return {
    page,
    url: site.url,
    ask: (query, inPdfs = false) => askEngines(page, query, { inPdfs }),
    close: async () => {
      await context.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** How the engines are asked. */
export interface Asking {
  /** Whether the PDFs are asked whatever the notes answer. Default: only where the engine would. */
  readonly inPdfs?: boolean;
  /** How many results are read. Default: as many as on the search page. */
  readonly read?: number;
}

/** Asks the engines of a page that has opened the address of a session. */
export function askEngines(page: Page, query: string, { inPdfs = false, read = SHOWN }: Asking = {}): Promise<Answer> {
  // The page's own script defined it.
  const ask = ([text, always, shown]: readonly [string, boolean, number]) => (window as unknown as EngineWindow).ask(text, always, shown);
  return page.evaluate(ask, [query, inPdfs, read] as const);
}

interface EngineWindow {
  ask(query: string, inPdfs: boolean, shown: number): Promise<Answer>;
}
