import { createReadStream, existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What pdf.js fetches while it renders, and where it lies in the package: character maps, fonts, color profiles, decoders, icons. */
const FOLDERS: ReadonlyMap<string, string> = new Map([
  ['cmaps', 'cmaps'],
  ['standard_fonts', 'standard_fonts'],
  ['iccs', 'iccs'],
  ['wasm', 'wasm'],
  ['images', 'web/images'],
]);

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
          response.writeHead(200, { 'Content-Type': CONTENT_TYPES.get(extname(file)) ?? 'application/octet-stream' });
          return createReadStream(file).pipe(response);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const target = join(fileURLToPath(dir), 'pdfjs');
        await Promise.all(
          [...FOLDERS].map(([name, source]) => cp(join(packageFolder, source), join(target, name), { recursive: true, filter: isFetched })),
        );
      },
    },
  };
}

/** Browsers refuse decoders and icons under any other name. */
const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.wasm', 'application/wasm'],
  ['.js', 'text/javascript'],
  ['.svg', 'image/svg+xml'],
]);

/** The scripting sandbox is never started, so its engine is left out, as are icons of a user interface that is not shown. */
function isFetched(path: string): boolean {
  const isChrome = basename(dirname(path)) === 'images' && !basename(path).startsWith('annotation-');
  return !isChrome && !/quickjs|LICENSE/.test(path);
}

function assetFile(path: string): string | undefined {
  const match = /^\/pdfjs\/([a-z_]+)\/([\w.-]+)$/.exec(path);
  const folder = FOLDERS.get(match?.[1] ?? '');
  if (!match || folder === undefined) return undefined;
  const file = join(packageFolder, folder, match[2]!);
  return existsSync(file) ? file : undefined;
}
