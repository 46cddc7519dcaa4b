import { parseRichText, richTextToText } from '../text/rich-text.ts';
import type { PaperLinks } from './found-paper.ts';
import { withoutVersion } from './web-address.ts';

/** What tells papers apart. */
export interface PaperIdentity {
  readonly title: string;
  /** Titles that it bore earlier or elsewhere. */
  readonly alternativeTitles?: readonly string[] | undefined;
  readonly links: PaperLinks;
}

/** Finds the paper that another description means. */
export interface PaperIndex<T> {
  /** Remembers a paper. Where two share an id or a title, the first one stands. */
  add(paper: PaperIdentity, value: T): void;
  /** The paper with the same arXiv, OpenReview or DOI id, else with the same title and no other arXiv id. */
  find(paper: PaperIdentity): T | undefined;
}

/** An empty index. Adding and finding cost the same however many papers it holds. */
export function createPaperIndex<T>(): PaperIndex<T> {
  const byKey = new Map<string, { readonly value: T; readonly arxiv: string | undefined }>();
  return {
    add: (paper, value) => {
      const entry = { value, arxiv: arxivOf(paper) };
      const titles = [paper.title, ...(paper.alternativeTitles ?? [])].map(titleKey);
      for (const key of [...idKeys(paper.links), ...titles]) if (key && !byKey.has(key)) byKey.set(key, entry);
    },
    find: (paper) => {
      for (const key of idKeys(paper.links)) if (byKey.has(key)) return byKey.get(key)!.value;
      const same = byKey.get(titleKey(paper.title));
      const arxiv = arxivOf(paper);
      const differs = same?.arxiv !== undefined && arxiv !== undefined && same.arxiv !== arxiv;
      return differs ? undefined : same?.value;
    },
  };
}

/** Whether two titles differ in nothing but case, markup, spaces or punctuation. */
export function isSameTitle(one: string, other: string): boolean {
  return titleKey(one) !== '' && titleKey(one) === titleKey(other);
}

function idKeys({ arxiv, openreview, doi }: PaperLinks): string[] {
  return [
    ...(arxiv ? [`arxiv ${withoutVersion(arxiv)}`] : []),
    ...(openreview ? [`openreview ${openreview}`] : []),
    ...(doi ? [`doi ${doi.toLowerCase()}`] : []),
  ];
}

function arxivOf({ links }: PaperIdentity): string | undefined {
  return links.arxiv && withoutVersion(links.arxiv);
}

function titleKey(title: string): string {
  const letters = richTextToText(parseRichText(title))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters && `title ${letters}`;
}
