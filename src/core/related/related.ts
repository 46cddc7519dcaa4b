import { linksByPaper, type Linking, type PaperLink, type WeighedLink } from './links.ts';
import { createPostings, type Postings } from './postings.ts';

/** What relatedness is judged by. */
export interface RelatedInput extends Linking {
  /** Its keywords, ancestors left out. */
  readonly keywords: readonly string[];
  /** Terms that its text names. */
  readonly terms: ReadonlySet<string>;
}

/** A paper related to another, and why. */
export interface RelatedPaper {
  readonly id: string;
  /** How one of the two points to the other, if it does. */
  readonly link: PaperLink | undefined;
  /** The keywords both have, the rarest first. */
  readonly shared: readonly string[];
  /** Terms that both texts speak of and that are not keywords of both, the rarest first. */
  readonly spoken: readonly string[];
}

/** How many papers a note names as related. */
export const RELATED_COUNT = 5;

/** How much a term in the text counts beside a keyword, which somebody chose. */
const TEXT_WEIGHT = 0.35;

/** The most features of a paper that are compared, the weightiest first: it bounds the work of a long text. */
const FEATURES_COMPARED = 20;

/**
 * For every paper the ones most like it. Likeness is the cosine between the papers' keywords and the terms of their texts,
 * each weighted by its rarity, plus the weight of a link between the two. Ties fall to the id, so the same input always
 * gives the same answer; the work grows with the number of papers.
 */
export function relatedPapers(papers: readonly RelatedInput[]): Map<string, RelatedPaper[]> {
  const postings = createPostings(papers.map(({ id, keywords, terms }) => ({ id, features: new Set([...keywords, ...terms]) })));
  const vectors = new Map(papers.map((paper) => [paper.id, vectorOf(paper, postings)]));
  const links = linksByPaper(papers);
  return new Map(
    papers.map(({ id }) => [id, topRanked(id, candidatesFor(id, { vectors, postings, links: links.get(id) ?? [] }), vectors)]),
  );
}

interface Vector {
  /** The weightiest features of a paper, in that order. */
  readonly weights: ReadonlyMap<string, number>;
  readonly keywords: ReadonlySet<string>;
  readonly norm: number;
}

function vectorOf({ keywords, terms }: RelatedInput, postings: Postings): Vector {
  const own = new Set(keywords);
  const weighed = [...new Set([...keywords, ...terms])].map((feature): [string, number] => [
    feature,
    postings.rarity(feature) * (own.has(feature) ? 1 : TEXT_WEIGHT),
  ]);
  const weights = new Map(weighed.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, FEATURES_COMPARED));
  return { weights, keywords: own, norm: Math.hypot(...weights.values()) };
}

interface Candidate {
  score: number;
  link?: PaperLink;
  readonly features: string[];
}

interface Space {
  readonly vectors: ReadonlyMap<string, Vector>;
  readonly postings: Postings;
  readonly links: readonly WeighedLink[];
}

function candidatesFor(id: string, { vectors, postings, links }: Space): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  const meet = (other: string): Candidate => {
    const known = found.get(other) ?? { score: 0, features: [] };
    found.set(other, known);
    return known;
  };
  const own = vectors.get(id)!;
  for (const [feature, weight] of own.weights)
    for (const other of postings.sharing(feature, id)) {
      const vector = vectors.get(other)!;
      const itsWeight = vector.weights.get(feature);
      if (itsWeight === undefined) continue;
      const candidate = meet(other);
      candidate.score += (weight * itsWeight) / (own.norm * vector.norm);
      candidate.features.push(feature);
    }
  for (const { weight, ...link } of links) {
    const candidate = meet(link.from === id ? link.to : link.from);
    candidate.score += weight;
    candidate.link = link;
  }
  return found;
}

function topRanked(id: string, candidates: ReadonlyMap<string, Candidate>, vectors: ReadonlyMap<string, Vector>): RelatedPaper[] {
  return [...candidates]
    .sort(([a, x], [b, y]) => y.score - x.score || (a < b ? -1 : 1))
    .slice(0, RELATED_COUNT)
    .map(([other, { link, features }]) => {
      const isShared = (feature: string) => [id, other].every((paper) => vectors.get(paper)!.keywords.has(feature));
      return { id: other, link, shared: features.filter(isShared), spoken: features.filter((feature) => !isShared(feature)) };
    });
}
