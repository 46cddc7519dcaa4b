import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createNote, plainTitle } from '../../src/core/note/note.ts';
import { foldText } from '../../src/core/search/segment.ts';
import { readNotes } from '../../src/io/notes.ts';

/** A query and what answers it. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: string;
  /** The ids of the notes that answer it. */
  readonly relevant: readonly string[];
}

/** A query that the page of a PDF answers. */
export interface PageQuery {
  readonly query: string;
  readonly kind: string;
  /** The id of the note. */
  readonly paper: string;
  /** The numbers of the pages that answer it. */
  readonly pages: readonly number[];
}

/** The project's root. */
export const projectFolder = join(import.meta.dirname, '../..');

/** The project's own collection. */
export const ownContent = join(projectFolder, 'content');

/** Judged queries that come from elsewhere, and the libraries they run on: `EVALS_DIR`, by default beside the project. They may be absent. */
export const evalsFolder = resolve(projectFolder, process.env.EVALS_DIR ?? '../shared/evals');

/** PDFs of the project's own notes: `PAPERS_DIR`, by default beside the project. They may be absent. */
export const papersFolder = resolve(projectFolder, process.env.PAPERS_DIR || '../shared/papers');

/** The queries over the project's own notes. */
export function ownQueries(): JudgedQuery[] {
  return readQueries(join(import.meta.dirname, 'judged-queries.json'));
}

/** Queries over the project's own notes by somebody who had not seen the engine. */
export function readerQueries(): JudgedQuery[] {
  return readQueries(join(import.meta.dirname, 'reader-queries.json'));
}

/** Questions in everyday words, written before the notes' own questions were read. */
export function questionQueries(): JudgedQuery[] {
  return readQueries(join(import.meta.dirname, 'question-queries.json'));
}

/** How the queries of strangers are grouped: two sets to choose by, the others to see whether what was chosen holds. */
export type StrangerSet = 1 | 2 | 3 | 4;

/** Queries over the project's own notes by people who had seen neither the site nor its notes. */
export function strangerQueries(set: StrangerSet): JudgedQuery[] {
  const queries = readQueries<JudgedQuery & { readonly set: StrangerSet }>(join(import.meta.dirname, 'stranger-queries.json'));
  return queries.filter((query) => query.set === set);
}

/** The same queries over the libraries from elsewhere, which hold the same papers in other words; none if they are absent. */
export function strangerQueriesElsewhere(set: StrangerSet): EvalsLibrary[] {
  const titles = new Map([...idsByTitle(ownContent)].map(([title, id]) => [id, title]));
  return evalsFolders().map(({ corpus, content }) => {
    const ids = idsByTitle(content);
    const own = strangerQueries(set).filter(({ kind }) => kind.startsWith('xling_en2zh') === (corpus === 'masked'));
    return { content, queries: own.map((query) => ({ ...query, relevant: query.relevant.map((id) => ids.get(titles.get(id)!) ?? id) })) };
  });
}

/** The queries over the pages of the PDFs. */
export function pageQueries(): PageQuery[] {
  return readQueries(join(import.meta.dirname, 'page-queries.json'));
}

/** A library from elsewhere with the queries over it. */
export interface EvalsLibrary {
  readonly content: string;
  readonly queries: readonly JudgedQuery[];
}

/** The libraries from elsewhere; none if they are absent. */
export function evalsLibraries(): EvalsLibrary[] {
  return evalsFolders().map(({ corpus, content }) => {
    const queries = readQueries<JudgedQuery & { readonly corpus: string }>(join(evalsFolder, 'search-dev.json'));
    const ids = idsByTitle(content);
    const own = queries.filter((query) => query.corpus === corpus);
    const withIds = own.map(({ relevant, ...query }) => ({
      ...query,
      relevant: relevant.map((title) => ids.get(foldText(title)) ?? title),
    }));
    return { content, queries: withIds };
  });
}

/** Where the libraries from elsewhere lie: all papers, and the same with some papers in Chinese alone. */
function evalsFolders() {
  if (!existsSync(join(evalsFolder, 'search-dev.json'))) return [];
  const folders = [
    { corpus: 'full', content: join(evalsFolder, 'library') },
    { corpus: 'masked', content: join(evalsFolder, 'library-masked') },
  ];
  return folders.filter(({ content }) => existsSync(content));
}

/** The shape of these files is that of the queries; each says so in a note. */
function readQueries<T>(file: string): T[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { queries: T[] }).queries;
}

function idsByTitle(contentDir: string): Map<string, string> {
  const notes = readNotes({ contentDir, paperDirs: [] }).value;
  return new Map(
    notes.flatMap(({ id, metadata, digest }) => {
      const note = createNote({ id, metadata, keywords: [], hasPdf: false, digest });
      return [metadata.title, plainTitle(note, 'en')].map((title) => [foldText(title), id] as const);
    }),
  );
}
