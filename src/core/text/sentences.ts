/** Stands in a text for something that is not text (a formula, a link) and must not be split. */
export const OBJECT = '\uFFFC';

const ENDS = /[.!?。！？…]+["'”’)\]）」』》]*/gu;
const ABBREVIATION =
  /(?:^|[\s(（])(?:e\.g|i\.e|cf|vs|al|etc|resp|approx|[Ff]igs?|[Ee]qs?|[Ss]ecs?|[Tt]ab|[Nn]o|Dr|Prof|Mr|Ms|St|w\.r\.t|a\.k\.a|[A-Z])\.$/u;
const STARTS = new RegExp(`^\\s+["'“‘(\\[]*[\\p{Lu}\\p{N}\\p{Script=Han}\\p{Script=Greek}${OBJECT}]`, 'u');

/**
 * Cuts a text into sentences, in English and in Chinese. Nothing is dropped: the pieces joined give the text,
 * white space between two sentences staying with the first. A full stop ends a sentence only before white space
 * and a capital, a digit or a Han character, and not after an abbreviation; 。！？ always end one.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(ENDS)) {
    const end = match.index + match[0].length;
    if (!endsSentence(text, match)) continue;
    const next = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
    sentences.push(text.slice(start, next));
    start = next;
  }
  if (text.slice(start).trim() !== '') sentences.push(text.slice(start));
  else if (sentences.length > 0) sentences.push(sentences.pop() + text.slice(start));
  return sentences;
}

function endsSentence(text: string, { 0: mark, index }: RegExpExecArray): boolean {
  if (/[。！？]/u.test(mark)) return true;
  const end = index + mark.length;
  const rest = text.slice(end, end + 8);
  if (rest.trim() === '') return end >= text.trimEnd().length;
  if (!STARTS.test(rest)) return false;
  return !mark.startsWith('.') || !ABBREVIATION.test(text.slice(Math.max(0, index - 12), index + 1));
}
