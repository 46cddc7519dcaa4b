/** How many tokens a clause has: what stands within it belongs together. */
export const CLAUSE = 12;

/** For each part of a query, the tokens of a record that match it. */
type Matches = readonly (readonly number[])[];

/**
 * The weight of the parts of a query that stand together in the best place of a record.
 * @param span How many tokens a place has.
 */
export function together(matches: Matches, weights: readonly number[], span: number): number {
  const places = matches.flatMap((words, unit) => words.map((word) => ({ word, unit }))).sort((a, b) => a.word - b.word);
  const inside = weights.map(() => 0);
  let [first, weight, best] = [0, 0, 0];
  for (const { word, unit } of places) {
    if (inside[unit]!++ === 0) weight += weights[unit]!;
    while (word - places[first]!.word >= span) {
      const left = places[first++]!.unit;
      if (--inside[left]! === 0) weight -= weights[left]!;
    }
    best = Math.max(best, weight);
  }
  return best;
}

/** The share of neighboring parts that stand within two words of each other somewhere in the record. */
export function adjacency(matches: Matches): number {
  if (matches.length < 2) return 0;
  let pairs = 0;
  for (let part = 1; part < matches.length; part++) if (isNear(matches[part - 1]!, matches[part]!)) pairs++;
  return pairs / (matches.length - 1);
}

function isNear(left: readonly number[], right: readonly number[]): boolean {
  const before = new Set(left);
  return right.some((word) => before.has(word - 1) || before.has(word - 2));
}
