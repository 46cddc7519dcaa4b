import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
  bench.write('content/site.yaml', 'title: { en: Shelf }\n');
  bench.write('content/keywords.yaml', '- { id: dpo, en: DPO, zh: 直接偏好优化 }\n');
  bench.write('content/lists/daily.yaml', 'title: { en: Daily }\nnotes: [wick]\n');
  bench.write('content/notes/wick.md', '---\ntitle: Wick\nkeywords: [冷光]\n---\n\n## Key points\n\n- A.\n\n## Lamp oil\n\nB.\n');
});

afterEach(() => bench.remove());

const check = async (link: string) => {
  bench.write('content/notes/lamp.md', `---\ntitle: Lamp\n---\n\n## Abstract\n\nSee [this](${link}).\n`);
  const { out } = await bench.run('check');
  return out.includes('-link') ? out : '';
};

test.each([
  'wick.md',
  'WICK.md#lamp-oil',
  './wick.md#key-points',
  '#abstract',
  '#page=4',
  '../lists/daily.yaml',
  '../keywords.yaml#dpo',
  '../keywords.yaml#冷光',
  'https://example.org/a_(b)?c=d#e',
  'https://arxiv.org/abs/2405.14734v2',
  'https://arxiv.org/list/cs.LG/recent',
  'mailto:ada@example.org',
])('a link to %s is right', async (link) => {
  expect(await check(link)).toBe('');
});

test.each([
  ['wik.md', 'broken-link', 'There is no note “wik” to link to.', 'Did you mean “wick”?'],
  ['wick.md#lamp-oyl', 'broken-link', 'No section has the address “#lamp-oyl”.', 'Did you mean “#lamp-oil”?'],
  ['#key-points', 'broken-link', 'No section has the address “#key-points”.', 'There are #abstract, #related, #lists, #cite.'],
  ['../lists/dayly.yaml', 'broken-link', 'There is no reading list “dayly”', 'Did you mean “daily”?'],
  ['../keywords.yaml#nothing', 'broken-link', 'There is no term “nothing”', 'Write its id'],
  ['../../papers/a.pdf', 'broken-link', 'leads to no page of the site', 'Name the PDF under links.pdf'],
  ['/repo/papers/wick/', 'broken-link', 'leads to no page of the site', 'Write wick.md'],
  ['www.example.org/x', 'broken-link', 'leads to no page of the site', 'Write it in full: https://www.example.org/x.'],
  ['figures/a.png', 'broken-link', 'leads to no page of the site', 'Link to a note as other-note.md'],
  ['https:/example.org', 'malformed-link', 'is no web address', 'Open it in a browser'],
  ['http://https://example.org', 'malformed-link', 'names no host', 'Open it in a browser'],
  ['https://example/x', 'malformed-link', 'names no host', 'Open it in a browser'],
  ['https://e.org/https://e.org/x', 'malformed-link', 'is two addresses in one', 'Open it in a browser'],
  ['https://arxiv.org/abs/24051.47', 'malformed-link', 'has an id that arXiv cannot know', 'Open it in a browser'],
])('a link to %s is told', async (link, ...told) => {
  const out = await check(link);
  expect(out).toMatch(/lamp\.md:7:5 warning note\//);
  for (const text of told) expect(out).toContain(text);
});
