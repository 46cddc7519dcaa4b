import { expect, test } from 'vitest';
import { minePairs } from '../../../src/core/search/mined-pairs.ts';

const passages = [
  { en: 'The policy forgets slowly.', zh: '策略遗忘得慢。' },
  { en: 'A policy learns rewards.', zh: '策略学习奖励。' },
  { en: 'It forgets rewards.', zh: '它会遗忘奖励。' },
  { en: 'Nothing happens here.', zh: '这里无事发生。' },
];

test('expressions that always stand together are renderings of each other', () => {
  const pairs = minePairs(passages);
  expect(pairs).toContainEqual({ zh: '策略', en: 'policy' });
  expect(pairs).toContainEqual({ zh: '奖励', en: 'rewards' });
});

test('what stands together once proves nothing', () => {
  expect(minePairs(passages.slice(3))).toEqual([]);
  expect(minePairs([])).toEqual([]);
});
