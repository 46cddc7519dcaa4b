import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Page } from 'playwright-core';
import { serveSite } from '../../helpers/serve.ts';
import { plainText, READ, READ_FIRST, timed, weighRequests, type Engine, type Material } from './engine.ts';

/** Pagefind as it comes, with its index in Chinese mode: the same text, its own cutting, its own ranking. */
export async function stockPagefind({ browser, records }: Material): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'stock-pagefind-'));
  const [, buildSeconds] = await timed(async () => {
    const { index } = await createIndex({ forceLanguage: 'zh' });
    for (const record of records)
      await index!.addCustomRecord({ url: record.url, content: plainText(record), meta: { title: record.meta.title! }, language: 'zh' });
    const { files } = await index!.getFiles();
    for (const { path, content } of files) {
      mkdirSync(dirname(join(folder, 'pagefind', path)), { recursive: true });
      writeFileSync(join(folder, 'pagefind', path), content);
    }
    await index!.deleteIndex();
  });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><title>Pagefind</title>');
  const site = await serveSite(folder);
  const page = await browser.newPage();
  await page.goto(site.url);
  return {
    name: 'Pagefind (zh)',
    buildSeconds,
    facetBytes: 0,
    ask: (query) => askPagefind(page, query),
    coldBytes: (query) =>
      weighRequests(
        browser,
        (url) => url.includes('/pagefind/'),
        async (fresh) => {
          await fresh.goto(site.url);
          await askPagefind(fresh, query, READ_FIRST);
        },
      ),
    close: async () => {
      await page.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The part of Pagefind that is asked. */
interface Pagefind {
  search(query: string): Promise<{ readonly results: readonly { data(): Promise<{ readonly raw_url: string }> }[] }>;
}

function askPagefind(page: Page, query: string, read = READ) {
  return page.evaluate(
    async ([text, count]) => {
      const address = new URL('pagefind/pagefind.js', location.href).href;
      const pagefind = (await import(address)) as Pagefind;
      const start = performance.now();
      const { results } = await pagefind.search(text);
      const found = await Promise.all(results.slice(0, count).map(async (result) => (await result.data()).raw_url));
      return { found, milliseconds: performance.now() - start };
    },
    [query, read] as const,
  );
}
