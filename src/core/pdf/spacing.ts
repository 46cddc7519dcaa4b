import { isAccentBelow, isHanSetting, isSpacingAccent, isWordCharacter } from './characters.ts';
import type { Piece } from './pieces.ts';

/** Gaps as parts of the font size: TeX's space is about 0.25 in a line that is set tight, its thin space 0.17, its room behind a script 0.05. */
const BETWEEN_WORDS = 0.08;
const BETWEEN_SIGNS = 0.13;
const UNMARKED_BETWEEN_WORDS = 0.18;
const UNMARKED = 0.3;
const BESIDE_SMALL_CAPITAL = 0.2;
const BETWEEN_HAN = 0.7;

/** Whether two pieces that follow one another on a line are read with a space between them. */
export function hasSpaceBetween(before: Piece, after: Piece): boolean {
  const [last, first] = [before.text.at(-1)!, after.text[0]!];
  const gap = (after.start - before.end) / Math.max(before.size, after.size);
  if (isHanSetting(last) && isHanSetting(first)) return gap > BETWEEN_HAN;
  if (takesAccent(before, after) || isUnderAccented(before, after)) return false;
  if (after.space === 'space' || isFootnoteMark(before, after) || isBehindFootnoteMark(before, after)) return true;
  if (gap < -UNMARKED) return true;
  if (isSmallCapital(before, after)) return gap > BESIDE_SMALL_CAPITAL;
  const words = isWordCharacter(last) && isWordCharacter(first);
  if (after.space === 'gap') return gap > (words ? BETWEEN_WORDS : BETWEEN_SIGNS);
  return gap > (words ? UNMARKED_BETWEEN_WORDS : UNMARKED);
}

/** Whether a piece stands under the accent that ends the piece before. */
export function takesAccent(before: Piece, after: Piece): boolean {
  const accent = before.text.at(-1)!;
  if (!isSpacingAccent(accent)) return false;
  if (/^\p{M}/u.test(accent)) return before.text.length === 1;
  return /^\p{L}/u.test(after.text) && before.end - after.start > 0.2 * after.size;
}

/** Whether a piece begins with an accent that hangs under the last letter of the piece before. */
export function isUnderAccented(before: Piece, after: Piece): boolean {
  return isAccentBelow(after.text[0]!) && /\p{L}$/u.test(before.text) && before.end - after.start > 0.2 * after.size;
}

/** Whether a capital goes on in capitals of a smaller size, as small capitals are set: `T` and `OWARDS`. */
function isSmallCapital(before: Piece, after: Piece): boolean {
  const ratio = after.size / before.size;
  return (
    ratio > 0.6 &&
    ratio < 0.95 &&
    after.baseline === before.baseline &&
    /(^|[^\p{L}])\p{Lu}$/u.test(before.text) &&
    /^\p{Lu}/u.test(after.text)
  );
}

function isFootnoteMark(before: Piece, after: Piece): boolean {
  return isRaised(after, before) && /^[\d∗*†‡§¶]/.test(after.text) && /(\p{L}{3}|[.,;:!?”"])$/u.test(before.text);
}

function isBehindFootnoteMark(before: Piece, after: Piece): boolean {
  return isRaised(before, after) && /^[\d∗*†‡§¶,]+$/.test(before.text) && /^\p{L}{2}/u.test(after.text);
}

/** Whether a piece is set smaller and higher than its neighbour. */
export function isRaised(piece: Piece, neighbour: Piece): boolean {
  return piece.size < 0.85 * neighbour.size && neighbour.baseline - piece.baseline > 0.15 * neighbour.size;
}
