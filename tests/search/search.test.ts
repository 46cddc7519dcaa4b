import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../helpers/find-browser.ts';
import { buildSearchFolder, openSearch, type SearchSession } from '../helpers/search-session.ts';
import {
  evalsLibraries,
  ownContent,
  ownQueries,
  pageQueries,
  papersFolder,
  questionQueries,
  readerQueries,
  strangerQueries,
  strangerQueriesElsewhere,
  type JudgedQuery,
} from './judged.ts';
import { measure, type Outcome } from './measures.ts';

/** What must hold, as shares of 1: a little less than what does. */
const OWN = { success: 0.96, recall: 0.96 };
const READERS = { success: 0.9, recall: 0.95 };
const QUESTIONS = { success: 0.92, recall: 0.88 };
const STRANGERS = { success: 0.86, recall: 0.94 };
const STRANGERS_ELSEWHERE = { success: 0.79, recall: 0.9 };
/** A kind has few queries, so that one of them weighs much. */
const KIND = { success: 0.75, recall: 0.75 };
const SAME_LANGUAGE = { success: 0.94, recall: 0.97 };
const ACROSS_LANGUAGES = { success: 0.83, recall: 0.93 };
/** As queries are typed, and where the reader has the PDFs searched in any case. */
const PAGES = { typed: { paper: 0.95, page: 0.84 }, always: { paper: 0.95, page: 0.85 } };

let browser: Browser;
/** The index of each collection that was asked, made once. */
const sessions = new Map<string, Promise<SearchSession>>();
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const session of sessions.values()) await (await session).close();
  await browser.close();
});

function sessionOf(content: string, papers?: string): Promise<SearchSession> {
  const key = `${content} ${papers}`;
  const session = sessions.get(key) ?? buildSearchFolder(content, papers).then((folder) => openSearch(browser, folder));
  sessions.set(key, session);
  return session;
}

async function outcomesOf(content: string, queries: readonly JudgedQuery[]): Promise<Outcome[]> {
  const session = await sessionOf(content);
  const outcomes: Outcome[] = [];
  for (const query of queries) outcomes.push({ ...query, ...(await session.ask(query.query)) });
  return outcomes;
}

/** The queries whose first result is wrong, or of whose answers some are not among the first ten, for the message of a failure. */
function misses(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter((outcome) => measure([outcome]).success * measure([outcome]).recall < 1)
    .map(({ kind, query, found }) => `${kind} “${query}” found ${found.slice(0, 3).join(', ') || 'nothing'}`)
    .join('\n');
}

function expectMeasures(outcomes: readonly Outcome[], least: { readonly success: number; readonly recall: number }): void {
  const { success, recall } = measure(outcomes);
  expect(success, misses(outcomes)).toBeGreaterThanOrEqual(least.success);
  expect(recall, misses(outcomes)).toBeGreaterThanOrEqual(least.recall);
}

test('the judged queries over the own notes find what they should', async () => {
  const outcomes = await outcomesOf(ownContent, ownQueries());
  expectMeasures(outcomes, OWN);
  for (const [, group] of Map.groupBy(outcomes, ({ kind }) => kind)) expectMeasures(group, KIND);
  const empty = outcomes.filter(({ found }) => found.length === 0).map(({ query }) => query);
  expect(empty.length, empty.join(', ')).toBeLessThanOrEqual(1);
});

test('questions in everyday words find the notes that answer them', async () => {
  expectMeasures(await outcomesOf(ownContent, questionQueries()), QUESTIONS);
});

test('queries of readers who had not seen the engine find what they should', async () => {
  const outcomes = await outcomesOf(ownContent, readerQueries());
  expectMeasures(outcomes, READERS);
  expect(outcomes.filter(({ found }) => found.length === 0)).toEqual([]);
});

test('queries of people who had seen neither the site nor its notes find what they should', async () => {
  expectMeasures(await outcomesOf(ownContent, strangerQueries(1)), STRANGERS);
});

const libraries = evalsLibraries();

describe.skipIf(libraries.length === 0)('the judged queries from elsewhere', () => {
  test('find what they should', async () => {
    const outcomes: Outcome[] = [];
    for (const { content, queries } of libraries) outcomes.push(...(await outcomesOf(content, queries)));
    const { across = [], same = [] } = Object.groupBy(outcomes, ({ kind }) => (kind.startsWith('xling') ? 'across' : 'same'));
    expectMeasures(same, SAME_LANGUAGE);
    expectMeasures(across, ACROSS_LANGUAGES);
  });

  test('and those of strangers, in notes that say of no questions that they answer them', async () => {
    const outcomes: Outcome[] = [];
    for (const { content, queries } of strangerQueriesElsewhere(1)) outcomes.push(...(await outcomesOf(content, queries)));
    expectMeasures(outcomes, STRANGERS_ELSEWHERE);
  });
});

describe.skipIf(!existsSync(papersFolder))('the pages of PDFs', () => {
  test.each(['typed', 'always'] as const)('are found, and their papers: %s', async (how) => {
    const session = await sessionOf(ownContent, papersFolder);
    const missed: string[] = [];
    let [papers, pages] = [0, 0];
    const queries = pageQueries();
    for (const { query, paper, pages: wanted } of queries) {
      const { found, page } = await session.ask(query, how === 'always');
      const isPaper = found[0] === paper;
      const isPage = isPaper && page !== undefined && wanted.includes(page);
      if (isPaper) papers++;
      if (isPage) pages++;
      else missed.push(`“${query}” found ${found[0] ?? 'nothing'}, page ${page}; wanted ${paper}, page ${wanted.join(' or ')}`);
    }
    expect(papers / queries.length, missed.join('\n')).toBeGreaterThanOrEqual(PAGES[how].paper);
    expect(pages / queries.length, missed.join('\n')).toBeGreaterThanOrEqual(PAGES[how].page);
  });
});
