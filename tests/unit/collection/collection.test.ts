import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { namesOf } from '../../../src/core/keyword/vocabulary.ts';
import { splitSource } from '../../../src/core/note/source-text.ts';
import { formatProblem, severityOf } from '../../../src/core/problem.ts';
import { checkBodies } from '../../../src/io/bodies.ts';
import { readCollection } from '../../../src/io/collection.ts';
import { renderNoteBody } from '../../../src/markdown/note-document.ts';

const collection = readCollection({ contentDir: resolve('content'), paperDirs: [resolve('papers')] });
const { notes, lists, vocabulary } = collection;

test('the shipped collection has nothing that its own check warns of', () => {
  const problems = [...collection.problems, ...checkBodies(collection)];
  expect(problems.filter((problem) => severityOf(problem) !== 'notice').map(formatProblem)).toEqual([]);
});

test('it holds 62 papers in two lists, the one numbered, the other by date', () => {
  expect(notes).toHaveLength(62);
  const named = new Set(lists.flatMap(({ list }) => list.notes.map(({ note }) => note)));
  expect([...named].sort()).toEqual(notes.map(({ id }) => id as string).sort());
  const [daily, reading] = [...lists].sort((a, b) => (a.list.id < b.list.id ? -1 : 1)).map(({ list }) => list.notes);
  expect(reading).toHaveLength(23);
  expect(daily).toHaveLength(43);
  const dates = daily!.map(({ date }) => date ?? '');
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(dates).not.toContain('');
});

test('each note has two titles, and keywords of the vocabulary', () => {
  for (const { id, metadata } of notes) {
    expect(metadata.titleZh, id).toBeDefined();
    expect(metadata.keywords.length, id).toBeGreaterThanOrEqual(4);
    for (const keyword of metadata.keywords) expect(vocabulary.resolve(keyword).known, `${id}: ${keyword}`).toBe(true);
  }
});

test('each note has key points and an abstract of five to nine sentences in both languages, sentence beside sentence', () => {
  for (const { id, file } of notes) {
    const { document } = renderNoteBody({ file, ...splitSource(readFileSync(file, 'utf8')) });
    expect(Object.keys(document.keyPoints).sort(), id).toEqual(['en', 'zh']);
    expect(document.abstract?.alignment, id).toBe('sentences');
    const sentences = document.abstract!.paragraphs.flat().length;
    expect(sentences, id).toBeGreaterThanOrEqual(5);
    expect(sentences, id).toBeLessThanOrEqual(9);
    const points = (html = '') => html.match(/<li>/g)?.length ?? 0;
    expect(points(document.keyPoints.zh), id).toBe(points(document.keyPoints.en));
    expect(points(document.keyPoints.en), id).toBeGreaterThanOrEqual(4);
  }
});

test('each note says in both languages which questions its paper answers', () => {
  for (const { id, metadata } of notes) {
    expect(metadata.questions.length, id).toBeGreaterThanOrEqual(5);
    for (const question of metadata.questions) expect(Object.keys(question), id).toEqual(['en', 'zh']);
  }
});

test('two papers that share an acronym are told apart', () => {
  const names = notes.flatMap(({ metadata }) => (metadata.shortTitle ? [metadata.shortTitle] : []));
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('TPO');
});

test('the vocabulary has at least 120 terms, each explained in both languages and below the taxonomy', () => {
  expect(vocabulary.terms.length).toBeGreaterThanOrEqual(120);
  for (const term of vocabulary.terms) {
    expect(term.gloss.en, term.id).toMatch(/[.!?]$/);
    expect(term.gloss.zh, term.id).toMatch(/[。！？]$/);
    expect(namesOf(term).length, term.id).toBeGreaterThan(2);
  }
  const top = vocabulary.terms.filter(({ broader }) => broader === undefined).map(({ id }) => id);
  expect(top).toEqual(['data-strategy', 'learning-framework', 'constraint-mechanism', 'model-property', 'modality', 'task', 'method']);
});
