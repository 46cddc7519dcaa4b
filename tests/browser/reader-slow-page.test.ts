import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from '../helpers/find-browser.ts';
import { serveSite, type ServedSite } from '../helpers/serve.ts';

const READER = 'papers/lantern/read/';

let site: ServedSite;
let browser: Browser;
let slow: Server;
/** Sends the rest of the page. */
let release: () => void;

/** The site, but the reader's page stops in the middle until it is released. */
beforeAll(async () => {
  [site, browser] = await Promise.all([serveSite(inject('siteFolder'), inject('siteBase')), launchBrowser()]);
  slow = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url!, site.url), { headers: request.headers.range ? { range: request.headers.range } : {} });
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = [...answer.headers].filter(
      ([name]) => !/^(?:content-encoding|content-length|connection|transfer-encoding|keep-alive)$/.test(name),
    );
    response.writeHead(answer.status, Object.fromEntries(headers));
    if (!request.url!.endsWith(READER)) return response.end(body);
    const middle = body.indexOf('>', body.indexOf('<pdf-reader')) + 1;
    release = () => response.end(body.subarray(middle));
    return response.write(body.subarray(0, middle));
  });
  await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  slow.closeAllConnections();
  slow.close();
  await site.close();
});

test('a page that comes slower than its scripts is read all the same', async () => {
  const page = await browser.newPage();
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  // A server that listens on TCP has an address with a port.
  const { port } = slow.address() as AddressInfo;
  const running = page.waitForResponse(/\/viewer\.[^/]*\.js$/).then((response) => response.finished());
  await page.goto(`http://127.0.0.1:${port}${inject('siteBase')}${READER}`, { waitUntil: 'commit' });
  await running;
  // The thread is started by the scripts that were just loaded.
  await expect.poll(() => page.workers().length).toBeGreaterThan(0);
  release();
  await page.locator('.page[data-page-number="1"] .textLayer span').first().waitFor({ state: 'attached' });
  expect(errors).toEqual([]);
});
