import { expect, test } from 'vitest';
import { englishStem, stemmed } from '../../../src/core/search/stem.ts';

test.each([
  ['forget', 'forgets', 'forgetting'],
  ['policy', 'policies'],
  ['overfit', 'overfits', 'overfitting'],
  ['tune', 'tuned', 'tuning', 'tunes'],
  ['bias', 'bias'],
  ['class', 'classes'],
  ['loss', 'losses'],
])('forms of one word have one stem: %s', (...forms) => {
  expect(new Set(forms.map(englishStem)).size).toBe(1);
});

test.each([
  ['read', 'ready'],
  ['rate', 'rating scale'],
  ['star', 'start'],
])('%s is not %s', (left, right) => {
  expect(stemmed(left)).not.toBe(stemmed(right));
});

test.each(['dpo', 'f-dpo', 'σ', '漂移', 'ring', ''])('“%s” stays as it is', (word) => expect(englishStem(word)).toBe(word));
