import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browseSite } from '../helpers/browse.ts';
import { desktop, drag, markingPages, readerPath, until } from '../helpers/marking.ts';

const { open } = browseSite();
const { openReader } = markingPages(open);

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test.each([readerPath, `zh/${readerPath}`])('axe finds nothing in the bar, the list and the editor at /%s', async (path) => {
    const page = await openReader(path, { ...desktop, colorScheme });
    await drag(page, 'order of lamps');
    await page.locator('[data-mark-bar]').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('2');
    await until(page, 1);
    await page.keyboard.press('a');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('e');
    await page.locator('[data-marks] textarea').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  });
}
