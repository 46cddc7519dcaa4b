import { resolve } from 'node:path';
import { createRenderingCheck, type OddRendering } from '../core/keyword/renderings.ts';
import { splitSource } from '../core/note/source-text.ts';
import type { Problem } from '../core/problem.ts';
import { renderNoteBody, type NoteBody } from '../markdown/note-document.ts';
import { pairedPassages } from '../markdown/paired-passages.ts';
import { checkBrackets } from './bracket-check.ts';
import type { Collection } from './collection.ts';
import { checkLinks, sectionIds, type LinkTargets } from './link-check.ts';
import { localFiles, type Files } from './files.ts';
import { checkFigures, checkLosses } from './loss-check.ts';
import { checkRelationSupport } from './relation-check.ts';

/** Reads the bodies of a collection's notes and says what is wrong with them, and between them and their front matter. */
export function checkBodies(
  { notes, lists, vocabulary }: Pick<Collection, 'notes' | 'lists' | 'vocabulary'>,
  files: Files = localFiles,
): Problem[] {
  const bodies = notes.map(({ id, file, metadata }) => {
    const body = { file, ...splitSource(files.read(resolve(file)) ?? '') };
    const { document, problems } = renderNoteBody(body);
    return { id, ...body, problems, sections: sectionIds(document, metadata) };
  });
  const textOf = new Map(bodies.map(({ file, body }) => [file, body]));
  const findOddRenderings = createRenderingCheck(vocabulary.terms);
  const targets: LinkTargets = {
    notes: new Set(notes.map(({ id }) => id)),
    lists: new Set(lists.map(({ list }) => list.id)),
    keywords: keywordIds(notes, vocabulary),
  };
  return [
    ...bodies.flatMap((body) => [
      ...body.problems,
      ...checkBrackets(body),
      ...checkLosses(body),
      ...checkPassages(body, findOddRenderings),
    ]),
    ...checkLinks(bodies, targets),
    ...checkRelationSupport(notes, ({ file }) => textOf.get(file)!),
  ];
}

/** The ids of all keywords that have a page: those of the vocabulary, and those that notes merely use. */
function keywordIds(notes: Collection['notes'], vocabulary: Collection['vocabulary']): Set<string> {
  const used = notes.flatMap(({ metadata }) => metadata.keywords.map((keyword) => vocabulary.resolve(keyword).id));
  return new Set([...vocabulary.terms.map(({ id }) => id), ...used]);
}

/** What is wrong between passages that say the same thing in both languages. */
function checkPassages(body: NoteBody, find: ReturnType<typeof createRenderingCheck>): Problem[] {
  const passages = pairedPassages(body);
  const odd = passages.flatMap((passage) => find(passage).map((rendering) => ({ ...describe(rendering), line: passage.line })));
  return [...odd.map((problem) => ({ ...problem, file: body.file, column: 1 })), ...checkFigures(body.file, passages)];
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
