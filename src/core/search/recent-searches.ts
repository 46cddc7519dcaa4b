/** How many searches are kept. */
const KEPT = 8;
/** A longer query is not worth keeping. */
const LENGTH = 200;

/** Searches with one more, the newest first; the same one, in other case or spacing, gives way. */
export function addSearch(searches: readonly string[], query: string): string[] {
  const added = query.toWellFormed().trim();
  if (added === '' || added.length > LENGTH) return [...searches];
  const fold = (text: string) => text.toLowerCase().replace(/\s+/gu, ' ').trim();
  return [added, ...searches.filter((other) => fold(other) !== fold(added))].slice(0, KEPT);
}

/** Reads kept searches; whatever else stands in the text is nothing. */
export function readSearches(text: string | null): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((entry) => typeof entry === 'string' && entry !== '').slice(0, KEPT) as string[];
  } catch {
    return [];
  }
}
