import type { PaperLinks } from './found-paper.ts';

const ARXIV_ID = String.raw`(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?`;

const PATTERNS: readonly { readonly kind: keyof PaperLinks; readonly pattern: RegExp }[] = [
  {
    kind: 'arxiv',
    pattern: new RegExp(
      `^https?://(?:[a-z]+\\.)?(?:arxiv|alphaxiv)\\.org/(?:abs|pdf|html|overview)/(${ARXIV_ID})(?:\\.pdf)?/?(?:[?#].*)?$`,
    ),
  },
  { kind: 'arxiv', pattern: new RegExp(`^https?://huggingface\\.co/papers/(${ARXIV_ID})/?(?:[?#].*)?$`) },
  { kind: 'arxiv', pattern: new RegExp(`^(?:https?://(?:dx\\.)?doi\\.org/)?10\\.48550/arxiv\\.(${ARXIV_ID})$`, 'i') },
  { kind: 'openreview', pattern: /^https?:\/\/openreview\.net\/(?:forum|pdf|attachment)\/?\?(?:[^#]*&)?id=([\w-]+)/ },
  { kind: 'doi', pattern: /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,}\/[^\s?#]+)/i },
];

const CODE = /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|gitee\.com|bitbucket\.org)\/[^/]+\/[^/?#]+/;

/** What an address leads to, by its shape alone: an arXiv, OpenReview or DOI id, code, or a PDF. Undefined if its shape does not tell. */
export function identifyAddress(address: string): PaperLinks | undefined {
  const url = address.trim();
  for (const { kind, pattern } of PATTERNS) {
    const id = pattern.exec(url)?.[1];
    if (id) return { [kind]: id };
  }
  if (CODE.test(url)) return { code: url };
  if (/^https?:\/\/\S+\.pdf(?:[?#]\S*)?$/i.test(url)) return { pdf: url };
  return undefined;
}

const LABELS: readonly { readonly kind: 'code' | 'project' | 'data' | 'pdf'; readonly words: RegExp }[] = [
  { kind: 'code', words: /^(?:\[?(?:code|github|repo|repository|代码|源码|程序)\]?)$/i },
  { kind: 'project', words: /^(?:\[?(?:project|project page|homepage|home page|website|page|项目|项目主页|主页)\]?)$/i },
  { kind: 'data', words: /^(?:\[?(?:data|dataset|datasets|数据|数据集)\]?)$/i },
  { kind: 'pdf', words: /^(?:\[?(?:pdf|查看\s*pdf)\]?)$/i },
];

/** What a link leads to, by its address or else by its words: `[Project](https://…)` is the project’s page. */
export function identifyLink({ url, label }: { readonly url: string; readonly label: string }): PaperLinks | undefined {
  const byAddress = identifyAddress(url);
  if (byAddress) return byAddress;
  const local = localPdf(url);
  if (local) return { pdf: local };
  const kind = LABELS.find(({ words }) => words.test(label.trim()))?.kind;
  return kind && /^https?:\/\/\S+$/.test(url) ? { [kind]: url } : undefined;
}

/** The name of a PDF in `papers/` that a relative address such as `./papers/a.pdf` leads to. */
function localPdf(url: string): string | undefined {
  if (!/\.pdf$/i.test(url) || /^[a-z][\w+.-]*:|^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(url)) return undefined;
  const path = url.replace(/^(?:\.\/)+/, '').replace(/^papers\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A paper that somebody names by an id or an address, as they do on a command line; undefined if the text is none. */
export function identifyPaper(text: string): Pick<PaperLinks, 'arxiv' | 'openreview' | 'doi'> | undefined {
  const name = text.trim();
  const arxiv = new RegExp(`^(?:arxiv:)?(${ARXIV_ID})$`, 'i').exec(name)?.[1];
  if (arxiv) return { arxiv };
  const doi = /^(?:doi:\s*)?(10\.\d{4,}\/\S+)$/i.exec(name)?.[1];
  if (doi) return identifyAddress(`https://doi.org/${doi}`);
  const { arxiv: found, openreview, doi: resolved } = identifyAddress(name) ?? {};
  if (found) return { arxiv: found };
  if (openreview) return { openreview };
  return resolved ? { doi: resolved } : undefined;
}

/** An arXiv id without its version: `2405.14734v2` becomes `2405.14734`. */
export function withoutVersion(arxiv: string): string {
  return arxiv.replace(/v\d+$/, '');
}

/** Sorts the links of one paper: what they lead to, and those that have no place of their own, a second one of a kind among them. */
export function placeLinks<T extends { readonly url: string; readonly label: string }>(
  all: readonly T[],
): { links: PaperLinks; unplaced: T[] } {
  const links: PaperLinks = {};
  const unplaced = all.filter((link) => {
    const [kind, value] = Object.entries(identifyLink(link) ?? {})[0] ?? [];
    if (kind === undefined || value === undefined) return true;
    const before = links[kind as keyof PaperLinks];
    if (before === undefined) links[kind as keyof PaperLinks] = value;
    return before !== undefined && withoutVersion(before) !== withoutVersion(value);
  });
  return { links, unplaced };
}

/** Links of one paper joined; where two give the same kind, the first stands. */
export function joinLinks(all: readonly PaperLinks[]): PaperLinks {
  return Object.assign({}, ...[...all].reverse()) as PaperLinks;
}
