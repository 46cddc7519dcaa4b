import { describe, expect, test } from 'vitest';
import { vocabularySchema } from '../../../src/core/keyword/schema.ts';
import { createVocabulary, foldName } from '../../../src/core/keyword/vocabulary.ts';

const vocabulary = createVocabulary(
  vocabularySchema.parse([
    { id: 'task', en: 'Task', zh: '任务' },
    { id: 'summarization', en: 'Summarization', zh: '摘要生成', aliases: ['summarisation'], broader: 'task' },
    { id: 'short-summary', en: 'Short summary', zh: '短摘要', broader: 'summarization' },
    { id: 'dialogue', en: 'Dialogue', zh: '对话', aliases: ['chat', 2048], broader: 'task' },
    { id: 'left', en: 'Left', zh: '左', broader: 'right' },
    { id: 'right', en: 'Right', zh: '右', broader: 'left' },
  ]),
);

describe('resolve', () => {
  test.each([
    ['short-summary', 'short-summary'],
    ['Short summary', 'short-summary'],
    ['SHORT_SUMMARY', 'short-summary'],
    ['shortsummary', 'short-summary'],
    ['短摘要', 'short-summary'],
    ['Summarisation', 'summarization'],
    ['ｃｈａｔ', 'dialogue'], // full width
    ['2048', 'dialogue'],
    ['Short, summary', 'short-summary'], // its slug is the term's id, so it must be the term
  ])('%s is the term %s', (text, id) => {
    expect(vocabulary.resolve(text)).toBe(vocabulary.get(id));
  });

  test('what is unknown becomes a keyword of its own', () => {
    expect(vocabulary.resolve('Adaptive Wick')).toEqual({
      id: 'adaptive-wick',
      label: { en: 'Adaptive Wick', zh: 'Adaptive Wick' },
      aliases: [],
      paraphrases: [],
      gloss: {},
      broader: undefined,
      known: false,
    });
    expect(vocabulary.resolve('++').id).toBe('keyword');
  });
});

test.each([
  ['sumarization', 'summarization'],
  ['dialog', 'dialogue'],
  ['short sumary', 'short-summary'],
  ['wick', undefined],
  ['右边', undefined],
])('%s suggests %s', (text, id) => {
  expect(vocabulary.suggest(text)).toBe(id);
});

test('the tree is walked up and down', () => {
  expect(vocabulary.ancestors('short-summary')).toEqual(['summarization', 'task']);
  expect(vocabulary.ancestors('task')).toEqual([]);
  expect(vocabulary.ancestors('unknown')).toEqual([]);
  expect(vocabulary.narrower('task').map(({ id }) => id)).toEqual(['summarization', 'dialogue']);
  expect(vocabulary.narrower('dialogue')).toEqual([]);
});

test('a circle of broader terms ends', () => {
  expect(vocabulary.ancestors('left')).toEqual(['right', 'left']);
});

test.each([
  ['Length-Bias', 'lengthbias'],
  ['length bias', 'lengthbias'],
  ['LENGTH_BIAS', 'lengthbias'],
  ['Ｌｅｎｇｔｈ　ｂｉａｓ', 'lengthbias'],
])('foldName(%s) is %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
