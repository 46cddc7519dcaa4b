/** A source of pseudo-random choices: the same seed always makes the same ones. */
export interface Random {
  /** A number from 0 up to but not including 1. */
  next(): number;
  /** A whole number from `low` up to but not including `high`. */
  between(low: number, high: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** Up to `count` different items, in a random order. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** Makes a source from any number of seeds (mulberry32 over their mixed bits). */
export function createRandom(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => Math.imul(mixed ^ seed, 0x9e3779b1) ^ (mixed >>> 15), 0x6d2b79f5);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low));
  return {
    next,
    between,
    pick: (items) => items[between(0, items.length)]!,
    sample: (items, count) => {
      const rest = [...items];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(between(0, rest.length), 1)[0]!);
    },
  };
}

/** Draws whole numbers below `size` by Zipf's law: number k comes up in proportion to 1 / (k + 1). */
export function zipf(size: number): (random: Random) => number {
  const bounds: number[] = [];
  let total = 0;
  for (let rank = 0; rank < size; rank++) bounds.push((total += 1 / (rank + 1)));
  return (random) => {
    const target = random.next() * total;
    const found = bounds.findIndex((bound) => target < bound);
    return found === -1 ? size - 1 : found;
  };
}
