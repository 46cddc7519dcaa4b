import { describe, expect, test } from 'vitest';
import {
  createShards,
  renderedWords,
  SHARDS,
  shardOf,
  shardsFor,
  simplifiedForms,
  type DictionaryWord,
} from '../../../src/core/search/dictionary.ts';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { readDictionary } from '../../../src/io/dictionary.ts';
import { dictionaryOf as wholeDictionary } from '../../helpers/dictionary.ts';

const lexicon = createLexicon(createLexiconData({ contents: ['to forget catastrophic policies is an anchor 灾难性 偏好'], terms: [] }));
const word = (simplified: string, ...meanings: string[]): DictionaryWord => ({ simplified, traditional: simplified, meanings });

type Source = Parameters<typeof createShards>[0];
const dictionaryOf = (words: readonly DictionaryWord[], others: Partial<Source> = {}) => wholeDictionary({ words, lexicon, ...others });

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
    expect(dictionaryOf([word('偏好', 'anchor')], { pairs: [{ zh: '偏好', en: 'polic' }] }).toEnglish('偏好')).toEqual(['polic', 'anchor']);
  });
});

test('words are found in running characters, the longest first', () => {
  const dictionary = dictionaryOf([word('遗忘', 'forget'), word('灾难', 'anchor'), word('灾难性', 'catastrophic')]);
  expect(renderedWords('灾难性的遗忘', dictionary)).toEqual(['灾难性', '遗忘']);
});

test('topics and terms are kept by the words that may mean them', () => {
  const dictionary = dictionaryOf([], { topics: new Map([['too long', [3, 7]]]), paraphrases: new Map([['啰嗦', [1]]]) });
  expect(dictionary.topicsOf('too long')).toEqual([3, 7]);
  expect(dictionary.termsOf('啰嗦')).toEqual([1]);
  expect([dictionary.topicsOf('啰嗦'), dictionary.termsOf('constructor')]).toEqual([[], []]);
});

test('every key stands in the file in which it is looked for', () => {
  const source = { words: [word('灾难性', 'catastrophic'), word('遗忘', 'forget')], pairs: [], lexicon };
  const shards = createShards({ ...source, topics: new Map([['catastrophic failure', [0]]]), paraphrases: new Map([['ai打分', [0]]]) });
  expect(shards).toHaveLength(SHARDS);
  const keys = shards.map(({ renderings, topics, terms }) => Object.keys({ ...renderings, ...topics, ...terms }));
  for (const [index, own] of keys.entries()) for (const key of own) expect(shardOf(key)).toBe(index);
  expect(keys.flat().sort()).toEqual(['ai打分', 'catastrophic', 'catastrophic failure', '灾难性', '遗忘'].sort());
});

describe('the files that may know the words of a text', () => {
  test.each([
    ['catastrophic failures', ['catastrophic', 'catastrophic failure', 'failure']],
    ['AI打分', ['ai打分', '打分', '分']],
    ['f-DPO, off-policy', ['f-dpo', 'dpo', 'off-policy', 'policies']],
  ])('%s', (text, keys) => expect(shardsFor(text)).toEqual(expect.arrayContaining(keys.map(shardOf))));

  test('are not more than a query can load', () => {
    const text = Array.from({ length: 290 }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
    expect(shardsFor(text)).toHaveLength(64);
  });
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
