import { describe, expect, test } from 'vitest';
import { findWords, wordKey } from '../../../src/core/search/thesaurus.ts';

const words = ['too long', 'long', 'ramble', 'off-policy', "don't know", '啰嗦', '太啰嗦', '话多'];
const keys = new Set(words.map(wordKey));
const found = (text: string) => findWords(text, (key) => keys.has(key)).map(({ text: word }) => word);

describe('words of a thesaurus are found in a text', () => {
  test.each([
    ['Answers get too long', ['too long']], // not “long” again
    ['it is long, too long', ['long', 'too long']],
    ['it rambles and rambled', ['rambles', 'rambled']], // in any form
    ['Off policy data; OFF-POLICY data', ['off policy', 'off policy']],
    ['too, dear. Long', ['long']], // no word goes on beyond a mark
    ['I don’t know', ['don’t know']],
    ['模型太啰嗦，话多', ['太啰嗦', '话多']],
    ['DPO后啰嗦', ['啰嗦']],
    ['', []],
    ['\uD800 ??? （）', []],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  test('with the key by which the thesaurus keeps them', () => {
    expect(findWords('rambling', (key) => keys.has(key))).toEqual([{ key: 'rambl', text: 'rambling' }]);
  });
});

test('a key is the same however a word is spelled', () => {
  expect(wordKey('Off-Policy')).toBe(wordKey('off policies'));
  expect(wordKey('长度 偏差')).toBe('长度偏差');
});
