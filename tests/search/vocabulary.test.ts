import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFiles } from '../bench/make-library.ts';
import { launchBrowser } from '../helpers/find-browser.ts';
import { buildSearchFolder, openSearch, type Answer } from '../helpers/search-session.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const note = (title: string, text: string) =>
  `---\ntitle: ${title}\nauthors: [Ann Lee]\ndate: 2024\nvenue: Lamps\n---\n\n## Key points\n\n${text}\n`;
/** The second note is in Chinese alone. No dictionary knows what is made up here. */
const NOTES = {
  'notes/kettle.md': note('A study of zorbling kettles', 'Kettles that zorble are quieter than others.'),
  'notes/teapot.md': note('一种咕噜壶', '关于咕噜壶的研究。'),
  'notes/spoon.md': note('Spoons', 'Nothing of the kind.'),
  'site.yaml': 'title: { en: Library, zh: 文库 }\n',
};
const OTHER = '- { id: spoon, en: Spoon, zh: 勺子, gloss: { en: A tool., zh: 工具。 } }\n';
const TERM = `- id: zorbling
  en: Zorbling
  zh: 咕噜壶
  aliases: [fizzwhirl]
  paraphrases: [hums like a bee]
  gloss: { en: Making no sound., zh: 不出声。 }
`;

async function ask(keywords: string, queries: readonly string[]): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  writeFiles(folder, new Map(Object.entries({ ...NOTES, 'keywords.yaml': keywords })));
  const session = await openSearch(browser, await buildSearchFolder(folder));
  const answers: Answer[] = [];
  for (const query of queries) answers.push(await session.ask(query));
  await session.close();
  rmSync(folder, { recursive: true });
  return answers;
}

const QUERIES = ['zorbling', '咕噜壶', 'fizzwhirl'];

test('a term added to keywords.yaml translates and stands in for its other names', async () => {
  const before = await ask(OTHER, QUERIES);
  expect(before.map(({ found }) => [...found].sort())).toEqual([['kettle'], ['teapot'], []]);
  const after = await ask(OTHER + TERM, QUERIES);
  for (const { found } of after) expect([...found].sort()).toEqual(['kettle', 'teapot']);
});

test('paraphrases find the notes that have the term as a keyword', async () => {
  const tagged = { ...NOTES, 'notes/spoon.md': NOTES['notes/spoon.md'].replace('---\n\n##', 'keywords: [zorbling]\n---\n\n##') };
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  writeFiles(folder, new Map(Object.entries({ ...tagged, 'keywords.yaml': OTHER + TERM })));
  const session = await openSearch(browser, await buildSearchFolder(folder));
  const { found } = await session.ask('which one hums like a bee');
  await session.close();
  rmSync(folder, { recursive: true });
  expect([...found].sort()).toEqual(['kettle', 'spoon', 'teapot']);
});
