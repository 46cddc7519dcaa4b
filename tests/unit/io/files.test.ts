import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { displayPath, localFiles } from '../../../src/io/files.ts';
import { findPdf } from '../../../src/io/papers.ts';

const folder = mkdtempSync(join(tmpdir(), 'reading-room-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'b.txt'), '%PDF-1.4 偏好');
writeFileSync(join(folder, 'a.txt'), '');
mkdirSync(join(folder, 'inner.pdf'));

test('files are read and listed; what is not there, or is a folder, is no file', () => {
  expect(localFiles.list(folder)).toEqual(['a.txt', 'b.txt', 'inner.pdf']);
  expect(localFiles.list(join(folder, 'nowhere'))).toEqual([]);
  expect(localFiles.read(join(folder, 'b.txt'))).toBe('%PDF-1.4 偏好');
  expect(localFiles.read(join(folder, 'inner.pdf'))).toBeUndefined();
  expect(localFiles.head(join(folder, 'b.txt'), 5)).toBe('%PDF-');
  expect(localFiles.head(join(folder, 'a.txt'), 5)).toBe('');
  expect(localFiles.head(join(folder, 'inner.pdf'), 5)).toBeUndefined();
  expect(localFiles.head(join(folder, 'nowhere'), 5)).toBeUndefined();
});

test('paths are named as an author would', () => {
  expect(displayPath(join(process.cwd(), 'content', 'notes', 'a.md'))).toBe('content/notes/a.md');
});

test('a PDF is looked for in one folder after the other', () => {
  expect(findPdf('b.txt', [join(folder, 'nowhere'), folder], localFiles)).toEqual({ path: join(folder, 'b.txt'), isPdf: true });
  expect(findPdf('a.txt', [folder], localFiles)).toEqual({ path: join(folder, 'a.txt'), isPdf: false });
  expect(findPdf('inner.pdf', [folder], localFiles)).toBeUndefined();
});
