import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { encryptedPdf } from '../helpers/encrypted-pdf.ts';
import { firstExtra, makePdf } from '../helpers/make-pdf.ts';

const { open, complaints } = browseSite();

/** A page of the reader whose PDF is what a test makes of it. */
const openWith = (answer: Buffer | ((route: Route) => Promise<void>)) =>
  open('papers/lantern/read/', { viewport: { width: 1280, height: 720 } }, (page) =>
    page.route('**/lantern.pdf', (route) =>
      typeof answer === 'function' ? answer(route) : route.fulfill({ body: answer, contentType: 'application/pdf' }),
    ),
  );

const textOf = (page: Page, number: number) => page.locator(`.page[data-page-number="${number}"] .textLayer`).getByText(/\S/).first();

/** The note is there, whatever became of the PDF; and nothing went wrong in silence. */
async function noteIsWhole(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Key points' }).waitFor();
  expect(complaints().filter((complaint) => !/Failed to load resource/.test(complaint))).toEqual([]);
}

const plain = () => makePdf({ pages: [{ lines: ['First page'] }, { lines: ['Second page'] }] });

test.each([
  ['a page of HTML', Buffer.from('<!doctype html><title>Not found</title>'), 'The file is damaged, or it is not a PDF.'],
  ['an empty file', Buffer.alloc(0), 'The file is empty.'],
  ['a file that breaks off', plain().subarray(0, 60), 'The file is damaged, or it is not a PDF.'],
])('%s is named for what it is', async (_, body, reason) => {
  const page = await openWith(body);
  await page.getByText(reason).waitFor();
  expect(await page.getByRole('link', { name: 'Download the PDF' }).last().getAttribute('href')).toContain('lantern.pdf');
  await noteIsWhole(page);
});

test('a file whose end is missing is read as far as it goes', async () => {
  const whole = plain();
  const page = await openWith(whole.subarray(0, whole.lastIndexOf('startxref')));
  await textOf(page, 1).waitFor();
  await noteIsWhole(page);
});

test('a missing file can be asked for again', async () => {
  let isThere = false;
  const page = await openWith((route) =>
    isThere ? route.fulfill({ body: plain(), contentType: 'application/pdf' }) : route.fulfill({ status: 404, body: 'no' }),
  );
  await page.getByText('The site has no file at its address.').waitFor();
  isThere = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await textOf(page, 1).waitFor();
  await noteIsWhole(page);
});

test('a connection that breaks is told, and can be tried again', async () => {
  let isUp = false;
  const page = await openWith((route) => (isUp ? route.fulfill({ body: plain(), contentType: 'application/pdf' }) : route.abort()));
  await page.getByText('The connection failed.').waitFor();
  isUp = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await textOf(page, 1).waitFor();
  await noteIsWhole(page);
});

test('a connection cut in the middle of a file that was replaced is told, and the page comes when it is back', async () => {
  const long = (index: number) => ({ lines: Array.from({ length: 400 }, () => `Page ${index + 1} ${'lamp '.repeat(120)}`) });
  const body = makePdf({ pages: Array.from({ length: 8 }, (_, index) => long(index)) });
  let isUp = true;
  const page = await openWith(async (route) => {
    const range = /bytes=(\d+)-(\d+)/.exec((await route.request().allHeaders()).range ?? '');
    if (!isUp) return route.abort();
    const headers = { 'Accept-Ranges': 'bytes', 'Content-Type': 'application/pdf', 'Content-Length': String(body.length) };
    if (!range) return route.fulfill({ body, headers });
    const [from, to] = [Number(range[1]), Math.min(Number(range[2]), body.length - 1)];
    const part = body.subarray(from, to + 1);
    const partHeaders = { ...headers, 'Content-Length': String(part.length), 'Content-Range': `bytes ${from}-${to}/${body.length}` };
    return route.fulfill({ status: 206, body: part, headers: partHeaders });
  });
  await textOf(page, 1).waitFor();
  isUp = false;
  await page.keyboard.press('End');
  await page.getByText('The connection failed. The page comes as soon as it is back.').waitFor();
  isUp = true;
  await textOf(page, 8).waitFor();
  await page.getByRole('heading', { name: 'Key points' }).waitFor();
  expect(complaints().filter((complaint) => !/Failed to load resource|ERR_FAILED/.test(complaint))).toEqual([]);
});

