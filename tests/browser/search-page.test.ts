import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { violations } from '../helpers/violations.ts';

const { open, complaints } = browseSite();

const done = (page: Page) => page.locator('main [data-search-state="done"]').waitFor({ state: 'attached' });
const results = (page: Page) =>
  page.locator('main [data-paper]').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.paper));
const status = (page: Page) => page.locator('main [data-part=status]');
const field = (page: Page) => page.locator('main').getByRole('searchbox');

async function visit(query: string, prefix = '') {
  const page = await open(`${prefix}search/?${query}`);
  await done(page);
  return page;
}

/** What is typed, and the papers that it finds. */
const understood: readonly (readonly [typed: string, papers: readonly string[]])[] = [
  ['author:林小舟', ['far-shore', 'lantern', 'quiet-window', 'wide-river']],
  ['author:Fenn keyword:image', ['wide-river']],
  ['关键词：冗长偏差', ['far-shore', 'lantern', 'wide-river']],
  ['list:"The second shelf"', ['far-shore', 'lantern', 'wide-river']],
  ['清单：second-shelf 年份：2024', ['far-shore', 'lantern']],
  ['venue:Rivers river', ['wide-river']],
  ['“lantern tuning” author:Quill', ['lantern']],
  ['「第二个夜晚」', ['lantern']],
  ['lantern -"A second night"', ['wide-river']],
];

describe.each(['', 'zh/'])('at /%s', (prefix) => {
  test('fields, phrases and exclusions are understood', async () => {
    const page = await open(`${prefix}search/`);
    const address = page.url();
    for (const [typed, papers] of understood) {
      await page.goto(`${address}?q=${encodeURIComponent(typed)}`);
      await done(page);
      const found = (await results(page)).sort();
      expect(found, typed).toEqual(expect.arrayContaining([...papers]));
      if (typed.includes('-"')) expect(found, typed).not.toContain('lantern');
      else if (!/[“「]/.test(typed)) expect(found, typed).toEqual(papers);
    }
  });

  test('facets narrow the results, stand in the address, and go back', async () => {
    const page = await visit('q=lantern', prefix);
    const before = (await results(page)).length;
    const river = page.locator('main input[name=venue][value="Rivers 2021"]');
    await page.locator('search-page[data-counts="shown"]').waitFor();
    await page.locator('details').evaluateAll((groups) => groups.forEach((group) => ((group as HTMLDetailsElement).open = true)));
    await expect.poll(() => river.locator('xpath=..').locator('[data-count]').textContent()).toBe('1');
    await river.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => results(page)).toEqual(['wide-river']);
    expect(page.url()).toContain('q=lantern&venue=Rivers+2021');
    await page.reload();
    await done(page);
    expect(await results(page)).toEqual(['wide-river']);
    expect(await page.locator('main .chosen').textContent()).toContain('Rivers 2021');
    await page.goBack();
    await expect.poll(async () => (await results(page)).length).toBe(before);
    await page.goForward();
    await expect.poll(() => results(page)).toEqual(['wide-river']);
    await page.locator('main .chosen').focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await results(page)).length).toBe(before);
    expect(page.url()).not.toContain('venue');
    expect(complaints()).toEqual([]);
  });

  test('axe finds nothing in a narrowed search, an empty one and among recent searches', async () => {
    const page = await visit('q=lantern&year=2024&sort=newest', prefix);
    expect(await violations(page)).toEqual([]);
    await field(page).fill('lantarnx author:Nobody');
    await page.locator('main [data-part=offers] a').first().waitFor();
    expect(await violations(page)).toEqual([]);
    await field(page).press('Enter');
    await page.goto(page.url().replace(/\?.*/, ''));
    await page.locator('main [data-part=recent] li').first().waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('at 320 px nothing is wider', async () => {
    const page = await open(`${prefix}search/`, { viewport: { width: 320, height: 640 } });
    const address = page.url();
    for (const query of ['q=lantern&year=2024&venue=Lamps+2024', 'q=zzqx', `q=${'x'.repeat(300)}`]) {
      await page.goto(`${address}?${query}`);
      await done(page);
      const filters = page.locator('main button[data-part=filters]');
      if (await filters.isVisible()) await filters.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), query).toBeLessThanOrEqual(320);
    }
  });
});

test('filters alone list papers, by date where that is asked', async () => {
  const page = await visit('list=second-shelf&sort=oldest');
  expect((await results(page)).indexOf('wide-river')).toBeLessThan((await results(page)).indexOf('lantern'));
  expect(await status(page).textContent()).toContain('3 papers');
});

test('typing replaces the address, a search that was sent off stays in the history', async () => {
  const page = await open('search/');
  await field(page).fill('lantern');
  await page.locator('main [data-paper=lantern]').waitFor();
  await page.keyboard.press('Enter');
  await field(page).fill('Ångström');
  await expect.poll(() => results(page)).toContain('far-shore');
  await page.goBack();
  await page.locator('main [data-paper=lantern]').waitFor();
  expect(await field(page).inputValue()).toBe('lantern');
});

