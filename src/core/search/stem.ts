const INFLECTION = /^(.*[aeiouy].*)(?:ing|ed)$/;
const DOUBLED = /([bdgmnprt])\1$/;

/**
 * An English word without its inflection, for comparing words that were typed with words of a vocabulary or a
 * dictionary: `forgets`, `forgetting` and `forget` have one stem. It is no word and is never shown. Words of other
 * scripts stay as they are.
 * @example englishStem('policies') // 'polici'
 */
export function englishStem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  const singular = withoutPlural(word);
  const [, bare] = INFLECTION.exec(singular) ?? [];
  const stem = bare !== undefined && bare.length > 2 ? bare.replace(DOUBLED, '$1') : singular;
  return stem.replace(/e$/, '').replace(/y$/, 'i');
}

function withoutPlural(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  return word.replace(/ies$|(?<=x|ch|sh|ss)es$|s$/, (ending) => (ending === 'ies' ? 'y' : ''));
}

/** A text with each of its words, between spaces, made its stem. */
export function stemmed(text: string): string {
  return text.split(' ').map(englishStem).join(' ');
}
