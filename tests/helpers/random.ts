/** A number generator that gives the same numbers for the same seed (mulberry32), each in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Texts of up to `most` pieces each, drawn at random, the same for the same seed. */
export function* randomTexts(
  pieces: readonly string[],
  { seed, count, most }: { seed: number; count: number; most: number },
): Generator<string> {
  const random = seededRandom(seed);
  for (let text = 0; text < count; text++) {
    const length = Math.floor(random() * most);
    yield Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]!).join('');
  }
}
