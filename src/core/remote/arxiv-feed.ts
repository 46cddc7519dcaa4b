import type { RemotePaper } from './remote-paper.ts';

/** A paper of arXiv's feed with its id, without the version. */
export interface ArxivPaper extends RemotePaper {
  readonly id: string;
}

/** What arXiv answered: papers, or the error that it tells in the place of one. */
export interface ArxivFeed {
  readonly papers: readonly ArxivPaper[];
  readonly error: string | undefined;
}

/**
 * Reads the Atom that arXiv's interface answers with. An error comes as an entry titled “Error” in a successful answer;
 * titles and abstracts are wrapped. Follows https://info.arxiv.org/help/api/user-manual.html.
 */
export function readArxivFeed(xml: string): ArxivFeed {
  const entries = [...xml.matchAll(/<entry\b[^>]*>([\s\S]*?)<\/entry>/g)].map(([, entry]) => entry!);
  const failed = entries.find((entry) => element(entry, 'title') === 'Error');
  if (failed) return { papers: [], error: element(failed, 'summary') ?? 'arXiv reports an error' };
  return { papers: entries.flatMap((entry) => readEntry(entry) ?? []), error: undefined };
}

function readEntry(entry: string): ArxivPaper | undefined {
  const [, id, version] = /arxiv\.org\/abs\/(.+?)(?:v(\d+))?$/.exec(element(entry, 'id') ?? '') ?? [];
  const title = element(entry, 'title');
  if (!id || !title) return undefined;
  const abstract = element(entry, 'summary');
  const doi = element(entry, 'arxiv:doi');
  return {
    id,
    title,
    authors: [...entry.matchAll(/<author\b[^>]*>([\s\S]*?)<\/author>/g)].flatMap(([, author]) => element(author!, 'name') ?? []),
    date: element(entry, 'published')?.slice(0, 10),
    links: { arxiv: id, ...(doi ? { doi } : {}) },
    abstractSource: abstract && `https://arxiv.org/abs/${id}`,
    sections: abstract ? [{ heading: 'Abstract', text: abstract }] : [],
    arxivVersion: version ? Number(version) : undefined,
  };
}

/** The text of an element without others in it, in one line; undefined if there is none. */
function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`).exec(xml)?.[1];
  return text === undefined ? undefined : decodeReferences(text).replace(/\s+/g, ' ').trim() || undefined;
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeReferences(text: string): string {
  return text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1').replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (all, reference: string) => {
    if (!reference.startsWith('#')) return NAMED[reference] ?? all;
    const isHex = /^#x/i.test(reference);
    return String.fromCodePoint(Number.parseInt(reference.slice(isHex ? 2 : 1), isHex ? 16 : 10));
  });
}
