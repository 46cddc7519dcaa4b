import { join } from 'node:path';
import type { FoundPaper } from '../../core/import/found-paper.ts';
import { fillBody, writeBody } from '../../core/import/note-body.ts';
import { nameNote } from '../../core/import/note-name.ts';
import { compareAbstract, isAbstract } from '../../core/import/same-abstract.ts';
import { createPaperIndex, type PaperIndex } from '../../core/import/same-paper.ts';
import { splitSource } from '../../core/note/source-text.ts';
import type { Disk } from '../disk.ts';
import { displayPath } from '../files.ts';
import { fillFrontMatter, fillNote, writeFrontMatter, type FrontMatter } from '../front-matter.ts';
import { readNotes, type CollectionPlace } from '../notes.ts';

/** What became of one paper. */
export interface NoteChange {
  readonly id: string;
  /** The note's file as an author would name it. */
  readonly file: string;
  readonly outcome: 'created' | 'filled' | 'unchanged';
  /** The keys and sections that were filled. */
  readonly filled: readonly string[];
  /** The keys that say something else than the source, and were left as they are. */
  readonly kept: readonly string[];
}

/** Writes papers as notes, or fills the notes that they have. */
export interface NoteWriter {
  /**
   * Puts one paper into the collection.
   * @throws {Error} where the disk cannot be written; the note is then as it was before.
   */
  put(paper: FoundPaper): NoteChange;
}

/** How notes are written. */
export interface WriteOptions {
  /** Whether nothing is written, and only told. */
  readonly dryRun: boolean;
  /** Whether values that differ are replaced. */
  readonly force: boolean;
}

interface Library {
  readonly folder: string;
  readonly taken: Set<string>;
  readonly index: PaperIndex<string>;
}

/** A writer for the notes of a collection, which is read once. */
export function createNoteWriter(place: CollectionPlace, disk: Disk, options: WriteOptions): NoteWriter {
  const { value: notes, ids } = readNotes(place, disk);
  const library: Library = { folder: join(place.contentDir, 'notes'), taken: new Set(ids), index: createPaperIndex() };
  for (const { id, metadata } of notes) library.index.add(metadata, id);
  // What a dry run would have written, so that two entries of one paper are told as one.
  const pending = new Map<string, string>();
  return {
    put: (paper) => {
      const known = library.index.find(paper);
      const id = known ?? nameNote(paper, (name) => library.taken.has(name));
      const path = join(library.folder, `${id}.md`);
      const old = known === undefined ? undefined : (pending.get(path) ?? disk.read(path) ?? disk.read(notePath(library.folder, id, disk)));
      const written = old === undefined ? { text: newNote(paper), filled: [], kept: [] } : fillFromPaper(old, paper, options.force);
      if (written.text !== old) {
        if (options.dryRun) pending.set(path, written.text);
        else disk.write(old === undefined ? path : notePath(library.folder, id, disk), written.text);
      }
      library.taken.add(id);
      library.index.add(paper, id);
      const outcome = old === undefined ? 'created' : written.text === old ? 'unchanged' : 'filled';
      return { id, file: displayPath(path), outcome, filled: written.filled, kept: written.kept };
    },
  };
}

/** The path of a note; ids do not distinguish case, but the names of files do. */
export function notePath(folder: string, id: string, disk: Disk): string {
  const path = join(folder, `${id}.md`);
  if (disk.read(path) !== undefined) return path;
  const name = disk.list(folder).find((entry) => entry.toLowerCase() === `${id}.md`);
  return name === undefined ? path : join(folder, name);
}

function newNote(paper: FoundPaper): string {
  const sections = [...paper.sections, ...(paper.keywordNotes ? [paper.keywordNotes] : [])];
  return `---\n${writeFrontMatter(frontMatterOf(paper))}---\n${sections.length > 0 ? `\n${writeBody(sections)}` : ''}`;
}

/** A note's text with what it lacks filled in from what a source says of its paper. */
export function fillFromPaper(source: string, found: FoundPaper, force: boolean): { text: string; filled: string[]; kept: string[] } {
  const filled: string[] = [];
  const kept: string[] = [];
  const paper = withoutSecondAbstract(found, splitSource(source).body);
  const values = frontMatterOf(paper);
  const text = fillNote(source, ({ frontMatter, body }) => {
    const front = fillFrontMatter(frontMatter, force ? values : { ...values, title: undefined }, force);
    // Words before the first heading have a place only in a note that has none of its own.
    const named = paper.sections.filter(({ heading }) => heading !== '' || body.trim() === '');
    const notes = front.filled.includes('keywords') && paper.keywordNotes ? [paper.keywordNotes] : [];
    const inner = fillBody(body, [...named, ...notes]);
    filled.push(...front.filled, ...inner.added);
    kept.push(...front.kept);
    return { frontMatter: front.text, body: inner.body };
  });
  return { text, filled, kept };
}

/**
 * A paper as far as a note may take it over. The authors’ abstract goes only into a note without any, for beside a digest it
 * would pass for one; where the note holds it already, word for word, only its source does.
 */
function withoutSecondAbstract(paper: FoundPaper, body: string): FoundPaper {
  if (paper.abstractSource === undefined) return paper;
  const standing = compareAbstract(body, paper.sections);
  if (standing === 'absent') return paper;
  return {
    ...paper,
    abstractSource: standing === 'same' ? paper.abstractSource : undefined,
    sections: paper.sections.filter((section) => !isAbstract(section)),
  };
}

/** What a source says of a paper, as the keys of a note. */
export function frontMatterOf(paper: FoundPaper): FrontMatter {
  const { title, titleZh, authors, date, venue, status, keywords, links, abstractSource } = paper;
  const sorted = LINK_ORDER.flatMap((kind) => (links[kind] === undefined ? [] : [[kind, links[kind]] as const]));
  const known = sorted.length > 0 ? Object.fromEntries(sorted) : undefined;
  return { title, titleZh, authors, date, venue, status, keywords, links: known, abstractSource };
}

const LINK_ORDER = ['arxiv', 'openreview', 'doi', 'pdf', 'code', 'project', 'data'] as const;
