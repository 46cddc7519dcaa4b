import { describe, expect, test } from 'vitest';
import {
  createDictionary,
  createShards,
  renderedWords,
  SHARDS,
  shardOf,
  simplifiedForms,
  type DictionaryWord,
} from '../../../src/core/search/dictionary.ts';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { readDictionary } from '../../../src/io/dictionary.ts';

const lexicon = createLexicon(createLexiconData({ contents: ['to forget catastrophic policies is an anchor 灾难性 偏好'], terms: [] }));
const word = (simplified: string, ...meanings: string[]): DictionaryWord => ({ simplified, traditional: simplified, meanings });

function dictionaryOf(words: readonly DictionaryWord[], pairs: readonly { en: string; zh: string }[] = []) {
  return createDictionary(createShards(words, pairs, lexicon));
}

describe('a dictionary keeps what leads to words of the collection', () => {
  test.each([
    ['遗忘', ['to forget; to cease to think about (sth)'], ['forget']],
    ['灾难性', ['(fig.) catastrophic', 'ruinous'], ['catastrophic']],
    ['政策', ['policy'], ['policy']], // the collection has its plural
    ['锚', ['anchor'], []], // one character means too many things
    ['香蕉', ['banana'], []],
    ['变体', ['variant of 遗忘'], []],
    ['说明', ['a long explanation of how to forget catastrophic policies'], []],
  ])('%s', (zh, meanings, renderings) => {
    expect(dictionaryOf([word(zh, ...meanings)]).toEnglish(zh)).toEqual(renderings);
  });

  test('the other way only to Chinese words that the collection has, whatever the ending of the English one', () => {
    const dictionary = dictionaryOf([word('灾难性', 'catastrophic'), word('大难', 'catastrophic')]);
    expect(dictionary.toChinese('catastrophic')).toEqual(['灾难性']);
    expect(dictionaryOf([word('偏好', 'preference')]).toChinese('preferences')).toEqual(['偏好']);
  });

  test('what the collection itself shows goes first', () => {
    expect(dictionaryOf([word('偏好', 'anchor')], [{ zh: '偏好', en: 'polic' }]).toEnglish('偏好')).toEqual(['polic', 'anchor']);
  });
});

test('words are found in running characters, the longest first', () => {
  const dictionary = dictionaryOf([word('遗忘', 'forget'), word('灾难', 'anchor'), word('灾难性', 'catastrophic')]);
  expect(renderedWords('灾难性的遗忘', dictionary)).toEqual(['灾难性', '遗忘']);
});

test('every key stands in the file in which it is looked for', () => {
  const shards = createShards([word('灾难性', 'catastrophic'), word('遗忘', 'forget')], [], lexicon);
  expect(shards).toHaveLength(SHARDS);
  for (const [index, shard] of shards.entries()) for (const key of Object.keys(shard)) expect(shardOf(key)).toBe(index);
  expect(shardOf('policies')).toBe(shardOf('policy'));
});

test('characters have the Simplified form that they have most often', () => {
  const forms = simplifiedForms([
    { traditional: '偏好數據', simplified: '偏好数据' },
    { traditional: '數目', simplified: '数目' },
    { traditional: '數', simplified: '數' },
  ]);
  expect([...forms]).toEqual([
    ['數', '数'],
    ['據', '据'],
  ]);
});

test('the general dictionary is read whole', () => {
  const words = readDictionary();
  expect(words.length).toBeGreaterThan(100_000);
  expect(words.find(({ simplified }) => simplified === '灾难性')).toEqual({
    simplified: '灾难性',
    traditional: '災難性',
    meanings: ['catastrophic'],
  });
}, 60_000);
