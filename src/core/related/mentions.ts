import { namesOf, type Keyword } from '../keyword/vocabulary.ts';

/** What a text speaks of, as ids: terms of the vocabulary and papers of the collection. */
export interface Mentions {
  readonly terms: ReadonlySet<string>;
  readonly papers: ReadonlySet<string>;
}

/** A paper and the name by which a text calls it, if it has one. */
export interface NamedPaper {
  readonly id: string;
  readonly shortTitle?: string | undefined;
}

interface Name {
  readonly kind: keyof Mentions;
  readonly id: string;
  readonly text: string;
}

/** Shorter names in Latin letters are initials of too many things. */
const SHORTEST_NAME = 3;

const WORD_OR_HAN = /[\p{Script=Latin}\p{Script=Greek}\p{N}]+|\p{Script=Han}/gu;
const WORD_BEGINS = /^[\p{Script=Latin}\p{Script=Greek}\p{N}]/u;

/** Finds what a text names in either language, in one pass however large the vocabulary and the collection are. */
export function createMentionFinder(terms: readonly Keyword[], papers: readonly NamedPaper[]): (text: string) => Mentions {
  const names: Name[] = [
    ...terms.flatMap((term) => namesOf(term).map((name) => ({ kind: 'terms' as const, id: term.id, text: foldText(name) }))),
    ...papers.flatMap(({ id, shortTitle }) => (shortTitle ? [{ kind: 'papers' as const, id, text: foldText(shortTitle) }] : [])),
  ];
  const byBeginning = Map.groupBy(
    names.filter(({ text }) => text.length >= (WORD_BEGINS.test(text) ? SHORTEST_NAME : 2)),
    ({ text }) => beginningAt(text, 0),
  );
  return (source) => {
    const found = { terms: new Set<string>(), papers: new Set<string>() };
    const text = foldText(source);
    for (const { index } of text.matchAll(WORD_OR_HAN))
      for (const name of byBeginning.get(beginningAt(text, index)) ?? [])
        if (standsAt(name.text, text, index)) found[name.kind].add(name.id);
    return found;
  };
}

/** A text with all that separates words folded to single spaces. */
function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What names are sorted by: their first word, or their first two Chinese characters. */
function beginningAt(text: string, index: number): string {
  const rest = text.slice(index, index + 40);
  return WORD_BEGINS.test(rest) ? /^[\p{Script=Latin}\p{Script=Greek}\p{N}]+/u.exec(rest)![0] : rest.slice(0, 2);
}

function standsAt(name: string, text: string, index: number): boolean {
  return text.startsWith(name, index) && !(WORD_BEGINS.test(name.at(-1)!) && WORD_BEGINS.test(text.slice(index + name.length)));
}
