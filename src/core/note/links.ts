import type { Note } from './note.ts';

/** A place outside the site where something of a paper can be found. */
export interface OutwardLink {
  /** What the link leads to; the interface has a word for each. */
  readonly kind: 'arxiv' | 'openreview' | 'doi' | 'pdf' | 'code' | 'project' | 'data';
  readonly url: string;
}

/** The addresses that a note's links stand for, in the order in which they are shown. */
export function outwardLinks({ links }: Pick<Note, 'links'>): OutwardLink[] {
  const found: (OutwardLink | undefined)[] = [
    link('arxiv', links.arxiv && `https://arxiv.org/abs/${links.arxiv}`),
    link('openreview', links.openreview && `https://openreview.net/forum?id=${links.openreview}`),
    link('doi', links.doi && `https://doi.org/${links.doi}`),
    link('pdf', isAddress(links.pdf) ? links.pdf : undefined),
    link('code', links.code),
    link('project', links.project),
    link('data', links.data),
  ];
  return found.filter((entry) => entry !== undefined);
}

/** Where readers get a PDF that the site does not hold, the version that the note cites first. */
export function remotePdfs({ links }: Pick<Note, 'links'>): OutwardLink[] {
  const found: (OutwardLink | undefined)[] = [
    link('pdf', isAddress(links.pdf) ? links.pdf : undefined),
    link('openreview', links.openreview && `https://openreview.net/pdf?id=${links.openreview}`),
    link('arxiv', links.arxiv && `https://arxiv.org/pdf/${links.arxiv}`),
  ];
  return found.filter((entry) => entry !== undefined);
}

/** The name of the local PDF that a note asks for, or undefined if it names none or a remote one. */
export function localPdfName({ links }: Pick<Note, 'links'>): string | undefined {
  return isAddress(links.pdf) ? undefined : links.pdf;
}

function link(kind: OutwardLink['kind'], url: string | undefined): OutwardLink | undefined {
  return url ? { kind, url } : undefined;
}

function isAddress(text: string | undefined): text is string {
  return text !== undefined && /^https?:\/\//.test(text);
}
