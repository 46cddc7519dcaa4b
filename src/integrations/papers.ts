import { createReadStream, statSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteUrls } from '../core/site/urls.ts';
import { readEnvironment } from '../io/environment.ts';
import { readNotes } from '../io/notes.ts';

/** The addresses of the PDFs at hand, without the base path, and the files that stand behind them. */
function pdfFiles(): Map<string, string> {
  const urls = siteUrls('/');
  return new Map(readNotes(readEnvironment()).value.flatMap(({ id, pdf }) => (pdf ? [[urls.pdf(id), pdf]] : [])));
}

/** Publishes the PDFs at hand, each beside the page of its note; in development they are served from where they lie. */
export function papers(): AstroIntegration {
  return {
    name: 'reading-room-papers',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const file = path.endsWith('.pdf') ? pdfFiles().get(path.replace(server.config.base, '/')) : undefined;
          if (!file) return next();
          response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': statSync(file).size });
          return createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = pdfFiles();
        for (const [url, file] of files) await copyInto(fileURLToPath(dir), url, file);
        logger.info(`${files.size} PDFs published`);
      },
    },
  };
}

async function copyInto(folder: string, url: string, file: string): Promise<void> {
  const target = join(folder, ...url.split('/'));
  await mkdir(dirname(target), { recursive: true });
  await copyFile(file, target);
}
