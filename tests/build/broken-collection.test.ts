import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildSite } from '../helpers/build-site.ts';

let content: string;

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'broken-collection-'));
  cpSync('tests/fixtures/library/content', content, { recursive: true });
});

afterAll(() => rmSync(content, { recursive: true, force: true }));

test('a build stops at errors in front matter and tells all of them', async () => {
  writeFileSync(join(content, 'notes/first.md'), '---\ntitel: No title\n---\n');
  writeFileSync(join(content, 'notes/second.md'), '---\ntitle: Second\ndate: 2024-02-30\n---\n');
  await expect(buildSite({ content })).rejects.toThrow(/first\.md:2:1[\s\S]*Did you mean “title”[\s\S]*second\.md:3:7[\s\S]*2024-02-30/);
  rmSync(join(content, 'notes/first.md'));
  rmSync(join(content, 'notes/second.md'));
});

test('a build stops at a formula that cannot be read', async () => {
  writeFileSync(join(content, 'notes/third.md'), '---\ntitle: Third\n---\n\n## Abstract\n\nBroken: $\\frac{1}{$.\n');
  await expect(buildSite({ content })).rejects.toThrow(/third\.md:7:9[\s\S]*note\/broken-math/);
});