test('a result says where it matched, and the first one is announced', async () => {
  const page = await visit('q=lantern+tuning');
  const first = page.locator('main [data-paper=lantern]');
  expect(await first.locator('.why').textContent()).toMatch(/Found in: title/);
  expect(await first.locator('mark').first().textContent()).toBe('Lantern');
  expect(await status(page).textContent()).toMatch(/papers found The first is: Lantern Tuning/);
});

test('nothing found offers the nearest terms, or takes back what is in the way', async () => {
  const page = await visit('q=lantern+author:Nobody');
  await page.locator('main [data-part=offers] a').first().click();
  await page.locator('main [data-paper=lantern]').waitFor();
  await page.goto(page.url().replace(/\?.*/, '?q=lantern&year=1990'));
  await page.getByRole('button', { name: /Remove the filters/ }).click();
  await page.locator('main [data-paper=lantern]').waitFor();
  expect(page.url()).not.toContain('year');
  await field(page).fill('author:zzqx keyword:lenghtbiass');
  const near = page.locator('main [data-part=offers] .chip');
  await near.first().waitFor();
  expect(await near.allTextContents()).toContain('length bias');
});

test('where nothing is found there is nothing to sort or to filter', async () => {
  const page = await open('search/?q=zzqx', { viewport: { width: 320, height: 640 } });
  await done(page);
  const tools = [page.locator('main select[name=sort]'), page.locator('main button[data-part=filters]')];
  for (const tool of tools) expect(await tool.isVisible()).toBe(false);
  await field(page).fill('lantern');
  for (const tool of tools) await tool.waitFor();
});

test('a phrase that no paper has is read as words, and that is said', async () => {
  const page = await visit(`q=${encodeURIComponent('"tuning lantern"')}`);
  expect(await results(page)).toContain('lantern');
  expect(await status(page).textContent()).toContain('word for word');
});

test('recent searches are offered, followed, forgotten', async () => {
  const page = await open('search/');
  for (const query of ['lantern', 'river', 'LANTERN']) {
    await field(page).fill(query);
    await page.keyboard.press('Enter');
  }
  await field(page).fill('');
  const recent = page.locator('main [data-part=recent] li a');
  await expect.poll(() => recent.allTextContents()).toEqual(['LANTERN', 'river']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('main [data-paper="wide-river"]').waitFor();
  expect(await field(page).inputValue()).toBe('river');
  await field(page).fill('');
  await page.getByRole('button', { name: 'Forget “LANTERN”' }).click();
  await expect.poll(() => recent.allTextContents()).toEqual(['river']);
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect.poll(() => recent.count()).toBe(0);
  expect(await page.evaluate(() => localStorage.getItem('reading-room-searches'))).toBeNull();
  expect(complaints()).toEqual([]);
});

test('an answer that comes late does not replace a newer one', async () => {
  const page = await open('search/');
  const ids = (await (await page.request.get(new URL('../pagefind/ids.json', page.url()).href)).json()) as Record<string, string>;
  const [slow] = Object.entries(ids).find(([, note]) => note === 'lantern')!;
  let isHeld = false;
  let release: () => void = () => undefined;
  const held = new Promise<void>((go) => (release = go));
  await page.route(`**/pagefind/fragment/${slow}.*`, async (route) => {
    isHeld = true;
    await held;
    await route.continue();
  });
  await field(page).fill('lantern');
  await expect.poll(() => isHeld).toBe(true);
  await field(page).fill('Ångström');
  await expect.poll(() => results(page)).toContain('far-shore');
  release();
  await page.waitForLoadState('networkidle');
  expect(await results(page)).toContain('far-shore');
});

test('a slow network shows progress, and a piece that fails once is fetched again unasked', async () => {
  const page = await open('search/');
  let failed = 0;
  let release: () => void = () => undefined;
  const held = new Promise<void>((go) => (release = go));
  await page.route('**/pagefind/fragment/**', async (route) => {
    await held;
    if (failed++ === 0) await route.abort();
    else await route.continue();
  });
  await field(page).fill('lantern');
  await page.locator('main').getByRole('progressbar').waitFor();
  release();
  await page.locator('main [data-paper=lantern]').waitFor();
  expect(await page.locator('main').getByRole('progressbar').isHidden()).toBe(true);
  expect(await page.getByRole('button', { name: 'Try again' }).isHidden()).toBe(true);
  complaints();
});

test('the dialog understands fields and loads no records without them', async () => {
  const page = await open('papers/paper-boat/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.keyboard.press('/');
  await page.keyboard.type('lantern');
  await page.locator('dialog [data-paper=lantern]').waitFor();
  const heavy = () => asked.filter((url) => /(records|ids|authors)\.json/.test(url)).length;
  expect(heavy()).toBe(0);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('author:Fenn year:2021');
  await expect.poll(() => page.locator('dialog [data-paper]').count()).toBe(1);
  await page.locator('dialog [data-paper="wide-river"]').waitFor();
  expect(heavy()).toBe(3);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/wide-river/);
  expect(complaints()).toEqual([]);
});
