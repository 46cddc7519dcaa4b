import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { locales } from '../core/site/locale.ts';
import { siteUrls } from '../core/site/urls.ts';
import { readEnvironment } from '../io/environment.ts';
import { readNotes } from '../io/notes.ts';
import { makeReaderFiles } from '../io/reader-files.ts';
import { addReaderHead, aheadScript, type ReaderScripts } from './reader-head.ts';

/** Where posters and texts are kept from build to build. */
const CACHE = '.cache/reader';

/**
 * Publishes beside every PDF a picture of its first page and the texts of its pages, and tells its reader's page which parts of
 * it come first; an unchanged PDF costs nothing.
 */
export function readerFiles(): AstroIntegration {
  let scripts: ReaderScripts;
  return {
    name: 'reading-room-reader-files',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [aheadScript((built) => (scripts = built))] } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const notes = readNotes(readEnvironment()).value;
        const publish = publisher(fileURLToPath(dir), scripts);
        for (const { id, pdf } of notes) if (pdf) await warned(logger, pdf, publish(id, pdf));
      },
    },
  };
}

/** The reader tells its visitors what is wrong; whoever builds the site is told here. */
async function warned(logger: AstroIntegrationLogger, pdf: string, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => logger.warn(`${pdf} opens without a picture of its first page: ${String(error)}`));
}

function publisher(folder: string, scripts: ReaderScripts): (id: string, pdf: string) => Promise<void> {
  const { base } = readEnvironment();
  const [files, urls] = [siteUrls('/'), siteUrls(base)];
  return async (id, pdf) => {
    const { poster, texts, parts } = await makeReaderFiles(pdf, CACHE);
    write(folder, files.texts(id), JSON.stringify(texts));
    if (poster) write(folder, files.poster(id), poster);
    for (const locale of locales) {
      const page = join(folder, files.reader(id, locale), 'index.html');
      // A note with a problem has no page.
      if (!existsSync(page)) continue;
      writeFileSync(page, addReaderHead(readFileSync(page, 'utf8'), { urls, id, scripts, parts, hasPoster: poster !== undefined }));
    }
  };
}

function write(folder: string, url: string, content: string | Uint8Array): void {
  const target = join(folder, ...url.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
