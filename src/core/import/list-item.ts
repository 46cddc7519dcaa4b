import { parsePartialDate } from '../note/partial-date.ts';
import type { FoundPaper, FoundSection, PaperLinks } from './found-paper.ts';
import { readKeywords } from './keyword-lines.ts';

/** What the words beside a paper’s title say of it. */
export type Details = Pick<FoundPaper, 'authors' | 'venue' | 'date' | 'keywords'> & {
  /** What is none of these, as it stands in the source. */
  readonly rest: readonly string[];
};

const LABELLED: readonly { readonly key: 'authors' | 'venue' | 'date' | 'keywords'; readonly label: RegExp }[] = [
  { key: 'authors', label: /^(?:authors?|by|作者)\s*[:：]\s*/i },
  { key: 'venue', label: /^(?:venue|publisher|publication|published(?: in)?|conference|journal|会议|期刊|来源|发表)\s*[:：]\s*/i },
  { key: 'date', label: /^(?:date|year|time|日期|时间|年份)\s*[:：]\s*/i },
  { key: 'keywords', label: /^(?:key\s?words?|key|tags?|topics?|关键[字词]|标签)\s*[:：]\s*/i },
];

const VENUE =
  /^[\p{L}][\p{L}\p{N}&.'’ /*+-]{1,50}[\s'’]*(?:(?:19|20)\d{2}|['’]\d{2})(?:\s*\(?(?:oral|poster|spotlight|workshop|findings|main|best paper)[\p{L} ]*\)?)?$/iu;
/** What stands in the place of a venue where there is none. */
const PREPRINT = /^(?:arxiv|preprint)\b/i;
const NAME = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|del|la|di|da|bin|al)){1,4}$|^\p{Script=Han}{2,4}$/u;

/** Words that may be a name beside others that surely are, for lists write “Hao liu” too. */
const NAME_LIKE = /^\p{L}[\p{L}.'’-]*(?:\s+\p{L}[\p{L}.'’-]*){1,4}$/u;
/** The share of a list that must surely be names. */
const SURE_NAMES = 0.75;

/** A text beside a title: a line of a nested list, a cell of a table, or what stands behind a link. */
export interface ItemText {
  readonly whole: string;
  /** The same text, cut where one fact may end and the next begin. */
  readonly pieces: readonly string[];
}

/** Whether words are a venue with its year, such as `NeurIPS 2024` or `ICLR'25`. */
export function isVenue(words: string): boolean {
  return VENUE.test(words) && !PREPRINT.test(words);
}

