/**
 * The Damerau–Levenshtein distance between two strings (optimal string alignment): how many insertions,
 * deletions, replacements and swaps of neighbours turn one into the other.
 */
export function editDistance(a: string, b: string): number {
  const [source, target] = [[...a], [...b]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (let row = 1; row <= source.length; row++) {
    const current = [row];
    for (let column = 1; column <= target.length; column++) {
      const same = source[row - 1] === target[column - 1];
      let best = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && source[row - 1] === target[column - 2] && source[row - 2] === target[column - 1];
      if (swapped) best = Math.min(best, beforeLast[column - 2]! + 1);
      current.push(best);
    }
    [beforeLast, last] = [last, current];
  }
  return last[target.length]!;
}

/**
 * The candidate most like `word`, or undefined when none is near enough to be what was meant.
 * Near means: at most one edit in every three characters. Words of one length of three
 * characters or fewer are never near: IPO and DPO are two things.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  let found: string | undefined;
  const { length } = [...wanted];
  let smallest = Math.floor(length / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= smallest) continue;
    if (length < 4 && candidate.length === length) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < smallest) [smallest, found] = [distance, candidate];
  }
  return found;
}
