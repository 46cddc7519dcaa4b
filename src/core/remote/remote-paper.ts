import type { FoundPaper } from '../import/found-paper.ts';

/** What a host says of a paper. */
export interface RemotePaper extends Omit<FoundPaper, 'line' | 'keywordNotes' | 'titleZh'> {
  /** The newest version on arXiv, counted from 1. */
  readonly arxivVersion?: number | undefined;
}

/** What several hosts say of one paper: the earliest date, and for all else the first that says it. */
export function joinRemote([first, ...others]: readonly RemotePaper[]): RemotePaper | undefined {
  if (!first) return undefined;
  return others.reduce((one, other) => {
    const known = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as unknown as RemotePaper;
    const dates = [one.date, other.date].filter((date) => date !== undefined).sort();
    const venue = one.venue === undefined ? { venue: other.venue, status: other.status } : {};
    return {
      ...other,
      ...known,
      ...venue,
      date: dates[0],
      links: { ...other.links, ...one.links },
      sections: one.sections.length > 0 ? one.sections : other.sections,
    };
  }, first);
}
