import type { CslItem, CslName } from './csl.ts';

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
};

/** Words of which no key is made. */
const FILLERS = new Set(['a', 'an', 'the', 'on', 'of', 'in', 'for', 'with', 'to', 'and', 'is', 'your', 'right']);

/**
 * A paper as a BibTeX entry in UTF-8: `@inproceedings` when it was accepted, else `@misc` with the fields that
 * arXiv recommends (https://info.arxiv.org/help/hypertex/bibstyles/index.html).
 */
export function toBibtex(item: CslItem): string {
  const arxiv = item.number?.replace(/^arXiv:/, '');
  const fields: readonly (readonly [string, string | undefined])[] = [
    // The second pair of braces keeps capitals, of which method names are full.
    ['title', `{${escapeTex(item.title)}}`],
    ['author', item.author?.map(bibtexName).join(' and ')],
    ['booktitle', item['container-title'] && escapeTex(item['container-title'])],
    ['year', item.issued?.['date-parts'][0]?.[0]?.toString()],
    ['eprint', arxiv],
    ['archiveprefix', arxiv && 'arXiv'],
    ['doi', item.DOI],
    ['url', item.URL],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@${item.type === 'paper-conference' ? 'inproceedings' : 'misc'}{${bibtexKey(item)},\n${lines.join(',\n')}\n}\n`;
}

/** The key that an entry is cited by: family name, year and first telling word of the title, in ASCII: `meng2024simpo`. */
export function bibtexKey({ author, issued, title, id }: CslItem): string {
  const first = author?.[0];
  const name = first ? ('family' in first ? first.family : first.literal) : '';
  const words = title.split(/[^\p{L}\p{N}]+/u).map(toAscii);
  const word = words.find((part) => part !== '' && !FILLERS.has(part)) ?? '';
  return toAscii(`${name}${issued?.['date-parts'][0]?.[0] ?? ''}${word}`) || id;
}

/** The plain letters and digits of a text; of `Ångström` it keeps `angstrom`, of `α` nothing. */
function toAscii(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** A text in which the characters that TeX gives a meaning are escaped. */
export function escapeTex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) => SPECIAL[character]!);
}

function bibtexName(name: CslName): string {
  return 'family' in name ? `${escapeTex(name.family)}, ${escapeTex(name.given)}` : `{${escapeTex(name.literal)}}`;
}
