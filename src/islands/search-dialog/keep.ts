/** Answers are kept while a reader types, for most words of a query stay the same. */
const KEPT = 200;

/** Remembers a promise by its key, but not one that failed. */
export function keepAll<Key, T>(kept: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> {
  const before = kept.get(key);
  if (before) return before;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}

/** Remembers a promise by its key, but not one that failed; the oldest gives way. */
export function keep<Key, T>(kept: Map<Key, Promise<T>>, key: Key, make: () => Promise<T>): Promise<T> {
  const made = keepAll(kept, key, make);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
  return made;
}
