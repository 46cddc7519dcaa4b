import { resolve } from 'node:path';
import { createRenderingCheck, type OddRendering } from '../core/keyword/renderings.ts';
import { splitSource } from '../core/note/source-text.ts';
import type { Problem } from '../core/problem.ts';
import { renderNoteBody, type NoteBody } from '../markdown/note-document.ts';
import { pairedPassages } from '../markdown/paired-passages.ts';
import { checkBrackets } from './bracket-check.ts';
import type { Collection } from './collection.ts';
import { localFiles, type Files } from './files.ts';
import { checkRelationSupport } from './relation-check.ts';

/** Reads the bodies of a collection's notes and says what is wrong with them, and between them and their front matter. */
export function checkBodies({ notes, vocabulary }: Pick<Collection, 'notes' | 'vocabulary'>, files: Files = localFiles): Problem[] {
  const bodies = new Map(notes.map(({ file }) => [file, { file, ...splitSource(files.read(resolve(file)) ?? '') }]));
  const findOddRenderings = createRenderingCheck(vocabulary.terms);
  return [
    ...[...bodies.values()].flatMap((body) => [
      ...renderNoteBody(body).problems,
      ...checkBrackets(body),
      ...renderingProblems(body, findOddRenderings),
    ]),
    ...checkRelationSupport(notes, ({ file }) => bodies.get(file)!.body),
  ];
}

function renderingProblems(body: NoteBody, find: ReturnType<typeof createRenderingCheck>): Problem[] {
  return pairedPassages(body).flatMap((passage) =>
    find(passage).map((odd) => ({ ...describe(odd), file: body.file, line: passage.line, column: 1 })),
  );
}

function describe({ term: { label }, instead }: OddRendering): Pick<Problem, 'rule' | 'message' | 'hint'> {
  if (instead !== undefined)
    return {
      rule: 'note/mixed-rendering',
      message: `“${label.en}” is rendered as ${instead} here.`,
      hint: `Write ${label.zh}, as keywords.yaml has it, so that one term is translated one way.`,
    };
  return {
    rule: 'note/unrendered-term',
    message: `“${label.en}” stands in the English passage, but no name of it in this one.`,
    hint: `Write ${label.zh} if it is meant; or add the words used here to the term’s aliases.`,
  };
}
