import { texAccents, texSymbol } from './tex-symbols.ts';

/** A piece of a rich text. Formulas keep their LaTeX, without the dollar signs. */
export type RichTextNode =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: 'math'; readonly value: string }
  | { readonly type: 'strong' | 'emphasis' | 'code'; readonly children: readonly RichTextNode[] };

/** A text with formulas and emphasis, parsed once and rendered as plain text, HTML or LaTeX. */
export type RichText = readonly RichTextNode[];

const STYLES = {
  textbf: 'strong',
  bf: 'strong',
  textit: 'emphasis',
  emph: 'emphasis',
  textsl: 'emphasis',
  texttt: 'code',
  it: 'emphasis',
  em: 'emphasis',
  tt: 'code',
} as const;
const TRANSPARENT = new Set(['text', 'textrm', 'textsf', 'textsc', 'mbox', 'textnormal', 'mathrm', 'url']);

const TOKEN = new RegExp(
  [
    String.raw`\$(?<math>(?:\\.|[^$\\])+)\$`,
    String.raw`\(\\(?<wrapped>[A-Za-z]+)\)`,
    String.raw`\\(?<accent>['\x60^"~=.]|[uvHckr](?=\{))(?:\{(?<braced>\p{L}|\\[ij])\}|(?<letter>\p{L}|\\[ij](?![A-Za-z])))`,
    String.raw`\\(?<styled>[A-Za-z]+)\s*\{`,
    String.raw`\{\\(?<group>[a-z]{2})\s+`,
    String.raw`\\(?<symbol>[A-Za-z]+)(?:\{\}|\s(?=[A-Za-z]))?`,
    String.raw`\\(?<escaped>[%&#_$\{\}])`,
    String.raw`(?<quote>\x60\x60|''|---|--)`,
  ].join('|'),
  'gu',
);
const QUOTES: Readonly<Record<string, string>> = { '``': '“', "''": '”', '---': '—', '--': '–' };

/**
 * Reads the text-mode LaTeX that titles and abstracts carry: `$…$`, `\textbf{…}`, `{\bf …}`, `\emph{…}`, `(\alpha)`,
 * ``` ``quotes'' ```, `\%`, accents. A command that it does not know stays as it is written.
 */
export function parseRichText(source: string): RichText {
  return mergeText(parse(source));
}

function parse(source: string): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  const token = new RegExp(TOKEN);
  let position = 0;
  for (let match = token.exec(source); match; match = token.exec(source)) {
    const read = readToken(match, source);
    if (!read) continue;
    nodes.push({ type: 'text', value: source.slice(position, match.index) }, ...read.nodes);
    position = token.lastIndex = read.end;
  }
  nodes.push({ type: 'text', value: source.slice(position) });
  return nodes;
}

interface Reading {
  readonly nodes: readonly RichTextNode[];
  readonly end: number;
}

function readToken(match: RegExpExecArray, source: string): Reading | undefined {
  const { math, wrapped, styled, group, accent, braced, letter, symbol, escaped, quote } = match.groups ?? {};
  const end = match.index + match[0].length;
  const text = (value: string | undefined) => (value === undefined ? undefined : { nodes: [{ type: 'text' as const, value }], end });
  if (math !== undefined) return { nodes: [mathOrSymbol(math)], end };
  if (wrapped !== undefined) return text(texSymbol(wrapped));
  if (accent !== undefined) return text(accented(accent, (braced ?? letter)!));
  if (styled !== undefined || group !== undefined) return readStyled((styled ?? group)!, source, end);
  if (symbol !== undefined) return text(texSymbol(symbol));
  return text(escaped ?? QUOTES[quote!]);
}

function accented(accent: string, letter: string): string {
  return (letter.replace('\\', '') + texAccents[accent]!).normalize('NFC');
}

function readStyled(command: string, source: string, start: number): Reading | undefined {
  const close = closingBrace(source, start);
  if (close === undefined) return undefined;
  const children = mergeText(parse(source.slice(start, close)));
  const symbol = close === start ? texSymbol(command) : undefined;
  if (symbol) return { nodes: [{ type: 'text', value: symbol }], end: close + 1 };
  if (TRANSPARENT.has(command)) return { nodes: children, end: close + 1 };
  const type = Object.hasOwn(STYLES, command) ? STYLES[command as keyof typeof STYLES] : undefined;
  return type && { nodes: [{ type, children }], end: close + 1 };
}

function closingBrace(source: string, start: number): number | undefined {
  let depth = 1;
  for (let index = start; index < source.length; index++) {
    if (source[index] === '\\') index++;
    else if (source[index] === '{') depth++;
    else if (source[index] === '}' && --depth === 0) return index;
  }
  return undefined;
}

function mathOrSymbol(latex: string): RichTextNode {
  const symbol = /^\\([A-Za-z]+)$/.exec(latex.trim())?.[1];
  const value = symbol && texSymbol(symbol);
  return value ? { type: 'text', value } : { type: 'math', value: latex };
}

function mergeText(nodes: readonly RichTextNode[]): RichTextNode[] {
  const merged: RichTextNode[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') merged[merged.length - 1] = { type: 'text', value: last.value + node.value };
    else if (node.type !== 'text' || node.value !== '') merged.push(node);
  }
  return merged.filter((node) => node.type !== 'text' || node.value !== '');
}

/** A rich text without its markup; formulas are read out as far as plain characters can. */
export function richTextToText(text: RichText): string {
  return text.map(nodeToText).join('');
}

function nodeToText(node: RichTextNode): string {
  if (node.type === 'text') return node.value;
  return node.type === 'math' ? mathToText(node.value) : richTextToText(node.children);
}

/**
 * A formula as plain characters: `\pi_{\mathrm{ref}}` becomes `π_ref`.
 * Good for search, page titles and feeds; not for reading long formulas.
 */
export function mathToText(latex: string): string {
  return latex
    .replace(/\\(?:mathrm|mathcal|mathbb|mathbf|text|operatorname\*?|left|right|boldsymbol|mathit)\b/g, '')
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => texSymbol(name) ?? ` ${name} `)
    .replace(/\\[,;:! ]/g, ' ')
    .replace(/[{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text in which the characters that HTML gives a meaning are escaped. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}

const TAGS = { strong: 'strong', emphasis: 'em', code: 'code' } as const;

/**
 * A rich text as HTML that is safe to print.
 * @param renderMath Gives a formula's HTML. Default: its plain characters in `<i>`.
 */
export function richTextToHtml(text: RichText, renderMath = plainMath): string {
  return text.map((node) => nodeToHtml(node, renderMath)).join('');
}

function nodeToHtml(node: RichTextNode, renderMath: (latex: string) => string): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type === 'math') return renderMath(node.value);
  const tag = TAGS[node.type];
  return `<${tag}>${richTextToHtml(node.children, renderMath)}</${tag}>`;
}

function plainMath(latex: string): string {
  return `<i translate="no">${escapeHtml(mathToText(latex))}</i>`;
}
