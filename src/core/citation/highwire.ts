import type { CslItem, CslName } from './csl.ts';

/** A `meta` element. */
export interface MetaTag {
  readonly name: string;
  readonly content: string;
}

/** What a page knows of a paper beside its record. */
export interface HighwireContext {
  /** The absolute address of the PDF, if the site holds it. */
  readonly pdf?: string | undefined;
  /** When the paper was first posted. */
  readonly posted?: string | undefined;
}

/**
 * A paper as the tags that Zotero, Mendeley and Google Scholar read in a page's head. A conference makes it a conference
 * paper; no tag of this family says “preprint”, so Zotero’s own does. No abstract is given, for a note's is a digest.
 */
export function highwireTags(item: CslItem, { pdf, posted }: HighwireContext = {}): MetaTag[] {
  const date = item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('/');
  const tags: readonly (readonly [string, string | undefined])[] = [
    ['citation_title', item.title],
    ...(item.author ?? []).map((name) => ['citation_author', authorName(name)] as const),
    ['citation_publication_date', date],
    ['citation_online_date', posted?.replaceAll('-', '/')],
    ['citation_conference_title', item['container-title']],
    ['z:itemType', item.type === 'article' ? 'preprint' : undefined],
    ['citation_publisher', item.publisher],
    ['citation_doi', item.DOI],
    ['citation_public_url', item.URL],
    ['citation_pdf_url', pdf],
    ['citation_language', item.language],
    ['citation_keywords', item.keyword?.replaceAll(';', ',').replaceAll(', ', '; ')],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}

/**
 * “Family, Given”, which says which part is which. Zotero takes two parts that both have several words for two people,
 * so such a name stands in its natural order.
 */
function authorName(name: CslName): string {
  if (!('family' in name)) return name.literal;
  const { family, given } = name;
  return family.includes(' ') && given.includes(' ') ? `${given} ${family}` : `${family}, ${given}`;
}
