import type { Browser, CDPSession } from 'playwright-core';

/** The kinds in which bytes are counted. */
export const kinds = ['html', 'css', 'js', 'fonts', 'other'] as const;

/** What a browser with an empty cache fetches for a page before its reader does anything. */
export interface Weight {
  readonly requests: number;
  /** Bytes over the wire, headers included, of each kind. */
  readonly bytes: Readonly<Record<(typeof kinds)[number], number>>;
  readonly total: number;
  /** The names of the fonts, each with its bytes. */
  readonly fonts: readonly string[];
  /** Addresses that were asked of anyone but the site itself. */
  readonly thirdParty: readonly string[];
  /** Addresses that could not be had. */
  readonly failed: readonly string[];
}

const KIND_OF: Readonly<Record<string, (typeof kinds)[number]>> = { Document: 'html', Stylesheet: 'css', Script: 'js', Font: 'fonts' };

/** Fonts and idle work may come after the load event. */
const SETTLE = 300; // milliseconds

/** Opens a page with an empty cache and weighs it. */
export async function weigh(browser: Browser, url: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const requests = await watchRequests(await context.newCDPSession(page));
  await page.goto(url, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE);
  await context.close();
  return summarize([...requests.values()], new URL(url).origin);
}

interface Request {
  readonly url: string;
  kind: (typeof kinds)[number];
  bytes: number;
  status: number;
}

async function watchRequests(session: CDPSession): Promise<Map<string, Request>> {
  const requests = new Map<string, Request>();
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (/^https?:/.test(request.url))
      requests.set(requestId, { url: request.url, kind: KIND_OF[type ?? ''] ?? 'other', bytes: 0, status: 0 });
  });
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { status: response.status, kind: kindOf(response.mimeType, type) });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return requests;
}

/** A preload has no type of its own, so what came back decides. */
function kindOf(mimeType: string, type: string): (typeof kinds)[number] {
  if (mimeType.startsWith('font/')) return 'fonts';
  if (mimeType === 'text/css') return 'css';
  return mimeType.includes('javascript') ? 'js' : (KIND_OF[type] ?? 'other');
}

function summarize(requests: readonly Request[], origin: string): Weight {
  const bytes = { html: 0, css: 0, js: 0, fonts: 0, other: 0 };
  for (const request of requests) bytes[request.kind] += request.bytes;
  return {
    requests: requests.length,
    bytes,
    fonts: requests.filter(({ kind }) => kind === 'fonts').map((font) => `${nameOf(font.url)} ${font.bytes}`),
    total: kinds.reduce((sum, kind) => sum + bytes[kind], 0),
    thirdParty: requests.filter((request) => new URL(request.url).origin !== origin).map((request) => request.url),
    // A worker's script has no answer of its own here.
    failed: requests.filter(({ status }) => status !== 0 && status !== 200).map(({ url }) => url),
  };
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1);
}
