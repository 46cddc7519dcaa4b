/** What relatedness is judged by: an id and the keywords, ancestors left out. */
export interface RelatedInput {
  readonly id: string;
  readonly keywords: readonly string[];
}

/** A paper related to another, and why. */
export interface RelatedPaper {
  readonly id: string;
  /** The keywords both have, the rarest first. */
  readonly shared: readonly string[];
}

/** How many papers a note names as related. */
export const RELATED_COUNT = 5;

/**
 * The most papers that one keyword may propose. A keyword that stands in more of them says little, and without
 * a bound the work would grow with the square of the collection.
 */
const POSTING_LIMIT = 400;

/**
 * For every paper the ones most like it: those that share keywords, each weighted by its rarity, over the geometric
 * mean of both papers' weights (cosine similarity). Ties fall to the id, so the same input always gives the same answer.
 */
export function relatedPapers(papers: readonly RelatedInput[]): Map<string, RelatedPaper[]> {
  const postings = postingsOf(papers);
  const rarity = new Map([...postings].map(([keyword, ids]) => [keyword, Math.log(1 + papers.length / ids.length)]));
  const weight = (keyword: string) => rarity.get(keyword)!;
  const norms = new Map(papers.map(({ id, keywords }) => [id, Math.hypot(...keywords.map(weight))]));
  const order = new Map(papers.map(({ id }, index) => [id, index]));
  return new Map(
    papers.map((paper) => {
      const scores = scoresOf(paper, { postings, weight, order });
      const ranked = [...scores].map(([id, { score, shared }]) => ({ id, shared, score: score / (norms.get(paper.id)! * norms.get(id)!) }));
      return [paper.id, topRanked(ranked)];
    }),
  );
}

function postingsOf(papers: readonly RelatedInput[]): Map<string, string[]> {
  const postings = new Map<string, string[]>();
  for (const { id, keywords } of papers) {
    for (const keyword of keywords) {
      const ids = postings.get(keyword);
      if (ids) ids.push(id);
      else postings.set(keyword, [id]);
    }
  }
  return postings;
}

interface Context {
  readonly postings: ReadonlyMap<string, readonly string[]>;
  readonly weight: (keyword: string) => number;
  readonly order: ReadonlyMap<string, number>;
}

function scoresOf({ id, keywords }: RelatedInput, { postings, weight, order }: Context) {
  const scores = new Map<string, { score: number; shared: string[] }>();
  const rarestFirst = [...keywords].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  for (const keyword of rarestFirst) {
    for (const other of neighbours(postings.get(keyword)!, id, order)) {
      const entry = scores.get(other) ?? { score: 0, shared: [] };
      entry.score += weight(keyword) ** 2;
      entry.shared.push(keyword);
      scores.set(other, entry);
    }
  }
  return scores;
}

/** The papers of a posting list but `id`; of a long one those that stand nearest to it in the collection. */
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

function topRanked(ranked: readonly (RelatedPaper & { score: number })[]): RelatedPaper[] {
  return [...ranked]
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, RELATED_COUNT)
    .map(({ id, shared }) => ({ id, shared }));
}
