import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { makePdf } from '../helpers/make-pdf.ts';

const { open, complaints } = browseSite();

const pages = Array.from({ length: 60 }, (_, index) => ({
  lines: Array.from({ length: 25 }, () => `Page ${index + 1} ${'lamp '.repeat(120)}`),
}));
const body = makePdf({ pages });
const LAST = body.length - (body.length % 16_384);

test('a reader’s page names the parts of its PDF that come first, and fetches nothing else to show it', async () => {
  const asked: (string | undefined)[] = [];
  const page = await open('papers/lantern/read/', {}, (tab) =>
    tab.route('**/lantern.pdf', async (route) => {
      asked.push((await route.request().allHeaders()).range);
      await route.continue();
    }),
  );
  await page.locator('.page[data-page-number="1"] .textLayer span').first().waitFor({ state: 'attached' });
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.every((range) => /^bytes=\d+-\d+$/.test(range ?? ''))).toBe(true);
  expect(new Set(asked).size).toBe(asked.length);
  expect(complaints()).toEqual([]);
});

test('a PDF that was replaced since the site was built is opened all the same', async () => {
  const page = await open('papers/lantern/read/', {}, (tab) => tab.route('**/lantern.pdf', (route) => route.fulfill({ body })));
  await page.locator('.page[data-page-number="1"] .textLayer').getByText('Page 1 lamp').first().waitFor();
  expect(complaints()).toEqual([]);
});

test('pages that could not be fetched come when the connection is back', async () => {
  let isUp = false;
  const page = await open('papers/lantern/read/', {}, async (tab) => {
    await tab.route(/\/papers\/lantern\/read\/$/, async (route) => {
      const response = await route.fetch();
      const parts = `data-parts="${body.length};0-32768,${LAST}-${body.length};"`;
      await route.fulfill({ response, body: (await response.text()).replace(/data-parts="[^"]*"/, parts) });
    });
    await tab.route('**/lantern.pdf', async (route) => {
      const range = /bytes=(\d+)-(\d+)/.exec((await route.request().allHeaders()).range ?? '');
      const [from, to] = [Number(range?.[1]), Number(range?.[2])];
      const isFirst = from === 0 || from === LAST;
      if (!range || !(isUp || isFirst)) return route.abort();
      const headers = { 'Content-Type': 'application/pdf', 'Content-Range': `bytes ${from}-${to}/${body.length}` };
      return route.fulfill({ status: 206, body: body.subarray(from, to + 1), headers });
    });
  });
  const text = (number: number) => page.locator(`.page[data-page-number="${number}"] .textLayer`).getByText(`Page ${number} lamp`).first();
  await page.getByText('The connection failed. The page comes as soon as it is back.').waitFor();
  isUp = true;
  await text(1).waitFor();
  expect(complaints().filter((complaint) => !/Failed to load resource|ERR_FAILED/.test(complaint))).toEqual([]);
});
