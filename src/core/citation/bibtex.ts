import { texSymbols } from '../text/tex-symbols.ts';
import { arxivId, type CslItem, type CslName } from './csl.ts';

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Words of which no key is made. */
const FILLERS = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'for', 'with', 'to', 'and', 'is', 'your', 'right']);

/**
 * A paper as a BibTeX entry in UTF-8: `@inproceedings` when it was accepted, else `@misc` with the fields that
 * arXiv recommends (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 * @param key What it is cited by. Default: its own key.
 */
export function toBibtex(item: CslItem, key = bibtexKey(item)): string {
  const arxiv = arxivId(item);
  const fields: readonly (readonly [string, string | undefined])[] = [
    // The second pair of braces keeps capitals, of which method names are full.
    ['title', `{${escapeTex(item.title)}}`],
    ['shorttitle', item['title-short'] && `{${escapeTex(item['title-short'])}}`],
    ['author', item.author?.map(bibtexName).join(' and ')],
    ['booktitle', item['container-title'] && escapeTex(item['container-title'])],
    ['year', item.issued?.['date-parts'][0]?.[0]?.toString()],
    ['month', monthOf(item)],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['doi', item.DOI],
    ['url', item.URL],
    ['note', arxiv !== undefined && item.number === undefined ? undefined : item.note && escapeTex(item.note)],
    ['keywords', item.keyword && escapeTex(item.keyword)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`}`] : []));
  return `@${item.type === 'paper-conference' ? 'inproceedings' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n`;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The month as one of the three-letter names that every BibTeX style knows; they stand without braces. */
function monthOf({ issued }: CslItem): string | undefined {
  const month = issued?.['date-parts'][0]?.[1];
  return month === undefined ? undefined : MONTHS[month - 1];
}

/** The key that an entry is cited by: family name, year and first telling word of the title, in ASCII: `meng2024simpo`. */
export function bibtexKey({ author, issued, title, id }: CslItem): string {
  const first = author?.[0];
  const name = first ? ('family' in first ? first.family : first.literal) : '';
  const words = title.split(/[^\p{L}\p{N}]+/u).map(toAscii);
  const word = words.find((part) => part !== '' && !FILLERS.has(part)) ?? '';
  return toAscii(`${name}${issued?.['date-parts'][0]?.[0] ?? ''}${word}`) || id;
}

/** The keys of several entries, in their order; where papers would share one, the later ones get a letter: `wu2024betab`. */
export function bibtexKeys(items: readonly CslItem[]): string[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const key = bibtexKey(item);
    let free = key;
    for (let letter = 1; taken.has(free); letter++) free = key + suffix(letter);
    taken.add(free);
    return free;
  });
}

/** `a` to `z`, then numbers. */
function suffix(number: number): string {
  return number < 26 ? String.fromCharCode(97 + number) : `-${number}`;
}

/** The plain letters and digits of a text; of `Ångström` it keeps `angstrom`, of `α` nothing. */
function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** Greek letters as TeX writes them, for most engines have no such letters in their text fonts. */
const GREEK: ReadonlyMap<string, string> = new Map(
  Object.entries(texSymbols)
    .filter(([, character]) => /^\p{Script=Greek}$/u.test(character))
    .map(([name, character]) => [character, `$\\${name}$`]),
);

/** A text in which the characters that TeX gives a meaning are escaped, and Greek letters are formulas. */
export function escapeTex(text: string): string {
  return text
    .replace(/[\\{}%&#$_~^<>]/g, (character) => SPECIAL[character]!)
    .replace(/\p{Script=Greek}/gu, (letter) => GREEK.get(letter) ?? letter);
}

function bibtexName(name: CslName): string {
  return 'family' in name ? `${namePart(name.family)}, ${namePart(name.given)}` : `{${escapeTex(name.literal)}}`;
}

/** Braces keep together what would be read as several names, or as the name of a field. */
function namePart(text: string): string {
  const part = escapeTex(text);
  return /[,=]|(?:^|\s)and(?:\s|$)/i.test(text) ? `{${part}}` : part;
}
