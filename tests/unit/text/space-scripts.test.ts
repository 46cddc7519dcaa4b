import { expect, test } from 'vitest';
import { spaceScripts } from '../../../src/core/text/space-scripts.ts';

test.each([
  ['NS-DPO扩展了DPO', 'NS-DPO 扩展了 DPO'],
  ['共5篇', '共 5 篇'],
  ['α 与β', 'α 与 β'],
  ['本文提及该文', '本文提及该文'],
])('%s', (text, spaced) => {
  expect(spaceScripts(text)).toBe(spaced);
});
