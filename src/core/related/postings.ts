/**
 * The most papers that one feature may propose. A feature that stands in more of them says little, and without
 * a bound the work would grow with the square of the collection.
 */
const POSTING_LIMIT = 400;

/** Which papers have a feature, and how much having it says. */
export interface Postings {
  /** The rarity of a feature: the logarithm of how many papers there are for each that has it. */
  rarity(feature: string): number;
  /** The papers that share a feature with a paper; of very many those that stand nearest to it in the collection. */
  sharing(feature: string, id: string): readonly string[];
}

/** Indexes papers, given in the collection's order, by their features. */
export function createPostings(papers: readonly { readonly id: string; readonly features: Iterable<string> }[]): Postings {
  const postings = new Map<string, string[]>();
  for (const { id, features } of papers)
    for (const feature of features) {
      const ids = postings.get(feature);
      if (ids) ids.push(id);
      else postings.set(feature, [id]);
    }
  const order = new Map(papers.map(({ id }, index) => [id, index]));
  return {
    rarity: (feature) => Math.log(1 + papers.length / (postings.get(feature)?.length ?? papers.length)),
    sharing: (feature, id) => neighbours(postings.get(feature) ?? [], id, order),
  };
}

function neighbours(ids: readonly string[], id: string, order: ReadonlyMap<string, number>): readonly string[] {
  if (ids.length <= POSTING_LIMIT) return ids.filter((other) => other !== id);
  const at = lowerBound(ids, order.get(id)!, order);
  const start = Math.max(0, Math.min(at - POSTING_LIMIT / 2, ids.length - POSTING_LIMIT));
  return ids.slice(start, start + POSTING_LIMIT).filter((other) => other !== id);
}

function lowerBound(ids: readonly string[], rank: number, order: ReadonlyMap<string, number>): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order.get(ids[middle]!)! < rank) low = middle + 1;
    else high = middle;
  }
  return low;
}
