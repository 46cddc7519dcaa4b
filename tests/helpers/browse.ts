import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { launchBrowser } from './find-browser.ts';
import { serveSite, type ServedSite } from './serve.ts';

/** How long a test waits for what it expects, in milliseconds: long enough for a busy machine. */
const PATIENCE = 30_000;

/** The miniature site in a real browser. */
export interface Browsing {
  /**
   * Opens a page of the site by its path below the base path, until the test ends.
   * @param prepare Called before the page is fetched, such as to answer some of its requests.
   */
  open(path: string, options?: BrowserContextOptions, prepare?: (page: Page) => Promise<unknown>): Promise<Page>;
  /** What the pages opened since the last call complained of: errors, and violations of the policy. */
  complaints(): string[];
}

/** Serves the miniature site and starts a browser for the tests of a file. */
export function browseSite(): Browsing {
  let site: ServedSite;
  let browser: Browser;
  let complaints: string[] = [];
  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSite(inject('siteFolder'), inject('siteBase')), launchBrowser()]);
  });
  // Pages that are left open would slow down the ones that come.
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    complaints = [];
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    open: async (path, options, prepare) => {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
      });
      await prepare?.(page);
      await page.goto(site.url + path);
      return page;
    },
    complaints: () => {
      const heard = complaints;
      complaints = [];
      return heard;
    },
  };
}
