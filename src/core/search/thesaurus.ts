import { closeUp, foldText } from './segment.ts';
import { englishStem } from './stem.ts';

/** One idea and the words by which papers and those who ask mean it, in both languages; none of them is ever shown as a paper’s own. */
export interface Topic {
  /** Short, lower-case English with hyphens; no two topics have the same. */
  readonly id: string;
  /** Words and short fixed expressions, in any spelling: `verbose`, `too long`, `啰嗦`. A word may stand in several topics. */
  readonly words: readonly string[];
}

/** A word of a thesaurus where it stands in a text. */
export interface FoundWord {
  /** The word as a thesaurus keeps it. */
  readonly key: string;
  /** The word as the text has it. */
  readonly text: string;
}

const HAN = /\p{Script=Han}/u;
/** The longest word of a thesaurus, in Chinese characters and in English words. */
const LONGEST = { han: 6, words: 4 } as const;
const LETTERS = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}])+`;
/** Chinese characters in a row, or other words with only spaces and hyphens between them: no expression goes on beyond a mark. */
const STRETCH = new RegExp(String.raw`\p{Script=Han}+|${LETTERS}(?:(?:[’'](?=\p{L})|[\s./-]+)${LETTERS})*`, 'gu');

/** A word as a thesaurus keeps it: English in stems, Chinese without spaces. */
export function wordKey(word: string): string {
  const words = foldText(word).trim().split(BETWEEN);
  return HAN.test(word) ? closeUp(words.join(' ')) : words.map(stemOf).join(' ');
}

const BETWEEN = /[\s./-]+/u;

/** `don’t` is dont, and the `’s` of a noun or a pronoun is none of it. */
function stemOf(word: string): string {
  return englishStem(word.replace(/[’'](?:s|re|ve|ll|d|m)$/u, '').replace(/[’']/gu, ''));
}

/**
 * The words of a thesaurus that stand in a text, in their order, at each place the longest; none stands within another.
 * @param isWord Whether the thesaurus keeps a word.
 * @example findWords('Answers get too long', (key) => key === 'too long') // [{ key: 'too long', text: 'too long' }]
 */
export function findWords(text: string, isWord: (key: string) => boolean): FoundWord[] {
  const stretches = foldText(text).match(STRETCH) ?? [];
  return stretches.flatMap((stretch) => (HAN.test(stretch) ? inHan(stretch, isWord) : inWords(stretch, isWord)));
}

function inHan(stretch: string, isWord: (key: string) => boolean): FoundWord[] {
  return longestRuns([...stretch], LONGEST.han, (run) => {
    const text = run.join('');
    return isWord(text) ? { key: text, text } : undefined;
  });
}

function inWords(stretch: string, isWord: (key: string) => boolean): FoundWord[] {
  const words = stretch.split(BETWEEN).map((text) => ({ text, stem: stemOf(text) }));
  return longestRuns(words, LONGEST.words, (run) => {
    const key = run.map(({ stem }) => stem).join(' ');
    return isWord(key) ? { key, text: run.map(({ text }) => text).join(' ') } : undefined;
  });
}

function longestRuns<T>(parts: readonly T[], longest: number, read: (run: readonly T[]) => FoundWord | undefined): FoundWord[] {
  const found: FoundWord[] = [];
  for (let from = 0; from < parts.length;) {
    let length = Math.min(longest, parts.length - from);
    let word: FoundWord | undefined;
    while (length > 0 && !(word = read(parts.slice(from, from + length)))) length--;
    if (word) found.push(word);
    from += Math.max(1, length);
  }
  return found;
}
