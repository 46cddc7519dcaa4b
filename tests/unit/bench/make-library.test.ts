import { expect, test } from 'vitest';
import { splitSource } from '../../../src/core/note/source-text.ts';
import { readCollection } from '../../../src/io/collection.ts';
import type { Files } from '../../../src/io/files.ts';
import { renderNoteBody } from '../../../src/markdown/note-document.ts';
import { makeLibrary } from '../../bench/make-library.ts';

const library = makeLibrary({ notes: 40, seed: 7 });
const notes = [...library].filter(([path]) => path.startsWith('notes/'));

test('the same seed makes the same library, another seed another', () => {
  expect(makeLibrary({ notes: 40, seed: 7 })).toEqual(library);
  expect(makeLibrary({ notes: 40, seed: 8 })).not.toEqual(library);
});

test('the collection is read without a problem', () => {
  const { problems, notes: read } = readCollection({ contentDir: '/library', paperDirs: [] }, inMemory('/library', library));
  expect(problems).toEqual([]);
  expect(read).toHaveLength(40);
});

test('bodies render without a problem, their abstracts aligned by sentences, with formulas', () => {
  for (const [file, text] of notes) {
    const { document, problems } = renderNoteBody({ file, ...splitSource(text) });
    expect(problems).toEqual([]);
    expect(document.abstract?.alignment).toBe('sentences');
    expect(document.hasMath).toBe(true);
  }
});

test('notes are of the size of real ones', () => {
  const bytes = notes.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0) / notes.length;
  expect(bytes).toBeGreaterThan(3500);
  expect(bytes).toBeLessThan(4700);
});

function inMemory(folder: string, files: ReadonlyMap<string, string>): Files {
  const below = (path: string) => path.slice(folder.length + 1);
  return {
    read: (path) => files.get(below(path)),
    list: (path) =>
      [...files.keys()].filter((name) => name.startsWith(`${below(path)}/`)).map((name) => name.slice(below(path).length + 1)),
    head: () => undefined,
  };
}
