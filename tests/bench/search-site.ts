import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { createGzip } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

/** Builds the site of another collection into a folder of its own. */
export function buildSite(contentDir: string, outDir: string): void {
  const env = { ...process.env, CONTENT_DIR: contentDir, SITE_BASE: '/', ASTRO_TELEMETRY_DISABLED: '1' };
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir], { env, stdio: 'ignore' });
}

/** Serves a built site as a host would: text compressed, no caching told. Resolves with the server and its address. */
export function serveSite(folder: string): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    const kind = extname(file);
    const headers = { 'Content-Type': TYPES[kind] ?? 'application/octet-stream' };
    if (!COMPRESSED.has(kind)) return createReadStream(file).pipe(response.writeHead(200, headers));
    return createReadStream(file)
      .pipe(createGzip())
      .pipe(response.writeHead(200, { ...headers, 'Content-Encoding': 'gzip' }));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, address: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` });
    });
  });
}
