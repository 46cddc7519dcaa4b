/** What a button or a key of the reader does. */
export type ReaderCommand = 'next-page' | 'previous-page' | 'first-page' | 'last-page' | 'zoom-in' | 'zoom-out' | 'fit-width' | 'fit-page';

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

/** Reads the command that a button of the reader carries; undefined if it is none. */
export function parseCommand(text: string | undefined): ReaderCommand | undefined {
  return COMMANDS.find((command) => command === text);
}

const COMMANDS: readonly ReaderCommand[] = [...new Set([...LETTERS.values(), ...MOVES.values(), 'fit-page' as const])];
