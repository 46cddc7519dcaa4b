import { foldText, hanWords } from './segment.ts';
import { isParticle } from './stop-words.ts';
import { cutAtSymbols, plainFormulas, type Symbols } from './symbols.ts';

/** Longer queries are read up to here, in UTF-16 code units: nobody means more, and each word costs time. */
export const QUERY_LENGTH = 300;
const TOKEN =
  /[\p{Script=Han}々〇]+|(?:(?![\p{Script=Han}々〇])[\p{L}\p{N}\p{M}])+(?:[-.’'](?:(?![\p{Script=Han}々〇])[\p{L}\p{N}\p{M}])+)*/gu;
/** Whether a text holds Chinese. */
export const HAN = /[\p{Script=Han}々〇]/u;
/** The commas in 20,000. */
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/** The words of a phrase as they follow one another in the index. */
export function phraseWords(text: string, lexicon: Symbols | undefined): string[] {
  return cutAtSymbols(plainFormulas(text.slice(0, QUERY_LENGTH)), lexicon).flatMap(({ text: part, forms }) =>
    forms ? forms[0]!.replaceAll('"', '').split(' ') : queryWords(part),
  );
}

/** The words of a query in order, folded; Chinese is cut between its words. */
export function queryWords(text: string): string[] {
  const tokens = foldText(text.slice(0, QUERY_LENGTH)).replace(THOUSANDS, '').match(TOKEN) ?? [];
  return tokens.flatMap((token) =>
    HAN.test(token) ? joinLetters(hanWords(token)) : [token.replace(/[’']s?$/u, '').replace(/['’]/gu, '')],
  );
}

/** Joins neighboring words of one character, into which a word falls that the segmenter does not know: 泛 and 化 are 泛化, 对 and 齐 are 对齐. */
function joinLetters(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isLetter = word.length === 1 && !isParticle(word);
    if (open && isLetter) joined[joined.length - 1] += word;
    else joined.push(word);
    open = isLetter;
  }
  return joined;
}
