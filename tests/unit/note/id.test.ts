import { expect, test } from 'vitest';
import { isNoteId, slug } from '../../../src/core/note/id.ts';

test.each([
  ['simpo', true],
  ['ns-dpo', true],
  ['3d-properties', true],
  ['SimPO', false],
  ['ns--dpo', false],
  ['-dpo', false],
  ['dpo-', false],
  ['ns_dpo', false],
  ['ns dpo', false],
  ['偏好', false],
  ['a/b', false],
  ['', false],
])('%s can be an id: %s', (text, valid) => {
  expect(isNoteId(text)).toBe(valid);
});

test.each([
  ['Length bias', 'length-bias'],
  ['α-DPO: A Study', 'α-dpo-a-study'],
  ['  --A__b  ', 'a-b'],
  ['偏好 优化', '偏好-优化'],
  ['ＡＢＣ１２', 'abc12'], // full width
  ['Zoë’s ½', 'zoë-s-1-2'],
  ['C++', 'c'],
  ['…', ''],
])('the slug of %s is %s', (text, id) => {
  expect(slug(text)).toBe(id);
});
