/** How often each word and each compound stands in a document, in small letters; words cut at the end of a line are not counted. */
export type Vocabulary = ReadonlyMap<string, number>;

/** The hyphens that end a line inside a word: that of the keyboard, that of typography, the soft one. */
const HYPHENS = '\\-\u2010\u2011\u00ad';
const HYPHEN_AT_END = new RegExp(`[\\p{L}\\p{M}\\p{N}][${HYPHENS}]$`, 'u');
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu;
const HYPHEN = /[-\u2010\u2011]/;

/** First parts that begin many words without being a word of a compound there: `in-` and `to`, `mis-` and `match`. */
const PREFIXES = new Set(
  (
    'a an as at be by con de dis do en ex for go he her his i in inter is it me mis no of on or out over per pro re she so sub ' +
    'super the to un under up us we'
  ).split(' '),
);

/** Second parts that make compounds with nearly any word: `reference-free`, `sentence-level`. */
const COMPOUNDING = new Set(
  (
    'agnostic art aware based centered centric crafted dependent driven ended free generated guided invariant level like only ' +
    'organized oriented policy purpose related rich scale shot specific step stage style time trained tuned type wise world'
  ).split(' '),
);

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
  return isKnownCompound(head.toLowerCase(), tail.toLowerCase(), vocabulary) ?? isProbableCompound(head, tail, vocabulary);
}

/** Whether a word in capitals was cut, as in a heading: `DIS-` and `PLACEMENT`. */
function isCapitalised(head: string, tail: string): boolean {
  return /^\p{Lu}{2,}$/u.test(tail.slice(0, 2)) && /^\p{Lu}+$/u.test(head) && head.length !== 3;
}

/** What the other places of a document say: whether the word, or its parts beside the hyphen, are written with one. */
function isKnownCompound(head: string, tail: string, vocabulary: Vocabulary): boolean | undefined {
  const [first, second] = [lastPart(head), firstPart(tail)];
  for (const [joined, hyphenated] of [
    [head + tail, `${head}-${tail}`],
    [first + second, `${first}-${second}`],
  ] as const) {
    const [together, apart] = [vocabulary.get(joined) ?? 0, vocabulary.get(hyphenated) ?? 0];
    if (together !== apart) return apart > together;
  }
  return undefined;
}

/** Whether a word that stands nowhere else is likely a compound: two words of the document, a figure, a capital behind the hyphen. */
function isProbableCompound(head: string, tail: string, vocabulary: Vocabulary): boolean {
  if (!/^\p{Ll}/u.test(tail)) return !isCapitalised(head, tail);
  const [first, second] = [lastPart(head.toLowerCase()), firstPart(tail.toLowerCase())];
  const count = (word: string) => vocabulary.get(word) ?? 0;
  const hyphens = head.split(HYPHEN).length + tail.split(HYPHEN).length - 2;
  if (/\p{N}/u.test(first)) return true;
  if (hyphens > 0 && count(second) > 0 && (hyphens > 1 || count(first) > 0)) return true;
  if (inflections(first + second).some(count) || PREFIXES.has(first) || second.length < 3) return false;
  if (COMPOUNDING.has(second) && first.length > 2) return true;
  return count(second) > 0 && (count(first) > 0 || /[^e]ed$/.test(first));
}

const lastPart = (compound: string) => compound.split(HYPHEN).at(-1)!;
const firstPart = (compound: string) => compound.split(HYPHEN)[0]!;

/** Other forms in which the same English word may stand. */
function inflections(word: string): string[] {
  const stem = word.replace(/(?:ies|es|ed|ing|ly|s|e|y)$/, '');
  return [word, stem]
    .filter(({ length }) => length > 3)
    .flatMap((form) => ['s', 'es', 'ed', 'ing', 'ly', 'e', 'y', 'ies', ''].map((ending) => form + ending));
}
