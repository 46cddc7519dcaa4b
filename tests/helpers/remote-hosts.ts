import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RemoteAddresses } from '../../src/io/remote/addresses.ts';

/** What a host answers: once each, in order; the last one again and again. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Hosts that play what arXiv, OpenReview and a DOI resolver answered. */
export interface RemoteHosts {
  readonly addresses: RemoteAddresses;
  /** The requests that came, as `GET path`. */
  readonly requests: string[];
  /** What the requests said that they come from. */
  readonly agents: (string | undefined)[];
  /** Their `Range` headers. */
  readonly ranges: (string | undefined)[];
  /** What is answered to addresses that begin with a path. */
  on(path: string, ...answers: readonly Answer[]): void;
  close(): Promise<void>;
}

/** Starts the hosts on this machine. What nobody answers is not found. */
export async function startRemoteHosts(): Promise<RemoteHosts> {
  const routes = new Map<string, Answer[]>();
  const requests: string[] = [];
  const ranges: (string | undefined)[] = [];
  const agents: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    requests.push(`${request.method} ${url}`);
    ranges.push(request.headers.range);
    agents.push(request.headers['user-agent']);
    const path = [...routes.keys()].filter((known) => url.startsWith(known)).sort((a, b) => b.length - a.length)[0];
    const answers = path === undefined ? undefined : routes.get(path);
    const answer = answers && (answers.length > 1 ? answers.shift() : answers[0]);
    if (answer) answer(request, response);
    else status(404)(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    addresses: {
      arxivApi: `${base}/arxiv-api`,
      arxivSite: `${base}/arxiv`,
      openreviewApi: `${base}/openreview-2`,
      openreviewApiV1: `${base}/openreview-1`,
      openreviewSite: `${base}/openreview`,
      doiResolver: `${base}/doi`,
    },
    requests,
    ranges,
    agents,
    on: (path, ...answers) => void routes.set(path, [...answers]),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

/** A text. */
export function text(body: string, type = 'application/json'): Answer {
  return (_, response) => response.writeHead(200, { 'content-type': type }).end(body);
}

/** A value as JSON. */
export function json(value: unknown): Answer {
  return text(JSON.stringify(value));
}

/** A code without a success, with headers such as `retry-after`. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => response.writeHead(code, headers).end('no');
}

/** A connection that is closed before an answer. */
export const dropped: Answer = (request) => void request.socket.destroy();

/** A web page where data was asked for. */
export const webPage = text('<!DOCTYPE html><html><body>Checking your browser</body></html>', 'text/html');

/** A file, whole or from where a range begins; `stopAt` breaks the connection after so many bytes of it. */
export function file(bytes: Buffer, { etag = '"v1"', stopAt }: { etag?: string; stopAt?: number } = {}): Answer {
  return (request, response) => {
    const start = request.headers['if-range'] === etag ? Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    response.writeHead(start > 0 ? 206 : 200, {
      'content-type': 'application/pdf',
      'content-length': bytes.length - start,
      etag,
      ...(start > 0 ? { 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` } : {}),
    });
    if (stopAt === undefined) return response.end(bytes.subarray(start));
    return response.write(bytes.subarray(start, stopAt), () => setTimeout(() => request.socket.destroy(), 50));
  };
}

/** An answer of arXiv’s interface in the shape of 2026, with the entries given. */
export function arxivFeed(
  entries: readonly { id: string; title: string; summary?: string; version?: number; authors?: readonly string[] }[],
): string {
  const body = entries.map(
    ({
      id,
      title,
      summary = 'A wrapped\n  abstract with $\\beta$ &amp; more.',
      version = 1,
      authors = ['Ada Lamp', 'Bo Wick'],
    }) => `  <entry>
    <id>http://arxiv.org/abs/${id}v${version}</id>
    <title>${title}</title>
    <updated>2024-07-01T17:01:23Z</updated>
    <published>2024-05-23T16:01:14Z</published>
    <summary>${summary}</summary>
    ${authors.map((name) => `<author>\n      <name>${name}</name>\n      <arxiv:affiliation>Lamp House</arxiv:affiliation>\n    </author>`).join('\n    ')}
    <arxiv:comment>Accepted at Lamps</arxiv:comment>
    <link rel="alternate" href="https://arxiv.org/abs/${id}v${version}" type="text/html"/>
    <link rel="related" title="pdf" href="https://arxiv.org/pdf/${id}v${version}" type="application/pdf"/>
    <arxiv:primary_category term="cs.LG"/>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <id>https://arxiv.org/api/x</id>
  <title>arXiv Query: search_query=&amp;id_list=x</title>
  <link href="https://arxiv.org/api/query?id_list=x" type="application/atom+xml"/>
${body.join('\n')}
</feed>`;
}

/** The error that arXiv tells in a successful answer. */
export const arxivError = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>arXiv Query: id_list=x</title>
  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_x</id>
    <title>Error</title>
    <summary>incorrect id format for x</summary>
    <author><name>arXiv api core</name></author>
  </entry>
</feed>`;
