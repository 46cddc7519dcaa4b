import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { makePdf } from '../helpers/make-pdf.ts';
import { drawn } from '../helpers/reader-pages.ts';

const { open, complaints } = browseSite();
const wide = { viewport: { width: 1280, height: 720 } };

const own = () => makePdf({ pages: [{ lines: ['My own page'] }, { lines: ['Its second page'] }] });

/** Drops a file on an element as a file manager does. */
const drop = (page: Page, target: string, { bytes, name }: { bytes: Buffer; name: string }) =>
  page.locator(target).evaluate(
    (element, { data, called }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(data)], called, { type: 'application/pdf' }));
      for (const type of ['dragover', 'drop'])
        if (element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true })))
          throw new Error(`${type} was left to the browser`);
    },
    { data: [...bytes], called: name },
  );

/** Waits for the dialog that an action opens, and chooses a file in it. */
async function choose(page: Page, act: () => Promise<unknown>, buffer: Buffer): Promise<void> {
  const dialog = page.waitForEvent('filechooser');
  // The browser has taken up the wait when it has answered this.
  await page.evaluate(() => undefined);
  await act();
  await (await dialog).setFiles({ name: 'boat.pdf', mimeType: 'application/pdf', buffer });
}

const pdfScripts = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /viewer|pdf\.worker/.test(name)).length);

test('where the site has no PDF, a file that is dropped opens beside the note, with all tools, and closes again', async () => {
  const page = await open('papers/paper-boat/read/', wide);
  await page.getByText('If you have the PDF, drop it here').waitFor();
  await page.getByText('only if that host permits it').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await pdfScripts(page)).toBe(0);
  await drop(page, '#reader-note', { bytes: own(), name: 'boat.pdf' });
  await drawn(page);
  await page.getByText('Your own file: boat.pdf').waitFor();
  await page.keyboard.press('n');
  await page.waitForURL(/#page=2/);
  await page.keyboard.press('f');
  await page.keyboard.type('second');
  await expect.poll(() => page.locator('[data-find-bar] output').textContent()).toBe('1 match');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close the file' }).click();
  await page.getByText('If you have the PDF, drop it here').waitFor();
  expect(complaints()).toEqual([]);
});

test('a file is chosen by key and by button, in Chinese and on a small screen too', async () => {
  const page = await open('zh/papers/paper-boat/read/', { viewport: { width: 320, height: 640 } });
  await page.getByText('如果您手里有这份 PDF').waitFor();
  await choose(page, () => page.keyboard.press('o'), Buffer.from('no PDF at all'));
  await page.getByText('文件已损坏，或者不是 PDF。').waitFor();
  const again = page.locator('[data-cover="failed"]').getByRole('button', { name: '打开自己的文件' });
  await choose(page, () => again.click(), own());
  await drawn(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('a page that a note cites leads to the copy elsewhere until a file is open, and then into that', async () => {
  const page = await open('papers/paper-boat/read/#page=2', wide);
  const remote = page.getByRole('link', { name: /Open page 2 of the PDF at arxiv\.org/ });
  expect(await remote.getAttribute('href')).toBe('https://arxiv.org/pdf/0000.00002#page=2');
});
