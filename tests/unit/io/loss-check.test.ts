import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
  bench.write('content/site.yaml', 'title: { en: Shelf }\n');
});

afterEach(() => bench.remove());

const check = async (body: string) => {
  bench.write('content/notes/lamp.md', `---\ntitle: Lamp\n---\n${body}`);
  return (await bench.run('check')).out;
};

test.each([
  ['It exhibits a % improvement.', 7, 14],
  ['对齐 。 % 至 33.4%。', 7, 5],
  ['Our approach wins by over %.', 7, 26],
  ['It raises the probability of . Moreover, it shines.', 7, 27],
])('“%s” has lost something', async (text, line, column) => {
  expect(await check(`\n## Abstract\n\n${text}\n`)).toMatch(new RegExp(`lamp\\.md:${line}:${column} warning note/lost-words`));
});

test.each([
  'It wins by 4.5 % and $x$ % of (a) %.',
  '提高 4.5 %，约 $p$ %。',
  '95\\% of them, up to, say, 3.',
  '```\na % b of .\n```',
  'See the house it belongs to.',
  '| Accuracy (%) | % |\n|---|---|\n| $x \\%$ | `a %` |',
])('“%s” has lost nothing', async (text) => {
  expect(await check(`\n## Key points\n\n${text}\n`)).not.toContain('lost-words');
});

test('figures that one language has alone are told, where passages are aligned', async () => {
  const abstract = (en: string, zh: string) => `\n## Abstract\n\nA lamp. ${en}\n\n## 摘要\n\n灯。${zh}\n`;
  const out = await check(abstract('It wins by 4.5% and 3.0.', '它高 4.2％ 和 3.0。'));
  expect(out).toMatch(/lamp\.md:11:\d+ warning note\/unequal-figures/);
  expect(out).toContain('differ in figures: 4.5 in English alone; 4.2 in Chinese alone.');
  expect(await check(abstract('It wins by 4.5\\% on 10,000 lamps.', '它在 1 万盏灯上高 4.5%。'))).not.toContain('unequal-figures');
});
