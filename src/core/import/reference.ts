import { outwardLinks } from '../note/links.ts';
import { parsePartialDate } from '../note/partial-date.ts';
import type { FoundPaper, FoundSection, PaperLinks } from './found-paper.ts';
import { splitLanguages } from './split-languages.ts';
import { identifyAddress, identifyPaper, joinLinks } from './web-address.ts';

/** A bibliographic record, as BibTeX, RIS and CSL-JSON give it. */
export interface Reference {
  readonly title: string;
  readonly authors: readonly ReferenceName[];
  /** Year, month and day, as many as are known. */
  readonly date: readonly number[];
  /** The conference, journal or book in which it appeared. */
  readonly container?: string | undefined;
  readonly doi?: string | undefined;
  /** An arXiv id, with or without `arXiv:` before it. */
  readonly arxiv?: string | undefined;
  readonly urls: readonly string[];
  readonly keywords: readonly string[];
  readonly abstract?: string | undefined;
  /** Remarks, one of which may say where the paper was submitted. */
  readonly notes?: readonly string[];
  readonly line: number;
}

/** A person’s name in two parts or in one. */
export interface ReferenceName {
  readonly family?: string | undefined;
  readonly given?: string | undefined;
  readonly literal?: string | undefined;
}

const HAN = /\p{Script=Han}/u;
const PREPRINT = /^(?:arxiv|corr$|computing research repository)/i;

/** What a bibliographic record says of a paper, in the terms of a note. */
export function paperFromReference(reference: Reference): FoundPaper {
  const { container, date, line } = reference;
  const isPreprint = container !== undefined && PREPRINT.test(container.trim());
  const links = linksOf(reference);
  const unplaced = reference.urls.filter((url) => /^https?:\/\//.test(url) && !identifyAddress(url) && !leadsTo(url, links));
  return {
    title: latexFromHtml(reference.title),
    authors: present(reference.authors.map(fullName).filter(Boolean)),
    date: partialDate(date),
    ...(container && !isPreprint ? { venue: withYear(plain(container), date[0]) } : submission(reference)),
    keywords: present([...new Set(reference.keywords.map((keyword) => keyword.trim()).filter(Boolean))]),
    links,
    abstractSource: reference.abstract && addressOf(links),
    sections: [...abstractOf(reference), ...linkSection(unplaced)],
    line,
  };
}

/** “Submitted to ICLR 2025”, as this project’s own exports say of a paper that no venue has accepted. */
function submission({ notes = [] }: Reference): Pick<FoundPaper, 'venue' | 'status'> {
  const venue = notes.map((note) => /^submitted to (.+?)\.?$/i.exec(plain(note))?.[1]).find((name) => name !== undefined);
  return venue === undefined ? {} : { venue, status: 'submitted' };
}

/** A name as notes write it: `Yu Meng`, `韩梅梅`. */
export function fullName({ family = '', given = '', literal }: ReferenceName): string {
  if (literal) return plain(literal);
  return plain(HAN.test(family + given) ? `${family}${given}` : `${given} ${family}`);
}

function linksOf({ doi, arxiv, urls, container }: Reference): PaperLinks {
  const named = container && /arxiv[:\s]*([\d.]{9,}|[a-z-]+\/\d{7})/i.exec(container)?.[1];
  const ids = [arxiv, named, doi?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, '')].map((id) => (id ? identifyPaper(id) : undefined));
  return joinLinks([...ids, ...urls.map(identifyAddress)].filter((found) => found !== undefined));
}

/** Where the record’s abstract can be compared with the authors’ own. */
function addressOf(links: PaperLinks): string {
  return outwardLinks({ links })[0]?.url ?? 'authors';
}

/** Whether an address is that of the paper’s DOI written another way. */
function leadsTo(url: string, { doi }: PaperLinks): boolean {
  return doi !== undefined && url.toLowerCase().includes(doi.toLowerCase());
}

function linkSection(urls: readonly string[]): FoundSection[] {
  return urls.length > 0 ? [{ heading: 'Links', text: [...new Set(urls)].map((url) => `- <${url}>`).join('\n') }] : [];
}

/** An abstract, in plain text or in the XML of publishers (JATS), as Markdown. */
function abstractOf({ abstract }: Reference): FoundSection[] {
  if (!abstract) return [];
  const text = abstract
    .replace(/<\/?(?:jats:)?(?:p|title|sec)\b[^>]*>/gi, '\n')
    .replace(/<(\/?)jats:(bold|italic|sub|sup)>/gi, (_, slash: string, name: string) => `<${slash}${name[0] === 's' ? name : name[0]!}>`)
    .replace(/<\/?jats:[^>]*>/gi, '');
  return splitLanguages(
    text
      .split('\n')
      .map(latexFromHtml)
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

function partialDate([year, month, day]: readonly number[]): string | undefined {
  if (!year) return undefined;
  const two = (part: number) => String(part).padStart(2, '0');
  const texts = [`${year}-${two(month ?? 0)}-${two(day ?? 0)}`, `${year}-${two(month ?? 0)}`, String(year)];
  return texts.find((text) => parsePartialDate(text) !== undefined);
}

function withYear(venue: string, year: number | undefined): string {
  return year === undefined || /\b(?:19|20)\d{2}\b/.test(venue) ? venue : `${venue} ${year}`;
}

const TAGS: readonly (readonly [RegExp, string])[] = [
  [/<(b|strong)>(.*?)<\/\1>/gi, '\\textbf{$2}'],
  [/<(i|em)>(.*?)<\/\1>/gi, '\\emph{$2}'],
  [/<(code|tt)>(.*?)<\/\1>/gi, '\\texttt{$2}'],
  [/<sub>(.*?)<\/sub>/gi, '$$_{$1}$$'],
  [/<sup>(.*?)<\/sup>/gi, '$$^{$1}$$'],
  [/<\/?span[^>]*>/gi, ''],
];

/** A title in the HTML of CSL as a note writes it. */
export function latexFromHtml(title: string): string {
  const latex = TAGS.reduce((text, [tag, replacement]) => text.replace(tag, replacement), title);
  return plain(latex.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
}

function plain(text: string): string {
  // TeX puts accents on an i without its dot, which Unicode does not.
  const dotted = text.replace(/\u0131(?=[\u0300-\u036F])/g, 'i');
  return dotted.replace(/\s+/g, ' ').trim().normalize('NFC');
}

function present<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length > 0 ? values : undefined;
}
