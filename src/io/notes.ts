import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { isNoteId, slug, type NoteId } from '../core/note/id.ts';
import { localPdfName } from '../core/note/links.ts';
import { noteSchema, type NoteMetadata } from '../core/note/schema.ts';
import { splitSource } from '../core/note/source-text.ts';
import { START, type Problem } from '../core/problem.ts';
import type { Environment } from './environment.ts';
import { displayPath, localFiles, type Files } from './files.ts';
import { findPdf, type FoundPdf } from './papers.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** Where a collection is read from. */
export type CollectionPlace = Pick<Environment, 'contentDir' | 'paperDirs'>;

/** A note's file, its front matter checked. */
export interface NoteFile {
  readonly id: NoteId;
  /** The file's path as an author would name it. */
  readonly file: string;
  /** The front matter as it was written, with the way back to its lines. */
  readonly yaml: YamlText;
  readonly metadata: NoteMetadata;
  /** The path of the PDF that is published with the note, if it is at hand. */
  readonly pdf: string | undefined;
  /** A digest of the file and of whether its PDF is at hand. */
  readonly digest: string;
}

/** Reads the front matter of every note; `ids` holds those of broken notes too. */
export function readNotes(place: CollectionPlace, files: Files = localFiles) {
  const folder = join(place.contentDir, 'notes');
  const results = noteNames(folder, files).flatMap((name) => readNote(join(folder, name), place, files) ?? []);
  const value = results.flatMap((result) => result.value ?? []);
  const ids = results.map((result) => result.id);
  return { value, ids, problems: [...results.flatMap((result) => result.problems), ...duplicateIds(results)] };
}

function noteNames(folder: string, files: Files): string[] {
  return files.list(folder).filter((name) => /\.md$/i.test(name) && !/^readme\.md$/i.test(name));
}

function readNote(path: string, place: CollectionPlace, files: Files) {
  const file = displayPath(path);
  const source = files.read(path);
  if (source === undefined) return undefined;
  const id = basename(path).replace(/\.md$/i, '').toLowerCase();
  const { frontMatter } = splitSource(source);
  if (frontMatter === undefined) return { id, file, value: undefined, problems: [noFrontMatter(file)] };
  if (!isNoteId(id)) return { id, file, value: undefined, problems: [invalidId(file, id)] };
  const yaml = readYaml(frontMatter, file, 1);
  const result = validate(noteSchema, yaml);
  if (!result.value) return { id, file, value: undefined, problems: result.problems };
  const pdf = readPdf(result.value, yaml, (name) => findPdf(name, place.paperDirs, files));
  const digest = digestOf(`${source}\0${pdf.path ?? ''}`);
  return { id, file, value: { id, file, yaml, metadata: result.value, pdf: pdf.path, digest }, problems: pdf.problems };
}

function readPdf(metadata: NoteMetadata, yaml: YamlText, find: (name: string) => FoundPdf | undefined) {
  const name = localPdfName(metadata);
  if (name === undefined) return { path: undefined, problems: [] };
  const at = { file: yaml.file, ...yaml.placeOf(['links', 'pdf']) };
  const found = find(name);
  if (!found) return { path: undefined, problems: [pdfMissing(name, at)] };
  return found.isPdf ? { path: found.path, problems: [] } : { path: undefined, problems: [pdfNotPdf(name, at)] };
}

function duplicateIds(results: readonly { id: string; file: string }[]): Problem[] {
  return [...Map.groupBy(results, (result) => result.id).values()]
    .filter((same) => same.length > 1)
    .flatMap(([first, ...others]) =>
      others.map(({ id, file }): Problem => ({
        rule: 'note/duplicate-id',
        message: `The id “${id}” is that of ${first!.file} too: ids do not distinguish case.`,
        hint: 'Rename one of the two files.',
        file,
        ...START,
      })),
    );
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

function noFrontMatter(file: string): Problem {
  return {
    rule: 'note/no-front-matter',
    message: 'The note has no front matter.',
    hint: 'Begin the file with a line “---”, then “title: …”, then a line “---”.',
    file,
    ...START,
  };
}

function invalidId(file: string, id: string): Problem {
  const latin = slug(id.normalize('NFKD').replace(/[^\x20-\x7E]/g, ''));
  return {
    rule: 'note/invalid-id',
    message: `“${id}” cannot be an id: use lower-case Latin letters, digits and single hyphens.`,
    hint: `Rename the file, for instance to ${latin || 'note'}.md.`,
    file,
    ...START,
  };
}

function pdfMissing(name: string, at: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  return {
    rule: 'note/pdf-missing',
    message: `“${name}” is not in papers/; the page offers the remote copy.`,
    hint: 'Put the file into papers/, or set PAPERS_DIR to the folder that holds it.',
    ...at,
  };
}

function pdfNotPdf(name: string, at: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  return {
    rule: 'note/pdf-not-a-pdf',
    message: `“${name}” is not a PDF: it does not begin with “%PDF-”.`,
    hint: 'Download it again; a login or error page may have been saved in its place.',
    ...at,
  };
}
