/** A `meta` element of a page’s head. */
interface Meta {
  readonly name: string;
  readonly content: string;
}

/** What Zotero’s Embedded Metadata translator takes from a page. */
export interface EmbeddedItem {
  readonly itemType: string;
  readonly title: string | undefined;
  readonly creators: readonly string[];
  readonly date: string | undefined;
  readonly conferenceName: string | undefined;
  readonly publisher: string | undefined;
  readonly DOI: string | undefined;
  readonly url: string | undefined;
  readonly language: string | undefined;
  readonly tags: readonly string[];
  readonly pdf: string | undefined;
}

/** Tags that decide on the type by themselves; the last in the head wins. */
const TYPES: Readonly<Record<string, string>> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_conference: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};

/**
 * Reads a page’s tags as Zotero’s Embedded Metadata translator does: in the head only, names by their end, the first
 * value of each, keywords split at semicolons. A type of Zotero’s own counts where no other tag decides.
 */
export function readEmbeddedMetadata(html: string): EmbeddedItem {
  const metas = headMetas(html);
  const all = (name: string) => metas.filter((meta) => meta.name.endsWith(name)).map(({ content }) => content);
  const first = (...names: readonly string[]) => names.flatMap(all)[0];
  const hard = metas.flatMap(({ name }) => TYPES[name.slice(name.lastIndexOf('citation_'))] ?? []).at(-1);
  return {
    itemType: hard ?? first('z:itemType') ?? (first('citation_title') ? 'journalArticle' : 'webpage'),
    title: first('citation_title'),
    creators: all('citation_author')
      .flatMap(splitAuthors)
      .filter((name, index, names) => name !== names[index - 1]),
    date: first('citation_publication_date', 'citation_cover_date', 'citation_date', 'citation_online_date', 'citation_year'),
    conferenceName: first('citation_conference_title', 'citation_conference'),
    publisher: first('citation_publisher'),
    DOI: first('citation_doi'),
    url: first('citation_public_url') ?? canonical(html),
    language: first('citation_language') ?? /<html[^>]*\slang="([^"]*)"/.exec(html)?.[1],
    tags: all('citation_keywords').flatMap((text) =>
      text
        .split(';')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
    pdf: first('citation_pdf_url'),
  };
}

/** The names and contents of a head’s `meta` elements, in their order. */
export function headMetas(html: string): Meta[] {
  const [head] = html.slice(html.indexOf('<head>')).split('</head>');
  return [...head!.matchAll(/<meta\s([^>]*)>/g)].flatMap(([, attributes]) => {
    const name = attribute(attributes!, 'name') ?? attribute(attributes!, 'property');
    const content = attribute(attributes!, 'content');
    return name && content ? [{ name, content }] : [];
  });
}

/** Several authors in one tag stand between semicolons, or between commas if both sides of the first have several words. */
function splitAuthors(text: string): string[] {
  const parts = text.split(/\s*;\s*/);
  const byComma = text.split(/\s*,\s*/);
  const isList = parts.length === 1 && byComma.length > 1 && byComma[0]!.includes(' ') && byComma[1]!.includes(' ');
  return (isList ? byComma : parts).map((name) => name.trim()).filter(Boolean);
}

function canonical(html: string): string | undefined {
  return /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
}

const REFERENCES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return value?.replace(/&(?:(amp|lt|gt|quot)|#(\d+)|#x([\da-f]+));/gi, (_, named?: string, decimal?: string, hex?: string) =>
    named ? REFERENCES[named.toLowerCase()]! : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16)),
  );
}
