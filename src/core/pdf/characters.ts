/** Accents that take room of their own, as TeX and old fonts set them, with the combining marks that they stand for. */
const combining: Readonly<Record<string, string>> = {
  '`': '\u0300',
  '\u00b4': '\u0301',
  '\u02c6': '\u0302',
  '^': '\u0302',
  '\u02dc': '\u0303',
  '\u00af': '\u0304',
  '\u02c9': '\u0304',
  '\u02d8': '\u0306',
  '\u02d9': '\u0307',
  '\u00a8': '\u0308',
  '\u02da': '\u030a',
  '\u02dd': '\u030b',
  '\u02c7': '\u030c',
  '\u00b8': '\u0327',
  '\u02db': '\u0328',
};

/** Letters without a dot, which take an accent as `i` and `j` do. */
const dotted: Readonly<Record<string, string>> = { ı: 'i', ȷ: 'j' };

/** Whether a character is an accent that takes room of its own, or a mark that lost its letter. */
export function isSpacingAccent(character: string): boolean {
  return character in combining || isMark(character);
}

/** Whether a character is an accent that hangs under the letter before it, which TeX sets behind that letter. */
export function isAccentBelow(character: string): boolean {
  return character === '\u00b8' || character === '\u02db';
}

/** Whether a character combines with the one before it. */
export function isMark(character: string): boolean {
  return character >= '\u0300' && /^\p{M}$/u.test(character);
}

/** A letter with its accent, as one character where Unicode has one. */
export function accented(letter: string, accent: string): string {
  return ((dotted[letter] ?? letter) + (combining[accent] ?? accent)).normalize('NFC');
}

/** Characters that mean the same as others and are written in their stead: ligatures, Han radicals, compatibility ideographs. */
const LOOKALIKES = /[\uFB00-\uFB4F\u2E80-\u2FDF\uF900-\uFAFF\u0132\u0133\u01C4-\u01CC\u01F1-\u01F3]/;

/** Characters that show nothing or that only their font knows: controls, private use, the soft hyphen, zero-width ones. */
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2060-\u2064\uE000-\uF8FF\uFEFF\uFFF9-\uFFFD]/;

/** White space that is not one space, ideographs with their punctuation, accents: what is read with an eye on its neighbours. */
const DEPENDENT = /\s\s|[^\S ]|[\u3000-\u9FFF\uFF00-\uFFEF`^\u00a8\u00af\u00b4\u00b8\u02c6-\u02dd]|\p{M}/u;

/** Whether a text has a character that is not written as it is. */
export function isPlain(text: string): boolean {
  return !LOOKALIKES.test(text) && !UNREADABLE.test(text) && !DEPENDENT.test(text);
}

/** A character as it is read: letters for a ligature, nothing for one that cannot be read, else itself. Letters of formulas stay. */
export function readable(character: string): string {
  if (UNREADABLE.test(character)) return '';
  return LOOKALIKES.test(character) ? character.normalize('NFKC') : character;
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u;

/** Whether a character is an ideograph or kana, written without spaces. */
export function isHan(character: string): boolean {
  return character > '\u2e00' && HAN.test(character);
}

/** Whether a character takes no space beside an ideograph: another ideograph, or the punctuation that goes with it. */
export function isHanSetting(character: string): boolean {
  return isHan(character) || /[\u3000-\u303F\uFF00-\uFF60\u2018\u2019\u201C\u201D\u2014\u2026\u00B7]/.test(character);
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** Whether a character can stand in a word. */
export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character);
}
