import { createReadStream, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What pdf.js fetches while it renders: character maps, fonts, colour profiles and decoders. */
const FOLDERS = ['cmaps', 'standard_fonts', 'iccs', 'wasm'] as const;

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Publishes pdf.js's own files at `pdfjs/`, from the package that the reader is built with. */
export function pdfjsAssets(): AstroIntegration {
  return {
    name: 'reading-room-pdfjs-assets',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const file = assetFile(new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/'));
          if (!file) return next();
          response.writeHead(200, { 'Content-Type': file.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream' });
          return createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const target = join(fileURLToPath(dir), 'pdfjs');
        await Promise.all(
          FOLDERS.map((folder) => cp(join(packageFolder, folder), join(target, folder), { recursive: true, filter: isFetched })),
        );
      },
    },
  };
}

/** The scripting sandbox is never started, so its engine is left out. */
function isFetched(path: string): boolean {
  return !/quickjs|LICENSE/.test(path);
}

function assetFile(path: string): string | undefined {
  const match = /^\/pdfjs\/([a-z_]+)\/([\w.-]+)$/.exec(path);
  if (!match || !FOLDERS.some((folder) => folder === match[1])) return undefined;
  const file = join(packageFolder, match[1]!, match[2]!);
  return existsSync(file) ? file : undefined;
}
