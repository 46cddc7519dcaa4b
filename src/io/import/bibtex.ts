import { parse, type Entry, type Options } from '@retorquere/bibtex-parser';
import type { FoundCollection, Unread } from '../../core/import/found-paper.ts';
import { paperFromReference, type Reference } from '../../core/import/reference.ts';

/** Titles stay as they are printed, and commands that the parser does not know stay as they are written. */
const OPTIONS: Options = { english: false, sentenceCase: false, caseProtection: false, unsupported: (_, source) => source };

/** Reads BibTeX and BibLaTeX. An entry that cannot be read is told with its line, and the others are read all the same. */
export function readBibtex(source: string): FoundCollection {
  const { text, restore } = setFormulasAside(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { entries, errors } = parse(text, OPTIONS);
  const lineOf = createLineFinder(text);
  const unread: Unread[] = errors.map(({ error, input = '' }) => ({
    line: lineOf(input),
    reason: explain(error ?? 'its form is not understood', input),
  }));
  const papers = entries.flatMap((entry) => {
    // The parser gives entries that it could only guess at without their text; their errors are told above.
    if (entry.input === '') return [];
    const line = lineOf(entry.input);
    const reference = toReference(entry, { line, restore });
    if (reference) return [paperFromReference(reference)];
    unread.push({ line, reason: `The entry “${entry.key}” has no title.` });
    return [];
  });
  return { papers, unread: unread.sort((a, b) => a.line - b.line), templates: [] };
}

function explain(error: string, input: string): string {
  const key = /@\s*\w+\s*[{(]\s*([^,\s{}]+)/.exec(input)?.[1];
  const unbalanced = /expected "[})]"|unbalanced|brace/i.test(error);
  return unbalanced
    ? `The braces of the entry “${key ?? '?'}” are not balanced: count “{” and “}” in its fields.`
    : `The entry “${key ?? '?'}” cannot be read: ${error.replace(/\s+/g, ' ')}`;
}

/** Where an entry stands, and how its formulas come back. */
interface EntryContext {
  readonly line: number;
  readonly restore: (text: string) => string;
}

function toReference({ fields }: Entry, { line, restore }: EntryContext): Reference | undefined {
  const { title, abstract } = fields;
  if (!title) return undefined;
  return {
    title: restore(title),
    authors: (fields.author ?? []).map(({ prefix, lastName, firstName, name, suffix }) =>
      name ? { literal: name } : { family: [prefix, lastName, suffix].filter(Boolean).join(' '), given: firstName },
    ),
    date: dateOf(fields),
    container: fields.booktitle ?? fields.journaltitle ?? fields.journal,
    doi: fields.doi,
    arxiv: arxivOf(fields),
    urls: [fields.url, addressIn(fields.howpublished)].filter((url) => url !== undefined),
    keywords: fields.keywords ?? [],
    abstract: abstract && restore(abstract),
    notes: [fields.note].filter((note) => note !== undefined),
    line,
  };
}

function dateOf({ date, year, month }: Entry['fields']): number[] {
  const digits = (date ?? [year, month].filter(Boolean).join('-')).match(/\d+/g) ?? [];
  return digits.map(Number).slice(0, 3);
}

/** `eprint` belongs to arXiv unless the entry names another archive. */
function arxivOf({ archiveprefix, eprinttype, eprint }: Entry['fields']): string | undefined {
  return /arxiv/i.test(archiveprefix ?? eprinttype ?? 'arxiv') ? eprint : undefined;
}

function addressIn(html: string | undefined): string | undefined {
  return html?.match(/https?:\/\/[^\s"<>]+/)?.[0];
}

/** What stands between two dollar signs of one field; two prices in two fields have none between them. */
function isFormula(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/(?<!\\)[{}]/g)) if ((depth += brace === '{' ? 1 : -1) < 0) return false;
  return depth === 0 && !/["}]\s*,\s*\w+\s*=|\n\s*\n/.test(text);
}

const FORMULA = /(?<!\\)\$(?:[^$\\]|\\[\s\S])+\$/g;

/** The parser’s own reading of formulas is HTML: they are taken out before it reads, and put back as they were written. */
function setFormulasAside(source: string): { text: string; restore: (text: string) => string } {
  const formulas: string[] = [];
  const marked = source.replace(FORMULA, (formula) => {
    if (!isFormula(formula)) return formula;
    formulas.push(formula.replace(/\s+/g, ' '));
    return `${formula.replace(/[^\n]/g, '')}\uE000${formulas.length - 1}\uE001`;
  });
  // A dollar sign that is left is money; it would begin a formula for the parser, and in a note too.
  const text = marked.replace(/(?<!\\)\$/g, '\\$');
  const restore = (read: string) =>
    read.replaceAll('$', '\\$').replace(/\uE000(\d+)\uE001/g, (mark, index: string) => formulas[Number(index)] ?? mark);
  return { text, restore };
}

/** Entries come in the order of the file, mostly: each is looked for behind the one before it, then from the start. */
function createLineFinder(text: string): (needle: string) => number {
  const starts = [...text.matchAll(/\n/g)].map(({ index }) => index);
  let offset = 0;
  return (needle) => {
    const ahead = text.indexOf(needle.trim(), offset);
    const at = ahead >= 0 ? ahead : text.indexOf(needle.trim());
    if (ahead >= 0) offset = ahead + 1;
    return at < 0 ? 1 : lineAt(starts, at);
  };
}

/** The line of an offset, by halving. */
function lineAt(breaks: readonly number[], offset: number): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
