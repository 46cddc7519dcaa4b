/** The id of a note: the name of its file without `.md`, and its part of every address. */
export type NoteId = string & { readonly brand: 'NoteId' };

const SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether a text can be a note's id: lower-case Latin letters and digits, joined by single hyphens. */
export function isNoteId(text: string): text is NoteId {
  return SHAPE.test(text);
}

/** A text in the shape of an id: `α-DPO: A Study` becomes `α-dpo-a-study`. Letters of every script are kept. */
export function slug(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
