import { expect, test } from 'vitest';
import { wordKey } from '../../../src/core/search/thesaurus.ts';
import { readThesaurus } from '../../../src/io/thesaurus.ts';

const thesaurus = readThesaurus();
const HAN = /\p{Script=Han}/u;

test('every topic has an id of its own and words in both languages', () => {
  expect(thesaurus.length).toBeGreaterThan(400);
  expect(new Set(thesaurus.map(({ id }) => id)).size).toBe(thesaurus.length);
  for (const { id, words } of thesaurus) {
    expect(id).toMatch(/^[a-z\d]+(-[a-z\d]+)*$/);
    expect(words.filter((word) => HAN.test(word)).length, id).toBeGreaterThanOrEqual(5);
    expect(words.filter((word) => !HAN.test(word)).length, id).toBeGreaterThanOrEqual(5);
  }
});

test('every word is short enough to be found, in one script, and stands once in its topic', () => {
  for (const { id, words } of thesaurus) {
    const keys = words.map(wordKey);
    expect(
      keys.filter((key, index) => keys.indexOf(key) < index),
      id,
    ).toEqual([]);
    const odd = keys.filter((key) => (HAN.test(key) ? !/^\p{Script=Han}{1,6}$/u.test(key) : key.split(' ').length > 4));
    expect(odd, id).toEqual([]);
  }
});

test('no word may mean more topics than are asked for', () => {
  const topics = Map.groupBy(
    thesaurus.flatMap(({ id, words }) => words.map((word) => ({ id, key: wordKey(word) }))),
    ({ key }) => key,
  );
  expect([...topics].filter(([, own]) => own.length > 8).map(([key]) => key)).toEqual([]);
});
