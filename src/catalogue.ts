import { readFileSync } from 'node:fs';
import { getCollection } from 'astro:content';
import { createCatalogue, type Catalogue } from './core/catalogue/catalogue.ts';
import { writeRecords } from './core/citation/export.ts';
import { citationOf } from './core/citation/of-note.ts';
import { writeReferences, type References } from './core/citation/reference.ts';
import type { NoteDocument, RenderedObjective } from './core/note/document.ts';
import type { Note } from './core/note/note.ts';
import { sharedNotation } from './core/note/objective.ts';
import { splitSource } from './core/note/source-text.ts';
import type { ExportFormat } from './core/site/urls.ts';
import { formatProblem, severityOf } from './core/problem.ts';
import apa from './io/citation-styles/apa.csl?raw';
import gbt from './io/citation-styles/gb-t-7714-2015-numeric.csl?raw';
import english from './io/citation-styles/locales-en-US.xml?raw';
import chinese from './io/citation-styles/locales-zh-CN.xml?raw';
import { readEnvironment } from './io/environment.ts';
import { openReferenceStore } from './io/reference-store.ts';
import { formatReferences } from './io/references.ts';
import { renderNoteBody } from './markdown/note-document.ts';
import { renderObjective, renderSymbol } from './markdown/objective.ts';

let memoised: Promise<Catalogue> | undefined;

/** The catalogue of the collection, made once in a build; in development anew for every page, so that edits show. */
export function getCatalogue(): Promise<Catalogue> {
  if (import.meta.env.DEV) return loadCatalogue();
  memoised ??= loadCatalogue();
  return memoised;
}

async function loadCatalogue(): Promise<Catalogue> {
  const [site, vocabulary, lists, notes] = await Promise.all([
    getCollection('site'),
    getCollection('vocabulary'),
    getCollection('lists'),
    getCollection('notes'),
  ]);
  for (const { id, data } of notes) files.set(id, data.file);
  return createCatalogue({
    site: site[0]!.data,
    keywords: vocabulary[0]!.data.terms,
    lists: lists.map(({ id, data }) => ({ id, ...data })),
    notes: notes.map(({ id, data, digest }) => ({ id, metadata: data.metadata, hasPdf: data.pdf !== undefined, digest: String(digest) })),
    textOf: (id) => splitSource(readFileSync(files.get(id)!, 'utf8')).body,
  });
}

const files = new Map<string, string>();

/**
 * Rendered notes as JSON. A note is shown on four pages which are built far apart; rendering it again costs fifty times
 * what reading it back does. As bytes they take a third of what objects would, and no part of the heap.
 */
const documents = new Map<string, Buffer>();

/** A note's Markdown as its author wrote it, front matter included. */
export function noteSource(note: Pick<Note, 'id'>): string {
  return readFileSync(files.get(note.id)!, 'utf8');
}

/** Renders a note's body. Warnings are printed; an error stops the build, or shows in the browser in development. */
export function renderNote(note: Pick<Note, 'id' | 'digest'>): NoteDocument {
  const kept = documents.get(note.digest);
  // What was written below is read back.
  if (kept) return JSON.parse(kept.toString()) as NoteDocument;
  const file = files.get(note.id)!;
  const { document, problems } = renderNoteBody({ file, ...splitSource(readFileSync(file, 'utf8')) });
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  if (errors.length > 0) throw new Error(errors.map(formatProblem).join('\n'));
  for (const problem of problems) console.warn(formatProblem(problem));
  documents.set(note.digest, Buffer.from(JSON.stringify(document)));
  return document;
}

/** References are formatted together: starting their processor costs more than all of them do. */
const references = new WeakMap<Catalogue, ReadonlyMap<string, References>>();

/** The formatted references of a note's paper. */
export function referencesOf(note: Pick<Note, 'id'>, catalogue: Catalogue): References {
  const known = references.get(catalogue) ?? formatAll(catalogue);
  references.set(catalogue, known);
  return known.get(note.id)!;
}

function formatAll(catalogue: Catalogue): Map<string, References> {
  const store = openReferenceStore(readEnvironment().contentDir);
  const items = catalogue.notes.map((note) => citationOf(note, catalogue));
  const formatted = formatReferences(items, { styles: { apa, gbt }, locales: { 'en-US': english, 'zh-CN': chinese } }, store);
  store.save();
  return new Map(items.map(({ id }, index) => [id, formatted[index]!]));
}

/** Several papers in the format of another program, in their order. */
export function writePapers(notes: readonly Note[], catalogue: Catalogue, format: ExportFormat): string {
  if (format === 'apa.txt' || format === 'gbt.txt') {
    return writeReferences(
      notes.map((note) => referencesOf(note, catalogue)),
      format === 'apa.txt' ? 'apa' : 'gbt',
    );
  }
  return writeRecords(
    notes.map((note) => citationOf(note, catalogue)),
    format,
  );
}

/** A note's objective as HTML, if the note states one. */
export function objectiveOf({ objective }: Pick<Note, 'objective'>): RenderedObjective | undefined {
  return objective && renderObjective(objective);
}

/** The notation that all objectives share, as HTML. */
export const notation = sharedNotation.map(renderSymbol);
