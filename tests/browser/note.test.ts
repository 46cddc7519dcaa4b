import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';

const { open, complaints } = browseSite();

test('the abstract is read in four ways, and the choice is remembered', async () => {
  const page = await open('papers/lantern/');
  const zh = page.locator('.sentence:lang(zh)').first();
  expect(await zh.isVisible()).toBe(true);
  await page.getByRole('radio', { name: 'English' }).check();
  expect(await zh.isVisible()).toBe(false);
  await page.reload();
  expect(await page.getByRole('radio', { name: 'English' }).isChecked()).toBe(true);
  expect(await zh.isVisible()).toBe(false);
  await page.keyboard.press('m');
  expect(await page.locator('bilingual-abstract').getAttribute('data-mode')).toBe('zh');
});

test('sentences are reached by the arrow keys, and nothing moves', async () => {
  const page = await open('papers/lantern/');
  const pairs = page.locator('.pair');
  await pairs.first().focus();
  const before = await pairs.nth(1).boundingBox();
  await page.keyboard.press('ArrowDown');
  expect(await pairs.nth(1).evaluate((pair) => pair === document.activeElement)).toBe(true);
  expect(await pairs.nth(1).boundingBox()).toEqual(before);
});

test('without JavaScript both abstracts and all key points are there', async () => {
  const page = await open('papers/lantern/', { javaScriptEnabled: false });
  expect(await page.locator('.sentence').count()).toBe(8);
  await page.getByText('Rooms that are lit at once teach nothing').waitFor();
});

test('a keyword tells its meaning on focus', async () => {
  const page = await open('papers/lantern/');
  const chip = page.locator('header').getByRole('link', { name: 'Length bias' });
  await chip.focus();
  expect(await page.getByText('Longer answers win for their length alone.').isVisible()).toBe(true);
});

test('a citation is copied in the format that is chosen, by keyboard too', async () => {
  const page = await open('papers/lantern/', { permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = async () => {
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('button', { name: 'Copy', exact: true }).waitFor();
    return text;
  };
  expect(await copied()).toMatch(/^@inproceedings\{quill2024lantern,/);
  const format = page.getByRole('combobox', { name: 'Format of the citation' });
  await format.focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('cite-box pre').filter({ hasText: 'TY - CPAPER' }).waitFor();
  await format.selectOption('GB/T 7714');
  await page.locator('cite-box pre').filter({ hasText: 'QUILL M' }).waitFor();
  expect(await copied()).toMatch(/^QUILL M, REED T, .*\[C\/OL\]/);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download in this format' }).click()]);
  expect(file.suggestedFilename()).toBe('lantern.gbt.txt');
  expect(complaints()).toEqual([]);
});

test('a format that cannot be loaded is said plainly, and can be chosen again', async () => {
  const page = await open('papers/lantern/');
  await page.route('**/lantern.ris', (route) => route.abort());
  const format = page.getByRole('combobox', { name: 'Format of the citation' });
  await format.selectOption('RIS');
  await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
  await page.unroute('**/lantern.ris');
  await format.selectOption('CSL-JSON');
  await page.locator('cite-box pre').filter({ hasText: '"paper-conference"' }).waitFor();
  await format.selectOption('RIS');
  await page.locator('cite-box pre').filter({ hasText: 'CPAPER' }).waitFor();
  expect(await page.getByRole('alert').isVisible()).toBe(false);
  complaints();
});

test('without JavaScript every format is a link', async () => {
  const page = await open('zh/papers/lantern/', { javaScriptEnabled: false });
  expect(await page.locator('cite-box a:visible').allTextContents()).toHaveLength(7);
  expect(await page.locator('cite-box pre').textContent()).toContain('@inproceedings{quill2024lantern');
});

test('shortcuts lead to the other language, the sheet and the lists, and can be turned off', async () => {
  const page = await open('papers/lantern/');
  await page.keyboard.press('t');
  await page.waitForURL(/\/zh\/papers\/lantern\/$/);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: '键盘快捷键' });
  await sheet.waitFor();
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.press('?');
  await page.keyboard.press('/');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  expect(page.url()).toContain('/zh/papers/lantern/');
});

test('the theme is chosen and remembered', async () => {
  const page = await open('');
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.reload();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
});

test('nothing in a hostile note runs', async () => {
  for (const path of ['papers/thorny-hedge/', 'zh/papers/thorny-hedge/']) {
    const page = await open(path);
    // A link that leaves the page would take the traces of what ran with it.
    const suspects = page.locator('.prose').locator('a:not([href^="http"]), span');
    expect(await suspects.count()).toBeGreaterThan(0);
    for (const suspect of await suspects.all()) await suspect.dispatchEvent('click');
    expect(page.url()).toContain(path);
    expect(await page.evaluate(() => 'hedge' in window)).toBe(false);
  }
  complaints();
});

test.each([
  ['', '3 more questions'],
  ['zh/', '另外 3 个问题'],
])('questions beyond six are folded away, and open by keyboard: /%s', async (prefix, summary) => {
  const page = await open(`${prefix}papers/wide-river/`);
  const last = page.getByText('Does bridge 9 reach the last bank?');
  expect(await last.isVisible()).toBe(false);
  await page.locator('summary', { hasText: summary }).focus();
  await page.keyboard.press('Enter');
  await last.waitFor();
  expect(await page.locator('[aria-labelledby="questions"] li').count()).toBe(9);
});
