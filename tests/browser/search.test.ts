import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

const done = (page: Page) => page.locator('[data-search-state="done"]').last().waitFor({ state: 'attached' });
const found = (page: Page) =>
  page.locator('[data-paper]').evaluateAll((results) => results.map((result) => (result as HTMLElement).dataset.paper));

/** What one tab finds of one query after another. */
async function searches(queries: readonly string[], prefix = ''): Promise<(readonly (string | undefined)[])[]> {
  const page = await open(`${prefix}search/`);
  const address = page.url();
  const answers: (string | undefined)[][] = [];
  for (const query of queries) {
    await page.goto(`${address}?q=${encodeURIComponent(query)}`);
    await done(page);
    answers.push(await found(page));
  }
  return answers;
}

test('words of titles, texts and keywords find the papers that have them, and formulas are not among the words', async () => {
  const wanted = new Map([
    ['lantern tuning', 'lantern'],
    ['lamp', 'lantern'],
    ['preference', 'lantern'],
    ['灯笼', 'lantern'],
    ['次序', 'lantern'],
    ['河很宽', 'wide-river'],
    ['冗长偏差', 'lantern'],
    ['Ångström', 'far-shore'],
  ]);
  const queries = [...wanted.keys()];
  const [formulas, ...answers] = await searches(['mathcal', ...queries]);
  for (const [index, query] of queries.entries()) expect(answers[index], query).toContain(wanted.get(query));
  expect(formulas).toEqual([]);
});

test('the Chinese page finds the same', async () => {
  expect(await searches(['灯笼'], 'zh/')).toEqual([expect.arrayContaining(['lantern'])]);
});

describe('a question in everyday words', () => {
  test.each([
    ['', 'why is my bedroom so gloomy after sunset', 'Answers: Why does my bedroom stay gloomy after sunset?'],
    ['zh/', '日落以后卧室怎么还是昏暗', '回答：日落以后，卧室为什么还是昏暗？'],
    ['', '日落以后卧室怎么还是昏暗', 'Answers: 日落以后，卧室为什么还是昏暗？'],
  ])('finds the note that answers it and shows it: /%s %s', async (prefix, query, shown) => {
    const page = await open(`${prefix}search/?q=${encodeURIComponent(query)}`);
    await done(page);
    expect((await found(page))[0]).toBe('lantern');
    expect(await page.locator('main [data-paper="lantern"] .excerpt').textContent()).toBe(shown);
  });

  test.each([
    ['', 'does it need a film', 'Means about the same: film ≈ video'],
    ['zh/', '会不会跳帧', '意思相近： 跳帧 ≈ 视频'],
  ])('finds a note that has none of its words, and says by which it was found: /%s %s', async (prefix, query, reason) => {
    const page = await open(`${prefix}search/?q=${encodeURIComponent(query)}`);
    await done(page);
    const result = page.locator('main [data-paper="bold-3d"]');
    expect(await result.locator('.pair').allTextContents()).toContain(reason);
    expect(await result.locator('mark').count()).toBeGreaterThan(0);
  });

  test('leads to its answer by keyboard, and its markup stays text', async () => {
    const page = await open('');
    await page.keyboard.press('/');
    await page.keyboard.type('can furniture be dusted without a ladder');
    // While words are typed other papers stand first.
    const result = page.locator('dialog [data-search-state=done] li:first-child[data-paper="far-shore"]');
    await result.locator('.excerpt', { hasText: 'Answers: Can <b>furniture</b> & $x$ be dusted without a ladder?' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/papers\/far-shore\//);
    await page.getByRole('heading', { name: 'Questions this paper answers' }).waitFor();
  });
});

test('whatever is typed gets an answer, and is never markup', async () => {
  const page = await open('search/');
  const address = page.url();
  for (const query of ['a', '"', '?!…', '<img src=x onerror=alert(1)>', '.*+[(', '\\', 'א ב ג', 'x'.repeat(2000), '\uD800']) {
    await page.goto(address);
    await page.getByRole('searchbox').last().fill(query);
    await done(page);
    expect(await page.locator('main img').count(), query).toBe(0);
    expect(complaints(), query).toEqual([]);
  }
});

test('a shortcut works as soon as the dialog is closed, before the focus has left its field', async () => {
  const page = await open('');
  await page.keyboard.press('/');
  await page.locator('dialog:modal input[type=search]:focus').waitFor();
  const opened = await page.evaluate(() => {
    document.activeElement!.closest('dialog')!.close();
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    return document.querySelector('dialog:modal')?.parentElement?.localName;
  });
  expect(opened).toBe('shortcut-sheet');
});

test('the dialog opens by key, is walked by arrows and gives the focus back', async () => {
  const page = await open('papers/paper-boat/');
  await page.getByRole('link', { name: 'Read the PDF' }).focus();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('lantern tuning');
  await page.locator('dialog [data-paper="lantern"]').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('link', { name: 'Read the PDF' }).evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('灯笼');
  await page.locator('dialog [data-paper="lantern"]').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/papers\/lantern\//);
});

test('an index that cannot be loaded is said plainly and tried again', async () => {
  const page = await open('search/');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.getByRole('searchbox').last().fill('lantern');
  const retry = page.getByRole('button', { name: 'Try again' });
  await retry.waitFor();
  await page.unroute('**/pagefind/**');
  await retry.click();
  await page.locator('main [data-paper="lantern"]').waitFor();
  complaints();
});

test('a page that does not exist offers the nearest', async () => {
  const page = await open('papers/lantern-tuning/');
  await page
    .locator('main')
    .getByRole('link', { name: /Lantern Tuning/ })
    .waitFor();
});
