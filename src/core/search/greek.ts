import { texSymbols } from '../text/tex-symbols.ts';
import { foldText } from './segment.ts';

const LETTER = /^[α-ω]$/u;
const NAMES = Object.entries(texSymbols).filter(([name, letter]) => LETTER.test(letter) && !name.startsWith('var'));
const NAME_OF = new Map(NAMES.map(([name, letter]) => [letter, name]));
const LETTER_OF = new Map(NAMES);

const KEY = 'xname';

/** The words of a text that hold Greek letters, with the letters written out: `α-DPO` becomes `alpha-dpo`. Empty if there are none. */
export function greekReading(text: string): string {
  const words = text.toLowerCase().match(/\S*[α-ω]\S*/gu) ?? [];
  return words.map((word) => word.replace(/[α-ω]/gu, (letter) => NAME_OF.get(letter) ?? letter)).join(' ');
}

/**
 * A name as it is found however it is spelled: folded, its Greek letters written out, without spaces and marks.
 * @example joinedName('α-DPO') // 'alphadpo'
 */
export function joinedName(name: string): string {
  const spelled = foldText(name).replace(/[α-ω]/gu, (letter) => NAME_OF.get(letter) ?? letter);
  return spelled.replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The word under which the index keeps that a paper bears a name: no text holds it, so that who asks for `DPO` finds first the
 * paper that is called so.
 */
export function nameKey(name: string): string {
  return joinedName(name) + KEY;
}

/** The joined names of keys with spaces between them. */
export function namesOfKeys(keys: string): string[] {
  return keys.split(' ').flatMap((key) => (key.endsWith(KEY) ? [key.slice(0, -KEY.length)] : []));
}

/** Whether a folded word is the name of a Greek letter. */
export function isGreekName(word: string): boolean {
  return LETTER_OF.has(word);
}

/** A folded text in which names of Greek letters between marks are made the letters: `pi_ref` becomes `π_ref`. */
export function greekLetters(text: string): string {
  return text.replace(/[a-z]+/g, (name) => LETTER_OF.get(name) ?? name);
}

/** A folded word with its Greek letters written out, or its letter's name made the letter; undefined where it holds neither. */
export function greekTwin(word: string): string | undefined {
  const letter = LETTER_OF.get(word.split('-')[0]!);
  if (letter) return letter + word.slice(word.split('-')[0]!.length);
  return greekReading(word) || undefined;
}
