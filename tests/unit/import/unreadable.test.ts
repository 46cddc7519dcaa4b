import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localDisk } from '../../../src/io/disk.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
});

afterEach(() => bench.remove());

test('a README that is no list', async () => {
  const { code, err } = await bench.run('import', bench.write('README.md', '# My project\n\nIt is good.\n\n## Install\n\n- run it\n'));
  expect(code).toBe(1);
  expect(err).toMatch(/README\.md is not a list of papers: it has neither headings with sections/);
  expect(existsSync(join(bench.folder, 'content'))).toBe(false);
});

test('no file, a file of 20 MB without a list, and one that is larger than any list', async () => {
  expect((await bench.run('import', 'nowhere.md')).err).toContain('There is no file nowhere.md');
  const long = bench.write('long.md', Buffer.alloc(20_000_000, 'word '));
  expect((await bench.run('import', long)).err).toContain('long.md is not a list of papers');
  const huge = bench.with({ disk: { ...localDisk, size: () => 70_000_000 } });
  expect((await huge.run('import', long)).err).toMatch(/long\.md has 70 MB; a list of papers has at most 64 MB\. Cut it/);
});

test.each([
  ['GBK', 'GB18030', [0xb5, 0xc4, 0xca, 0xc7, 0xce, 0xd2, 0xc3, 0xc7, 0xd6, 0xd0, 0xb9, 0xfa]],
  ['Big5', 'BIG5', [0xaa, 0xba, 0xac, 0x4f, 0xa7, 0xda, 0xad, 0xcc, 0xa4, 0xa4, 0xb0, 0xea]],
])('a file in %s', async (name, iconv, bytes) => {
  const { code, err } = await bench.run('import', bench.write('list.md', Buffer.from([...Buffer.from('## 1. A\n### '), ...bytes, 10])));
  expect(code).toBe(1);
  expect(err).toContain(`It seems to be ${name}. Convert it with “iconv -f ${iconv} -t UTF-8`);
});

test('UTF-16, and bytes that are no text', async () => {
  expect((await bench.run('import', bench.write('a.md', Buffer.from('\uFEFF# A', 'utf16le')))).err).toContain('It seems to be UTF-16');
  expect((await bench.run('import', bench.write('b.md', Buffer.from([0xff, 0, 1, 2])))).err).toContain('is no text');
});

test('BibTeX with unbalanced braces: the entry is told with its line, the others arrive', async () => {
  const source = '@article{good, title={Good}, year=2020}\n\n@article{bad, title={Bad, year={2021}\n\n@article{late, title={Late}}\n';
  const { code, out } = await bench.run('import', bench.write('a.bib', source));
  expect(code).toBe(1);
  expect(out).toContain('a.bib:3 The braces of the entry “bad” are not balanced');
  expect(Object.keys(bench.tree('content/notes'))).toHaveLength(2);
});

test('JSON that is none, and RIS that is cut off', async () => {
  expect((await bench.run('import', bench.write('a.json', '[{"title": "A"'))).err).toContain('The file is no JSON');
  const { out } = await bench.run('import', bench.write('a.ris', 'TY  - JOUR\nTI  - Lamp\nER  - \nTY  - JOUR\nTI  - Cut'));
  expect(out).toMatch(/a\.ris:4 The record is cut off/);
});
