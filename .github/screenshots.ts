/** Takes the README’s pictures from the real site: `npm run screenshots`, after `npm run build`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from '../tests/helpers/find-browser.ts';
import { serveSite } from '../tests/helpers/serve.ts';

/** How long results and first pages may take to settle, in milliseconds. */
const SETTLE = 1500;

const pictures = [
  { name: 'home-light', path: '', colorScheme: 'light' },
  { name: 'note-dark', path: 'zh/papers/ns-dpo/', colorScheme: 'dark' },
] as const;

const target = join(import.meta.dirname, 'images');
mkdirSync(target, { recursive: true });
const [site, browser] = await Promise.all([serveSite(join(import.meta.dirname, '../dist')), launchBrowser()]);
for (const { name, path, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
  await page.goto(site.url + path);
  await page.waitForTimeout(SETTLE);
  await page.screenshot({ path: join(target, `${name}.png`) });
  await page.close();
}
await browser.close();
await site.close();
