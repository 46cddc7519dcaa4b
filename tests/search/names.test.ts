import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readNotes } from '../../src/io/notes.ts';
import { launchBrowser } from '../helpers/find-browser.ts';
import { buildSearchFolder, openSearch } from '../helpers/search-session.ts';
import { ownContent } from './judged.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const GREEK = [
  ['alpha', 'α'],
  ['beta', 'β'],
] as const;

/** A name in the ways in which readers write it: `f-DPO`, `F-DPO`, `fDPO`, `f dpo`, `α-DPO`, `alpha dpo`. */
function spellings(name: string): string[] {
  const marks = /[-\s.]+/gu;
  const forms = [name, name.toLowerCase(), name.toUpperCase(), ...['', ' ', '-'].map((mark) => name.replace(marks, mark))];
  const apart = forms.flatMap((form) => [' ', '-'].map((mark) => form.replace(/(?<=[a-z\d])(?=PO$|DPO$)/u, mark)));
  const all = [...forms, ...apart];
  const greek = GREEK.flatMap(([word, letter]) =>
    all.flatMap((form) => (form.toLowerCase().startsWith(word) ? [letter + form.slice(word.length)] : [])),
  );
  return [...new Set([...all, ...greek])];
}

test('every paper is the first result for its name, however that is written', async () => {
  const session = await openSearch(browser, await buildSearchFolder(ownContent));
  const missed: string[] = [];
  let asked = 0;
  for (const { id, metadata } of readNotes({ contentDir: ownContent, paperDirs: [] }).value)
    for (const spelling of (metadata.shortTitle === undefined ? [] : [metadata.shortTitle, id]).flatMap(spellings)) {
      asked++;
      const { found } = await session.ask(spelling);
      if (found[0] !== id) missed.push(`“${spelling}” found ${found[0] ?? 'nothing'}, not ${id}`);
    }
  await session.close();
  expect(asked).toBeGreaterThan(200);
  expect(missed).toEqual([]);
});
