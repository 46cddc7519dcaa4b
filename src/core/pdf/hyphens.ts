/** How often each word and each compound stands in a document, in small letters; words cut at the end of a line are not counted. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The hyphens that end a line inside a word: that of the keyboard, that of typography, the soft one. */
const HYPHENS = '\\-\u2010\u2011\u00ad';
const HYPHEN_AT_END = new RegExp(`[\\p{L}\\p{M}\\p{N}][${HYPHENS}]$`, 'u');
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;
const HYPHEN = /[-\u2010\u2011]/;

/** First parts that stand in many words without being a word of a compound there: `in-` and `to` of `into`. */
const AMBIGUOUS = new Set('a an as at be by con de do en ex for go he her his i in is it me no of on or per pro re she so the to un under up us we'.split(' '));

/** Whether a line ends in a hyphen behind a letter or a digit. */
export function endsInHyphen(line: string): boolean {
  return HYPHEN_AT_END.test(line);
}

/** Counts the words of a document. */
export function countWords(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  let cut = false;
  for (const line of lines) {
    const words: string[] = line.toLowerCase().match(COMPOUND) ?? [];
    const whole = words.slice(cut ? 1 : 0);
    cut = endsInHyphen(line);
    if (cut) whole.pop();
    for (const word of whole) {
      add(word);
      if (HYPHEN.test(word)) word.split(HYPHEN).forEach(add);
    }
  }
  return counts;
}

/**
 * Whether the hyphen at the end of a line belongs to the word. The document decides: the form that stands elsewhere in it more
 * often is right; if neither does, a hyphen between two words of the document makes a compound, and any other was put there by the break.
 * @param before The line, its hyphen included.
 * @param after The next line.
 */
export function keepsHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  const head = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*(?=[-\u2010\u2011\u00ad]$)/u.exec(before)?.[0];
  const tail = after.match(COMPOUND)?.[0];
  if (before.endsWith('\u00ad') || head === undefined || tail === undefined || !after.startsWith(tail)) return !before.endsWith('\u00ad');
  if (!/^\p{Ll}/u.test(tail)) return !isCapitalised(head, tail);
  return isCompound(head.toLowerCase(), tail.toLowerCase(), vocabulary);
}

/** Whether a word in capitals was cut, as in a heading: `DIS-` and `PLACEMENT`. */
function isCapitalised(head: string, tail: string): boolean {
  return /^\p{Lu}{2,}$/u.test(tail.slice(0, 2)) && /^\p{Lu}+$/u.test(head) && head.length !== 3;
}

function isCompound(head: string, tail: string, vocabulary: Vocabulary): boolean {
  const count = (word: string) => vocabulary.get(word) ?? 0;
  const [joined, hyphenated] = [count(head + tail), count(`${head}-${tail}`)];
  if (joined !== hyphenated) return hyphenated > joined;
  const [first, second] = [head.split(HYPHEN).at(-1)!, tail.split(HYPHEN)[0]!];
  const [joinedParts, hyphenatedParts] = [count(first + second), count(`${first}-${second}`)];
  if (joinedParts !== hyphenatedParts) return hyphenatedParts > joinedParts;
  if (/\p{N}/u.test(first)) return true;
  if (inflections(first + second).some(count)) return false;
  return !AMBIGUOUS.has(first) && count(first) > 0 && count(second) > 0 && second.length > 2;
}

/** Other forms in which the same English word may stand. */
function inflections(word: string): string[] {
  const stem = word.replace(/(?:ies|es|ed|ing|ly|s|e|y)$/, '');
  return [word, stem].filter(({ length }) => length > 3).flatMap((form) => ['s', 'es', 'ed', 'ing', 'ly', 'e', 'y', 'ies', ''].map((ending) => form + ending));
}
