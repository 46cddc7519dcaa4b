import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on a page as it is shown: a line for each rule that is broken, with the elements that break it. */
export async function violations(page: Page): Promise<string[]> {
  return find(page, {});
}

/** What axe finds on a page that is shown in its light theme, and then in its dark one, where only colours are other ones. */
export async function violationsInThemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await find(page, {});
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await find(page, { runOnly: ['color-contrast'] });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((violation) => `dark: ${violation}`)];
}

async function find(page: Page, options: axe.RunOptions): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (run) => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run(run);
    return found.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
    );
  }, options);
}
