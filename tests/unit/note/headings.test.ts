import { expect, test } from 'vitest';
import { readHeading } from '../../../src/core/note/headings.ts';

test.each([
  ['Key points', 'key-points', 'en'],
  ['  KEY   POINTS: ', 'key-points', 'en'],
  ['Summary', 'key-points', 'en'],
  ['主要内容', 'key-points', 'zh'],
  ['主要內容：', 'key-points', 'zh'], // traditional, with a full-width colon
  ['Abstract', 'abstract', 'en'],
  ['摘要', 'abstract', 'zh'],
  ['My notes', 'other', 'en'],
  ['与 DPO 的关系', 'other', 'zh'],
  ['Abstract nonsense', 'other', 'en'],
])('%s announces %s in %s', (heading, kind, locale) => {
  expect(readHeading(heading)).toEqual({ kind, locale });
});
