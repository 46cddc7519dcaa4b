import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
};
const COMPRESSED = /^(?:text\/|application\/(?:json|xml|wasm)|image\/svg)/;

/** A served site. */
export interface ServedSite {
  /** Its address with the base path and a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built site as GitHub Pages does: below a base path, compressed, with ranges, tags that name versions, and a 404 page. */
export async function serveSite(folder: string, base = '/'): Promise<ServedSite> {
  const server = createServer((request, response) => answer(request, response, { folder, base }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

interface Place {
  readonly folder: string;
  readonly base: string;
}

function answer(request: IncomingMessage, response: ServerResponse, { folder, base }: Place): void {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  const file = path.startsWith(base) ? findFile(join(folder, normalize(path.slice(base.length)))) : undefined;
  if (file) send(request, response, { file, status: 200 });
  else if (existsSync(join(folder, '404.html'))) send(request, response, { file: join(folder, '404.html'), status: 404 });
  else response.writeHead(404).end();
}

function findFile(path: string): string | undefined {
  return [path, join(path, 'index.html')].find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
}

function send(request: IncomingMessage, response: ServerResponse, { file, status }: { file: string; status: number }): void {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const { mtime, mtimeMs, size } = statSync(file);
  const tag = `"${Math.round(mtimeMs).toString(16)}-${size.toString(16)}"`;
  if (request.headers['if-none-match'] === tag) return void response.writeHead(304).end();
  response.setHeader('ETag', tag);
  response.setHeader('Last-Modified', mtime.toUTCString());
  response.setHeader('Cache-Control', 'max-age=600');
  const isOther = (request.headers['if-range'] ?? tag) !== tag;
  const range = isOther ? null : /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  if (range) return sendRange(response, { file, type, from: Number(range[1]), to: range[2] });
  response.setHeader('Content-Type', type);
  if (COMPRESSED.test(type) && /gzip/.test(request.headers['accept-encoding'] ?? '')) {
    const body = gzipSync(readFileSync(file));
    response.writeHead(status, { 'Content-Encoding': 'gzip', 'Content-Length': body.length }).end(body);
    return undefined;
  }
  response.writeHead(status, { 'Content-Length': statSync(file).size, 'Accept-Ranges': 'bytes' });
  createReadStream(file).pipe(response);
  return undefined;
}

function sendRange(
  response: ServerResponse,
  { file, type, from, to }: { file: string; type: string; from: number; to: string | undefined },
): void {
  const { size } = statSync(file);
  const end = Math.min(to ? Number(to) : size - 1, size - 1);
  response.writeHead(206, {
    'Content-Type': type,
    'Content-Length': end - from + 1,
    'Content-Range': `bytes ${from}-${end}/${size}`,
    'Accept-Ranges': 'bytes',
  });
  createReadStream(file, { start: from, end }).pipe(response);
}
