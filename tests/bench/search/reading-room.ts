import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readSearchSource } from '../../../src/io/search-source.ts';
import { askEngines, buildSearchFolder, openSearch } from '../../helpers/search-session.ts';
import { READ_FIRST, timed, weighRequests, type Engine, type Material } from './engine.ts';

/** The search of this project. */
export async function readingRoom({ browser, content }: Material): Promise<Engine> {
  const [{ papers }, reading] = await timed(() => readSearchSource({ contentDir: content, paperDirs: [] }));
  const [folder, all] = await timed(() => buildSearchFolder(content));
  const session = await openSearch(browser, folder);
  return {
    name: 'Reading Room',
    buildSeconds: all - reading,
    facetBytes: gzipSync(JSON.stringify(papers)).length + gzipSync(readFileSync(join(folder, 'pagefind/ids.json'))).length,
    ask: (query) => session.ask(query),
    coldBytes: (query) =>
      weighRequests(
        browser,
        (url) => url.includes('/pagefind'),
        async (page) => {
          await page.goto(session.url, { waitUntil: 'load' });
          await askEngines(page, query, { read: READ_FIRST });
        },
      ),
    close: () => session.close(),
  };
}