test('a host that gives no parts gives the whole, and a connection cut in it is told', async () => {
  const body = plain();
  let isUp = false;
  const page = await openWith((route) =>
    route.fulfill({
      body: isUp ? body : body.subarray(0, 100),
      headers: { 'Content-Type': 'application/pdf', 'Content-Length': String(body.length) },
    }),
  );
  await page.locator('[data-cover="failed"]').waitFor();
  isUp = true;
  await page.getByRole('button', { name: 'Try again' }).click();
  await textOf(page, 1).waitFor();
  await noteIsWhole(page);
});

test('an encrypted file asks for its password in place, and opens with it', async () => {
  const page = await openWith(encryptedPdf('lamp', ['A secret page']));
  await page.getByLabel('Password').fill('wick');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByText('This is not its password.').waitFor();
  await page.getByLabel('Password').fill('lamp');
  await page.keyboard.press('Enter');
  await page.locator('.textLayer').getByText('A secret page').waitFor();
  await noteIsWhole(page);
});

/** What an address asks for, and the page where it leads. */
const addresses: readonly (readonly [hash: string, page: number])[] = [
  ['#page=999', 2],
  ['#page=-1', 1],
  ['#page=two', 1],
  ['#%E0%A4%A', 1],
  ['#zoom=NaN,x,y&page=2', 2],
  ['#zoom=FitR,1,2&page=2', 2],
  ['#nameddest=no.such.place', 1],
  ['#%5B%22no%22%2C%7B%22name%22%3A7%7D%5D', 1],
  ['#page=2&search=%22%22', 2],
  ['#page=2&quote=words+that+nobody+wrote&prefix=%E0', 2],
];

test('no address does harm', async () => {
  const page = await openWith(plain());
  const address = page.url();
  for (const [hash, number] of addresses) {
    // Between two addresses of one page the browser loads nothing.
    await page.goto('about:blank');
    await page.goto(address + hash);
    await textOf(page, number).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Page' }).inputValue(), { message: hash }).toBe(String(number));
    await noteIsWhole(page);
  }
});

test('scripts in a PDF are never run', async () => {
  const action = `${firstExtra(1)} 0 R`;
  const body = makePdf({
    pages: [{ lines: ['Quiet page'], more: `/AA << /O ${action} >>` }],
    catalog: `/OpenAction ${action}`,
    objects: ['<< /S /JavaScript /JS (app.alert\\("ran"\\); this.hasRun = true;) >>'],
  });
  let dialogs = 0;
  const page = await openWith(body);
  page.on('dialog', (dialog) => void (dialogs++, dialog.dismiss()));
  await textOf(page, 1).waitFor();
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /sandbox|quickjs/.test(name))).toEqual([]);
  expect(dialogs).toBe(0);
  await noteIsWhole(page);
});

test('a page of 20,000 points is shown, and a turn of the wheel away is the next one', async () => {
  const page = await openWith(makePdf({ pages: [{ lines: ['Vast page'], size: [20_000, 20_000] }, { lines: ['Small page'] }] }));
  await page.locator('.page[data-page-number="1"] canvas').first().waitFor();
  await page.keyboard.press('n');
  await textOf(page, 2).waitFor();
  await noteIsWhole(page);
});

test('a file of the reader’s own is opened where it is dropped, and left again', async () => {
  const page = await openWith(plain());
  await textOf(page, 1).waitFor();
  const bytes = [...makePdf({ pages: [{ lines: ['My own page'] }] })];
  await page.locator('[data-pdf-pane]').evaluate((pane, data) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(data)], 'mine.pdf', { type: 'application/pdf' }));
    pane.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  await page.locator('.textLayer').getByText('My own page').waitFor();
  await page.getByText('Your own file: mine.pdf').waitFor();
  await page.getByRole('button', { name: 'Back to the paper' }).click();
  await page.locator('.textLayer').getByText('First page').waitFor();
  await noteIsWhole(page);
});
