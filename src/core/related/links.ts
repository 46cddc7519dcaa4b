import { relationKinds, type RelationKind, type Relations } from '../note/relations.ts';

/** How one paper points to another: by a relation that its author stated, or by naming it in the text. */
export interface PaperLink {
  readonly from: string;
  readonly to: string;
  readonly kind: RelationKind | 'mentions';
}

/** How much a link says, beside a likeness of at most 1. */
const STRENGTH: Readonly<Record<PaperLink['kind'], number>> = { extends: 0.5, analyses: 0.4, comparesWith: 0.3, mentions: 0.15 };

/** What a paper points to. */
export interface Linking {
  readonly id: string;
  readonly relations: Relations;
  /** Papers that its text names. */
  readonly mentioned: ReadonlySet<string>;
}

/** A link with its weight: one to a paper that everybody points to says little. */
export interface WeighedLink extends PaperLink {
  readonly weight: number;
}

/** The links of a collection by the papers at both their ends; of two papers' links only the strongest is kept. */
export function linksByPaper(papers: readonly Linking[]): Map<string, WeighedLink[]> {
  const ids = new Set(papers.map(({ id }) => id));
  const links = papers.flatMap((paper) => linksOf(paper).filter(({ to }) => ids.has(to)));
  const pointing = Map.groupBy(links, ({ to }) => to);
  const found = new Map<string, WeighedLink[]>();
  for (const link of strongest(links)) {
    const share = Math.log(1 + papers.length / pointing.get(link.to)!.length) / Math.log(1 + papers.length);
    const weighed = { ...link, weight: STRENGTH[link.kind] * share };
    for (const end of [link.from, link.to]) found.set(end, [...(found.get(end) ?? []), weighed]);
  }
  return found;
}

function linksOf({ id, relations, mentioned }: Linking): PaperLink[] {
  const stated = relationKinds.flatMap((kind) => relations[kind].map((to): PaperLink => ({ from: id, to, kind })));
  return [...stated, ...[...mentioned].map((to): PaperLink => ({ from: id, to, kind: 'mentions' }))].filter(({ to }) => to !== id);
}

function strongest(links: readonly PaperLink[]): PaperLink[] {
  const best = new Map<string, PaperLink>();
  for (const link of links) {
    const pair = [link.from, link.to].sort().join(' ');
    const before = best.get(pair);
    if (!before || STRENGTH[link.kind] > STRENGTH[before.kind]) best.set(pair, link);
  }
  return [...best.values()];
}
