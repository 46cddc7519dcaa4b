import { relationKinds } from '../core/note/relations.ts';
import type { NoteMetadata } from '../core/note/schema.ts';
import type { Problem } from '../core/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import type { NoteFile } from './notes.ts';

/** Relations of notes to notes that do not exist, or to themselves. */
export function checkRelations(notes: readonly NoteFile[], ids: ReadonlySet<string>): Problem[] {
  return eachRelation(notes).flatMap(({ note, other, at }) =>
    ids.has(other) && other !== note.id ? [] : [{ ...describeMissing(note.id, other, ids), ...at }],
  );
}

/** Relations that the words of a note do not bear out: it never names the other paper. */
export function checkRelationSupport(notes: readonly NoteFile[], textOf: (note: NoteFile) => string): Problem[] {
  const byId = new Map<string, NoteFile>(notes.map((note) => [note.id, note]));
  return eachRelation(notes).flatMap(({ note, other, kind, at }): Problem[] => {
    const target = byId.get(other);
    const text = foldText(textOf(note));
    if (!target || namesOfPaper(target.metadata).some((name) => text.includes(foldText(name)))) return [];
    return [
      {
        rule: 'note/unsupported-relation',
        message: `“${kind}” names “${other}”, but the note’s text does not speak of that paper.`,
        hint: `Say in the text how the two are related, calling it “${target.metadata.shortTitle ?? target.metadata.title}”, or remove the relation.`,
        ...at,
      },
    ];
  });
}

type At = Pick<Problem, 'file' | 'line' | 'column'>;

function eachRelation(notes: readonly NoteFile[]) {
  return notes.flatMap((note) =>
    relationKinds.flatMap((kind) =>
      note.metadata.relations[kind].map((other, index) => {
        const at: At = { file: note.file, ...note.yaml.placeOf(['relations', kind, index]) };
        return { note, kind, other, at };
      }),
    ),
  );
}

function describeMissing(id: string, other: string, ids: ReadonlySet<string>): Omit<Problem, keyof At> {
  const near = nearest(other, ids);
  const isSelf = id === other;
  return {
    rule: 'note/missing-relation',
    message: isSelf ? 'The note is related to itself.' : `There is no note “${other}” to be related to.`,
    hint:
      !isSelf && near
        ? `Did you mean “${near}”?`
        : 'Write the id of another note, which is the name of its file without “.md”, or remove it.',
  };
}

/** What a text calls a paper: its short title, or its title up to the colon. */
function namesOfPaper({ shortTitle, title }: NoteMetadata): string[] {
  return [...(shortTitle ? [shortTitle] : []), title, title.split(':')[0]!];
}

function foldText(text: string): string {
  return text.toLowerCase().replace(/[\s\-–—]+/gu, ' ');
}
