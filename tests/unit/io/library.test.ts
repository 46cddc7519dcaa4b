import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitSource } from '../../../src/core/note/source-text.ts';
import { severityOf } from '../../../src/core/problem.ts';
import { readCollection } from '../../../src/io/collection.ts';
import { renderNoteBody } from '../../../src/markdown/note-document.ts';
import { lanternPages, tinyPdf } from '../../helpers/tiny-pdf.ts';

const library = resolve('tests/fixtures/library');
const collection = readCollection({ contentDir: `${library}/content`, paperDirs: [`${library}/papers`] });
const bodies = new Map(
  collection.notes.map(({ id, file }) => [id as string, renderNoteBody({ file, ...splitSource(readFileSync(file, 'utf8')) })]),
);
const metadataProblems = collection.problems.map(({ file, line, rule }) => `${file.split('/').at(-1)}:${line} ${rule}`);

describe('the miniature library', () => {
  test('has no errors, and of the metadata only these oddities are told', () => {
    expect(metadataProblems).toEqual(['paper-boat.md:8 note/pdf-missing', 'half-built.md:3 note/near-keyword']);
    expect([...bodies.values()].flatMap(({ problems }) => problems).filter((problem) => severityOf(problem) === 'error')).toEqual([]);
  });

  test.each([
    ['lantern', 'sentences'],
    ['alpha-lamp', 'sentences'],
    ['quiet-window', 'one-language'],
    ['plain-harbor', 'one-language'],
    ['uneven-mirror', 'paragraphs'],
    ['bold-3d', undefined],
    ['half-built', undefined],
  ])('the abstract of %s is aligned by %s', (id, alignment) => {
    expect(bodies.get(id)!.document.abstract?.alignment).toBe(alignment);
  });

  test.each([
    ['lantern', true],
    ['far-shore', false],
    ['paper-boat', false],
  ])('%s has a PDF at hand: %s', (id, hasPdf) => {
    expect(collection.notes.find((note) => note.id === id)!.pdf !== undefined).toBe(hasPdf);
  });

  test('only notes with formulas ask for the style sheet of formulas', () => {
    expect([...bodies].filter(([, { document }]) => document.hasMath).map(([id]) => id)).toEqual([
      'alpha-lamp',
      'bold-3d',
      'lantern',
      'wide-river',
    ]);
  });

  test('its PDF is the one that the helper writes', () => {
    expect(readFileSync(`${library}/papers/lantern.pdf`, 'latin1')).toBe(tinyPdf(lanternPages));
  });
});
