import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteUrls } from '../core/site/urls.ts';
import { readEnvironment } from '../io/environment.ts';
import { readNotes } from '../io/notes.ts';
import { makeReaderFiles } from '../io/reader-files.ts';

/** Where posters and texts are kept from build to build. */
const CACHE = '.cache/reader';

/** Publishes beside every PDF a picture of its first page and the texts of its pages; an unchanged PDF costs nothing. */
export function readerFiles(): AstroIntegration {
  return {
    name: 'reading-room-reader-files',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const urls = siteUrls('/');
        const notes = readNotes(readEnvironment()).value;
        const publish = async (id: string, pdf: string): Promise<void> => {
          const { poster, texts } = await makeReaderFiles(pdf, CACHE);
          write(fileURLToPath(dir), urls.texts(id), JSON.stringify(texts));
          if (poster) write(fileURLToPath(dir), urls.poster(id), poster);
        };
        for (const { id, pdf } of notes) {
          if (!pdf) continue;
          // The reader tells its visitors what is wrong; whoever builds the site is told here.
          await publish(id, pdf).catch((error: unknown) =>
            logger.warn(`${pdf} opens without a picture of its first page: ${String(error)}`),
          );
        }
      },
    },
  };
}

function write(folder: string, url: string, content: string | Uint8Array): void {
  const target = join(folder, ...url.split('/'));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
