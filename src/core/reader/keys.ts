/** Everything that a button or a key of the reader does. */
export const readerCommands = [
  'next-page',
  'previous-page',
  'first-page',
  'last-page',
  'zoom-in',
  'zoom-out',
  'fit-width',
  'fit-page',
  'find',
  'panel',
  'spread',
  'rotate',
  'rotate-back',
  'dark-pages',
  'full-screen',
  'print',
  'download',
  'open-file',
  'copy-link',
  'copy-quotation',
  'back',
] as const;

/** What a button or a key of the reader does. */
export type ReaderCommand = (typeof readerCommands)[number];

/** The parts of a keyboard event that decide what it means. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Keys that mean the same wherever on the page the focus is, fields aside. */
const LETTERS: ReadonlyMap<string, ReaderCommand> = new Map([
  ['j', 'next-page'],
  ['n', 'next-page'],
  ['k', 'previous-page'],
  ['p', 'previous-page'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['0', 'fit-width'],
  ['9', 'fit-page'],
  ['f', 'find'],
  ['s', 'panel'],
  ['2', 'spread'],
  [']', 'rotate'],
  ['[', 'rotate-back'],
  ['d', 'dark-pages'],
  ['z', 'full-screen'],
  ['c', 'copy-link'],
  ['q', 'copy-quotation'],
  ['o', 'open-file'],
  ['b', 'back'],
]);

/** Keys that other parts of a page use to move about, so that they are the PDF's only while it has the focus. */
const MOVES: ReadonlyMap<string, ReaderCommand> = new Map([
  ['ArrowRight', 'next-page'],
  ['ArrowLeft', 'previous-page'],
  ['Home', 'first-page'],
  ['End', 'last-page'],
]);

/**
 * What a key means in the reader; undefined if it is not the reader's.
 * @param inPdf Whether the focus is in the PDF or nowhere, rather than elsewhere on the page.
 */
export function readerCommand(press: KeyPress, inPdf: boolean): ReaderCommand | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return LETTERS.get(press.key) ?? (inPdf ? MOVES.get(press.key) : undefined);
}

/** What Ctrl or Command with a letter means in every program, and so in the reader. */
const CHORDS: ReadonlyMap<string, ReaderCommand> = new Map([
  ['f', 'find'],
  ['p', 'print'],
  ['s', 'download'],
]);

/** What a letter with Ctrl, or with Command, means in the reader; undefined if it is not the reader's. */
export function chordCommand({ key, ctrlKey, metaKey, altKey }: KeyPress): ReaderCommand | undefined {
  return ctrlKey !== metaKey && !altKey ? CHORDS.get(key.toLowerCase()) : undefined;
}

/** Reads the command that a button of the reader carries; undefined if it is none. */
export function parseCommand(text: string | undefined): ReaderCommand | undefined {
  return readerCommands.find((command) => command === text);
}
