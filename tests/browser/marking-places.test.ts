import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { makePdf } from '../helpers/make-pdf.ts';
import { desktop, mark, markingReader, readerPath, ready, until } from '../helpers/marking.ts';
import { colorAt } from '../helpers/reader-pages.ts';

const { open } = browseSite();
const openReader = markingReader(open);

test.each([0, 130, 200])('who goes on before a chosen mark is shown is not brought back, with frames %i ms late', async (late) => {
  const page = await openReader();
  await mark(page, 'order of lamps', 'Highlight in pink');
  await until(page, 1);
  await page.waitForFunction(() => CSS.highlights.get('mark-highlight-pink')?.size === 1);
  await page.evaluate((delay) => {
    const container = document.querySelector<HTMLElement>('[data-scroller]')!;
    const [range] = [...CSS.highlights.get('mark-highlight-pink')!] as Range[];
    const { left, top, width, height } = range!.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true };
    getSelection()!.removeAllRanges();
    // As on a busy machine: what waits for a frame comes after the pages were fitted beside the list.
    const soon = requestAnimationFrame;
    if (delay > 0) window.requestAnimationFrame = (callback) => (setTimeout(() => soon(callback), delay), 0);
    document.elementFromPoint(at.clientX, at.clientY)!.dispatchEvent(new MouseEvent('click', at));
    container.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
  }, late);
  await page.locator('[data-choose][aria-current="true"]').waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  expect(new URL(page.url()).hash).toBe('#page=3');
  await page.locator('[data-choose]').click();
  await page.waitForURL(/#page=1/);
});

test('keys select the words of the text and pass by the line numbers in its margin', async () => {
  const texts = ['lamps burn by night', 'rooms stay warm', 'keepers like order'].map((text) =>
    Array.from({ length: 8 }, (_, line) => `${text} ${'abcdefgh'[line]}`),
  );
  const numbers = (page: number) =>
    texts[0]!.map((_, line) => `BT /F1 9 Tf 40 ${720 - 24 * line} Td (${String(8 * page + line).padStart(3, '0')}) Tj ET`).join(' ');
  const body = makePdf({ pages: texts.map((lines, page) => ({ lines, draw: numbers(page) })) });
  const page = await open(readerPath, desktop, (fresh) =>
    fresh.route('**/lantern.pdf', (route) => route.fulfill({ body, contentType: 'application/pdf' })),
  );
  await ready(page);
  const selected: string[] = [];
  await page.keyboard.press('v');
  for (let step = 0; step < 12; step++) {
    await page.waitForFunction((before) => !['', before].includes(getSelection()!.toString()), selected.at(-1) ?? '');
    selected.push(await page.evaluate(() => getSelection()!.toString()));
    await page.keyboard.press('ArrowRight');
  }
  expect(selected.slice(0, 6)).toEqual(['lamps', 'burn', 'by', 'night', 'a', 'lamps']);
  expect(selected.filter((word) => /^\d+$/.test(word))).toEqual([]);
});

test('in forced colors, marks of different colors and kinds are told apart', async () => {
  const page = await open(readerPath, { ...desktop, forcedColors: 'active' });
  await ready(page);
  await mark(page, 'order of lamps', 'Highlight in pink');
  await mark(page, 'Lantern', 'Highlight in green');
  // The mark that was made last is the chosen one, and has a color of its own.
  await mark(page, 'states the problem', 'Underline');
  await until(page, 3);
  await page.keyboard.press('Escape');
  const line = (words: string) => page.locator('.textLayer span', { hasText: words }).last();
  const [pink, green] = [await colorAt(line('order of lamps'), [0.8, 0.1]), await colorAt(line('Lantern'), [0.25, 0.1])];
  expect(pink[0]! - pink[1]!).toBeGreaterThan(30);
  expect(green[1]! - green[0]!).toBeGreaterThan(30);
});

test('keys that are pressed before the text to select in is known wait for it', async () => {
  const page = await openReader();
  await page.evaluate(() => {
    const press = (key: string, shiftKey = false) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    press('v');
    press('ArrowRight', true);
    press('ArrowRight', true);
    press('2');
  });
  await until(page, 1);
  await page.keyboard.press('a');
  expect(await page.locator('[data-marks] [data-found] [data-name]').allTextContents()).toEqual(['Highlight, green']);
  expect((await page.locator('[data-marks] [data-quote]').textContent())!.trim().split(/\s+/)).toHaveLength(3);
  expect(await page.locator('[data-command="spread"]').first().getAttribute('aria-pressed')).toBe('false');
});
