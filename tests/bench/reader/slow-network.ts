import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server seen through a network of a given speed, which counts what passes. */
export interface SlowNetwork {
  /** The address of the served site, through the network. */
  readonly url: string;
  /** The bytes that passed since the last call: in all, of PDFs, of scripts and style sheets, and of those among them that only a PDF reader has. */
  count(): { readonly all: number; readonly pdf: number; readonly code: number; readonly reader: number };
  close(): Promise<void>;
}

/** 40 ms from request to response and 10 Mbit/s for all connections together. */
const DELAY = 40;
const BYTES_PER_MILLISECOND = 1250;
const CHUNK = 8192;

/** What GitHub Pages says of every file. */
const CACHING = { 'cache-control': 'max-age=600' };

/** Puts a network between a browser and a server. */
export async function slowNetwork(target: string): Promise<SlowNetwork> {
  let counted = { all: 0, pdf: 0, code: 0, reader: 0 };
  const pace = pacer();
  const pass = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    await wait(DELAY);
    const from = await answerOf(incoming, new URL(incoming.url ?? '/', target));
    response.writeHead(from.statusCode ?? 502, { ...from.headers, ...CACHING });
    const path = incoming.url?.replace(/\?.*/, '') ?? '';
    for await (const data of from) {
      for (let at = 0; at < data.length && !response.destroyed; at += CHUNK) {
        const chunk = (data as Buffer).subarray(at, at + CHUNK);
        await pace(chunk.length);
        counted.all += chunk.length;
        if (path.endsWith('.pdf')) counted.pdf += chunk.length;
        if (/\.(?:m?js|css)$/.test(path)) counted.code += chunk.length;
        if (/\/(?:pdf|viewer|ahead|Reader|locat)[^/]*\.(?:m?js|css)$/.test(path)) counted.reader += chunk.length;
        response.write(chunk);
      }
    }
    response.end();
  };
  const server = createServer((incoming, response) => void pass(incoming, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    count: () => {
      const result = counted;
      counted = { all: 0, pdf: 0, code: 0, reader: 0 };
      return result;
    },
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

function answerOf({ method, headers }: IncomingMessage, url: URL): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => request(url, { method, headers }, resolve).on('error', reject).end());
}

/** Lets bytes pass one after another, whichever connection they are of. */
function pacer(): (bytes: number) => Promise<void> {
  let free = 0;
  return async (bytes) => {
    const now = performance.now();
    free = Math.max(free, now) + bytes / BYTES_PER_MILLISECOND;
    // Timers are coarse: short waits are made up for by the next ones.
    if (free - now > 4) await wait(free - now);
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
