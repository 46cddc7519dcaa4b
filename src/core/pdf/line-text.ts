import { accented, isHanSetting, isMark, isPlain, isSpacingAccent, readable } from './characters.ts';
import type { Line } from './lines.ts';
import type { Piece } from './pieces.ts';
import { hasSpaceBetween, isUnderAccented, takesAccent } from './spacing.ts';

/** Characters of a line and where they come from. */
export interface Fragment {
  readonly text: string;
  /** The index of the item, or -1 for a space that no item holds. */
  readonly item: number;
  /** Where it begins in the item's `str`. */
  readonly from: number;
  /** How many characters of `str` it stands for. If that is not the length of `text`, the fragment is one whole. */
  readonly length: number;
}

/** What a line says. */
export interface LineText {
  readonly fragments: readonly Fragment[];
  readonly text: string;
}

const SPACE: Fragment = { text: ' ', item: -1, from: 0, length: 0 };

/** Reads a line: spaces where words end, ligatures as letters, letters with their accents. */
export function readLine(line: Line): LineText {
  const fragments: Fragment[] = [];
  let before: Piece | undefined;
  let spaced = false;
  line.pieces.forEach((piece, index) => {
    spaced ||= before !== undefined && hasSpaceBetween(before, piece);
    if (before && isUnderAccented(before, piece)) setAccentBelow(fragments, piece.text[0]!);
    const read = isWhole(piece, before) ? [whole(piece)] : readPiece(piece, { before, after: line.pieces[index + 1] });
    before = piece;
    if (read.length === 0) return;
    if (spaced && fragments.length > 0) fragments.push(SPACE);
    fragments.push(...read);
    spaced = false;
  });
  return { fragments, text: fragments.map(({ text }) => text).join('') };
}

/** Whether a piece is read as it stands. */
function isWhole(piece: Piece, before: Piece | undefined): boolean {
  return isPlain(piece.text) && !(before && takesAccent(before, piece));
}

function whole({ text, item, from }: Piece): Fragment {
  return { text, item, from, length: text.length };
}

/** Puts an accent under the last letter that was read. */
function setAccentBelow(fragments: Fragment[], accent: string): void {
  const last = fragments.pop();
  if (!last) return;
  const { text, item, from, length } = last;
  if (text.length > 1) fragments.push({ text: text.slice(0, -1), item, from, length: length - 1 });
  fragments.push({ text: accented(text.at(-1)!, accent), item, from: from + length - 1, length: 1 });
}

interface Neighbours {
  readonly before: Piece | undefined;
  readonly after: Piece | undefined;
}

/** Reads a piece character by character; neighbouring characters that stay as they are make one fragment. */
function readPiece(piece: Piece, { before, after }: Neighbours): Fragment[] {
  const fragments: Fragment[] = [];
  const characters = [...piece.text];
  const count = characters.length - (after && takesAccent(piece, after) ? 1 : 0);
  const skipped = before && isUnderAccented(before, piece) ? 1 : 0;
  let from = piece.from + skipped;
  for (let index = skipped; index < count;) {
    const first = index === 0 && before && takesAccent(before, piece);
    const { text, taken } = first ? { text: accented(characters[0]!, before.text.at(-1)!), taken: 1 } : readCharacter(characters, index);
    const length = characters.slice(index, index + taken).join('').length;
    append(fragments, { text, item: piece.item, from, length });
    from += length;
    index += taken;
  }
  return fragments;
}

/** What the character at a place reads as, and how many characters that takes. */
function readCharacter(characters: readonly string[], index: number): { readonly text: string; readonly taken: number } {
  const character = characters[index]!;
  const next = characters[index + 1];
  if (/\s/.test(character)) return { text: isNoSpace(characters, index) ? '' : ' ', taken: 1 };
  if (next !== undefined && isMark(next)) return { text: accented(character, next), taken: 2 };
  if (isAccentInWord(characters, index)) return { text: accented(next!, character), taken: 2 };
  return { text: readable(character), taken: 1 };
}

/** Whether white space only goes on, or stands between two characters of a text that is written without spaces. */
function isNoSpace(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1];
  const after = characters.slice(index + 1).find((character) => !/\s/.test(character));
  if (before === undefined || after === undefined || /\s/.test(before)) return true;
  return isHanSetting(before) && isHanSetting(after);
}

/** Whether an accent with room of its own belongs on the letter behind it: inside a word, and the two make one character. */
function isAccentInWord(characters: readonly string[], index: number): boolean {
  const accent = characters[index]!;
  const letter = characters[index + 1];
  if (letter === undefined || !isSpacingAccent(accent) || isMark(accent) || /[`^]/.test(accent)) return false;
  if (!/\p{L}/u.test(letter) || accented(letter, accent).length > 1) return false;
  const around = characters.slice(Math.max(0, index - 2), index + 5).join('');
  return /\p{L}{2}/u.test(around.replace(accent, '')) && /\p{L}{3}/u.test(around.replace(accent, ''));
}

function append(fragments: Fragment[], next: Fragment): void {
  const last = fragments.at(-1);
  const goesOn = last && isLinear(last) && isLinear(next) && last.from + last.length === next.from;
  if (goesOn) fragments[fragments.length - 1] = { ...last, text: last.text + next.text, length: last.length + next.length };
  else if (next.text !== '') fragments.push(next);
}

/** Whether each character of a fragment stands for one of its item. */
function isLinear({ text, length }: Fragment): boolean {
  return text.length === length;
}
