/** A text in the form in which quotes are compared, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** For each character of `text`, where the one it comes from begins in the original. */
  readonly starts: readonly number[];
  /** For each character of `text`, where the one it comes from ends in the original. */
  readonly ends: readonly number[];
}

/** White space, hyphens, accents and what cannot be seen differ between two readings of one text. */
const DROPPED = /[\s\p{Pd}\p{M}\p{Cc}\p{Cf}\p{Co}\uFFFD]/u;

const PLAIN: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"', '′': "'" };

/** Leaves of a text what any reading of it agrees upon: letters without accents, digits and signs; no spaces, no hyphens. */
export function fold(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const folded = foldCharacter(character);
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at);
      ends.push(at + character.length);
    }
    parts.push(folded);
    at += character.length;
  }
  return { text: parts.join(''), starts, ends };
}

const known = new Map<string, string>();

function foldCharacter(character: string): string {
  let folded = known.get(character);
  if (folded === undefined) {
    folded = [...(PLAIN[character] ?? character).normalize('NFKD')].filter((part) => !DROPPED.test(part)).join('');
    known.set(character, folded);
  }
  return folded;
}
