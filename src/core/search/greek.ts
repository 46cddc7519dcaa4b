import { texSymbols } from '../text/tex-symbols.ts';

const LETTER = /^[α-ω]$/u;
const NAMES = Object.entries(texSymbols).filter(([name, letter]) => LETTER.test(letter) && !name.startsWith('var'));
const NAME_OF = new Map(NAMES.map(([name, letter]) => [letter, name]));
const LETTER_OF = new Map(NAMES);

/** The words of a text that hold Greek letters, with the letters written out: `α-DPO` becomes `alpha-dpo`. Empty if there are none. */
export function greekReading(text: string): string {
  const words = text.toLowerCase().match(/\S*[α-ω]\S*/gu) ?? [];
  return words.map((word) => word.replace(/[α-ω]/gu, (letter) => NAME_OF.get(letter) ?? letter)).join(' ');
}

/** A folded word with its Greek letters written out, or its letter's name made the letter; undefined where it holds neither. */
export function greekTwin(word: string): string | undefined {
  const letter = LETTER_OF.get(word.split('-')[0]!);
  if (letter) return letter + word.slice(word.split('-')[0]!.length);
  return greekReading(word) || undefined;
}