/** Reads the texts that stand beside a title. One in which nothing is understood stays in one piece. */
export function readDetails(texts: readonly ItemText[]): Details {
  const found: Partial<Mutable<Omit<Details, 'rest'>>> = {};
  const rest = texts.flatMap(({ whole, pieces }) => {
    const left = pieces.map(unstyled).filter((piece) => piece !== '' && !takePiece(piece, found));
    return left.length === pieces.length && left.length > 1 ? [whole.trim()] : left;
  });
  return { ...found, rest: rest.filter((text) => !BARE_LABEL.test(text)) };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A label whose links have gone to their places: `Code:`. */
const BARE_LABEL = /^[*_]*[\p{L} /&]{1,30}[*_]*\s*[:：][*_]*$/u;

/** Whether a piece says something that was not known yet, which is then taken over, or nothing at all. */
function takePiece(piece: string, found: Partial<Mutable<Omit<Details, 'rest'>>>): boolean {
  const labelled = LABELLED.find(({ label }) => label.test(piece));
  const value = labelled && piece.replace(labelled.label, '');
  if (labelled?.key === 'venue' && /^arxiv(?:\.org)?$/i.test(value!)) return true;
  const read = labelled ? readLabelled(labelled.key, value!) : readPlain(piece);
  const fresh = Object.entries(read).filter(([key]) => !Object.hasOwn(found, key));
  Object.assign(found, Object.fromEntries(fresh));
  return fresh.length > 0;
}

function readLabelled(key: keyof Omit<Details, 'rest'>, value: string): Partial<Details> {
  if (value === '') return {};
  if (key === 'authors') return namesOf(value) ?? {};
  if (key === 'keywords') return { keywords: readKeywords([{ text: value }]).keywords };
  if (key === 'date') return dateOf(value) ?? {};
  return /^arxiv/i.test(value) ? (dateOf(value) ?? {}) : { venue: value };
}

/** Names, a venue with its year, or names with the venue behind them. */
function readPlain(piece: string): Partial<Details> {
  const text = piece.replace(/\.$/, '').replace(/^[([{（【]\s*|\s*[)\]}）】]$/g, '');
  if (PREPRINT.test(text)) return dateOf(text) ?? {};
  if (VENUE.test(text)) return { venue: text };
  const names = namesOf(text);
  if (names) return names;
  const cut = text.lastIndexOf(',');
  const [head, tail] = [text.slice(0, cut).trim(), text.slice(cut + 1).trim()];
  if (cut > 0 && namesOf(head) && (VENUE.test(tail) || PREPRINT.test(tail))) return { ...namesOf(head), ...readPlain(tail) };
  return dateOf(text, true) ?? {};
}

/** A list of whole names; “et al.” makes it no list of the authors, for some are missing. */
function namesOf(text: string): { authors: string[] } | undefined {
  const names = text
    .split(/\s*(?:[,，、;；&]|\band\b)\s*/)
    .map((name) => name.replace(/[*†‡§\d]+$|(?<=\p{Ll}{2})\.$/gu, '').trim())
    .filter(Boolean);
  const sure = names.filter((name) => NAME.test(name)).length;
  const isList = names.length > 0 && sure >= names.length * SURE_NAMES && names.every((name) => NAME.test(name) || NAME_LIKE.test(name));
  return isList ? { authors: names } : undefined;
}

function dateOf(text: string, whole = false): { date: string } | undefined {
  const pattern = whole
    ? /^\(?((?:19|20)\d{2})(?:[./-](\d{1,2}))?(?:[./-](\d{1,2}))?\)?$/
    : /\b((?:19|20)\d{2})(?:[./-](\d{1,2}))?(?:[./-](\d{1,2}))?\b/;
  const parts = pattern
    .exec(text)
    ?.slice(1)
    .filter(Boolean)
    .map((part) => part.padStart(2, '0'));
  const date = parts?.join('-');
  return date && parsePartialDate(date) ? { date } : undefined;
}

function unstyled(piece: string): string {
  return piece
    .trim()
    .replace(/^(?:\*\*|__|[*_])(.+?)(?:\*\*|__|[*_])(?=\s*[:：]?)/, '$1')
    .replace(/^[\s.,;:，。·|–—-]+|[\s,;，·|–—-]+$/g, '')
    .trim();
}

/** A paper of a list of links, from its title, its links and the words beside them. */
export function paperFromItem({ title, links, texts, line, groups, otherLinks }: ListItem): FoundPaper {
  const { rest, keywords, ...details } = readDetails(texts);
  const text = rest.join('\n\n');
  const sections: FoundSection[] = [
    ...(text ? [{ heading: '', text }] : []),
    ...(otherLinks.length > 0 ? [{ heading: 'Links', text: otherLinks.join('\n') }] : []),
  ];
  const all = [...new Set([...(keywords ?? []), ...groups])];
  return { title, ...details, keywords: all.length > 0 ? all : undefined, links, sections, line };
}

/** One item of a list of links. */
export interface ListItem {
  readonly title: string;
  readonly links: PaperLinks;
  /** Links whose meaning is not known, as list items of Markdown. */
  readonly otherLinks: readonly string[];
  /** The texts beside the title, in their order. */
  readonly texts: readonly ItemText[];
  readonly line: number;
  /** The headings that it stands under. */
  readonly groups: readonly string[];
}
