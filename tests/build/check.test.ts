import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

let content: string;

beforeAll(() => {
  content = mkdtempSync(join(tmpdir(), 'checked-collection-'));
  cpSync('tests/fixtures/library/content', content, { recursive: true });
});

afterAll(() => rmSync(content, { recursive: true, force: true }));

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function check(...args: string[]): Promise<Result> {
  const env = { ...process.env, CONTENT_DIR: content, PAPERS_DIR: 'tests/fixtures/library/papers' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['src/cli/main.ts', 'check', ...args], { env }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? 0, stdout, stderr }),
    );
  });
}

test('warnings and notices are told, and only --strict minds them', async () => {
  const { code, stdout } = await check();
  expect(code).toBe(0);
  for (const rule of [
    'note/near-keyword',
    'note/abstract-mismatch',
    'note/empty-section',
    'note/raw-html',
    'note/unsafe-link',
    'note/pdf-missing',
  ]) {
    expect(stdout).toContain(rule);
  }
  expect(stdout).toMatch(/11 notes, 2 lists, \d+ terms: 0 errors, \d+ warnings, 1 notices\n$/);
  expect((await check('--strict')).code).toBe(1);
});

test('every error is told at once, with its line, as text and as JSON', async () => {
  writeFileSync(join(content, 'notes/broken.md'), '---\ntitle: Broken\nvenu: Lamps\n---\n');
  writeFileSync(join(content, 'notes/formula.md'), '---\ntitle: Formula\n---\n\n## Abstract\n\n$\\frac{$\n');
  const { code, stdout } = await check('--json');
  expect(code).toBe(1);
  const problems = JSON.parse(stdout) as { severity: string; rule: string; file: string; line: number; hint: string }[];
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, line }) => `${rule} ${line}`)).toEqual(['schema/unknown-key 3', 'note/broken-math 7']);
  expect(errors[0]!.hint).toContain('Did you mean “venue”?');
});

test('a wrong option is answered with the right one', async () => {
  const { code, stderr } = await check('--jsn');
  expect(code).toBe(2);
  expect(stderr).toContain('Did you mean --json?');
});
