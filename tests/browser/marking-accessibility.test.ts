import { expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { desktop, drag, markingReader, readerPath, until } from '../helpers/marking.ts';
import { violationsInThemes } from '../helpers/violations.ts';

const { open } = browseSite();
const openReader = markingReader(open);

test.each([readerPath, `zh/${readerPath}`])('axe finds nothing in the bar, the list and the editor at /%s', async (path) => {
  const page = await openReader(path, desktop);
  await drag(page, 'order of lamps');
  await page.locator('[data-mark-bar]').waitFor();
  expect(await violationsInThemes(page)).toEqual([]);
  await page.keyboard.press('2');
  await until(page, 1);
  await page.keyboard.press('a');
  expect(await violationsInThemes(page)).toEqual([]);
  await page.keyboard.press('e');
  await page.locator('[data-marks] textarea').waitFor();
  expect(await violationsInThemes(page)).toEqual([]);
});
