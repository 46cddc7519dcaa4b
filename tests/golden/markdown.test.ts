import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { splitSource } from '../../src/core/note/source-text.ts';
import { formatProblem, sortProblems } from '../../src/core/problem.ts';
import { renderNoteBody } from '../../src/markdown/note-document.ts';
import { showDocument } from '../helpers/show-note.ts';

const folder = join(import.meta.dirname, 'markdown');

/**
 * Holds a text to the file that was approved. What differs is written beside it as `<name>.changed.<extension>`;
 * a file that is missing is written, but not where CI is set, for there nobody would look at it.
 */
function expectApproved(path: string, actual: string): void {
  const changed = path.replace(/(\.\w+)$/, '.changed$1');
  if (!existsSync(path)) {
    if (process.env.CI) throw new Error(`${path} is missing; run the tests without CI, look at it and commit it.`);
    writeFileSync(path, actual);
  }
  const approved = readFileSync(path, 'utf8');
  if (approved === actual) rmSync(changed, { force: true });
  else writeFileSync(changed, actual);
  expect(actual).toBe(approved);
}

const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

test.each(cases)('%s', (name) => {
  const source = readFileSync(join(folder, name, 'input.md'), 'utf8');
  const { document, problems } = renderNoteBody({ file: 'input.md', ...splitSource(source) });
  expectApproved(join(folder, name, 'output.html'), showDocument(document));
  expectApproved(join(folder, name, 'problems.txt'), sortProblems(problems).map((problem) => `${formatProblem(problem)}\n`).join(''));
});
