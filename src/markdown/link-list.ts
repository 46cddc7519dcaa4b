import type { Image, Link, List, ListItem as MarkdownItem, PhrasingContent, Root, RootContent, Table, TableCell, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { FoundCollection, FoundPaper, PaperLinks, Unread } from '../core/import/found-paper.ts';
import { isVenue, paperFromItem, type ItemText } from '../core/import/list-item.ts';
import { titleFromMarkdown } from '../core/import/markdown-title.ts';
import { latexFromHtml } from '../core/import/reference.ts';
import { identifyLink, placeLinks } from '../core/import/web-address.ts';
import { detectLocale } from '../core/site/locale.ts';
import { readCell, tableColumns } from './link-table.ts';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Publishers’ sites, whose pages are papers although their addresses hold no id that notes keep. */
const PUBLISHERS =
  /^https?:\/\/(?:[\w-]+\.)*(?:aclanthology\.org|neurips\.cc|nips\.cc|mlr\.press|jmlr\.org|ieee\.org|acm\.org|springer\.com|nature\.com|science\.org|sciencedirect\.com|thecvf\.com|ecva\.net|aaai\.org|ijcai\.org|semanticscholar\.org|biorxiv\.org|medrxiv\.org|ssrn\.com|isca-archive\.org|wiley\.com|plos\.org|cell\.com|pnas\.org|mdpi\.com)\//;

/** Words that are put on a link and are no title. */
const LABEL =
  /^[[(【]?(?:paper|pdf|arxiv(?:\s*\d{4})?|abs|link|url|html|openreview|code|github|project|project page|page|website|homepage|blog|data|dataset|demo|video|slides|poster|bibtex|论文|代码|链接|项目|数据)[\])】]?$/i;

/** Headings that say when, and not what: `2024`, `2020 and before`, `2018-2020`. */
const YEARS = /^(?:19|20)\d{2}(?:\s*(?:年|[-–—~]\s*(?:(?:19|20)\d{2})?|and (?:before|earlier|after|later)))?$/i;

/** Headings that name no subject. */
const STRUCTURE =
  /^(?:table of contents?|contents?|toc|papers?|paper list|reading list|list|introduction|overview|about|resources|contributing|license|acknowledge?ments?|citation|star history|目录|论文列表|论文|简介|贡献)$/i;

/** A heading as a keyword: without its number; headings that name no subject, and years, are none. */
function subjectOf(heading: string): string | undefined {
  const subject = heading.replace(/^(?:\d+(?:\.\d+)+[.)]?|\d+[.、)])\s*/, '').trim();
  return subject === '' || STRUCTURE.test(subject) || YEARS.test(subject) ? undefined : subject;
}

interface Context {
  readonly source: string;
  readonly papers: FoundPaper[];
  readonly unread: Unread[];
  groups: readonly string[];
}

/**
 * Reads a list of links to papers (an “awesome list”): `- [title](url) - authors, venue`, with badges before the title,
 * details in nested lists, or tables. Headings become keywords. Links that lead to no paper are told.
 */
export function readLinkList(source: string): FoundCollection {
  const text = source.replace(/^\uFEFF/, '');
  const tree: Root = reader.parse(text);
  const context: Context = { source: text, papers: [], unread: [], groups: [] };
  const path: string[] = [];
  let title: string | undefined;
  for (const node of tree.children) {
    if (node.type === 'heading') {
      const words = toString(node)
        .replace(/^\W+(?=\p{L})/u, '')
        .trim();
      path.length = node.depth - 1;
      path[node.depth - 1] = words;
      if (node.depth === 1) title ??= words;
      context.groups = path.slice(1).flatMap((group) => subjectOf(group ?? '') ?? []);
    } else readBlock(node, context);
  }
  return {
    title: title ? { text: title, locale: detectLocale(title) } : undefined,
    papers: context.papers,
    unread: context.unread,
    templates: [],
  };
}

function readBlock(node: RootContent, context: Context): void {
  if (node.type === 'list') for (const item of node.children) readItem(item, context);
  else if (node.type === 'table') readTable(node, context);
  else if (node.type === 'blockquote') for (const child of node.children) readBlock(child, context);
}

function readItem(item: MarkdownItem, context: Context): void {
  const own = paragraphsOf(item);
  const nested = item.children.filter((child): child is List => child.type === 'list');
  const inner = nested.flatMap((list) => list.children);
  const line = item.position?.start.line ?? 1;
  const links = linksIn(own);
  const isPaper =
    links.some(({ url }) => isPaperAddress(url)) ||
    (titleOf(own) !== undefined && inner.some((child) => leadsToPaper(child)) && !inner.some(hasTitleLink));
  if (isPaper) return addPaper({ own, inner, line }, context);
  if (inner.length > 0) {
    const group = toString({ type: 'paragraph', children: own }).trim();
    const outer = context.groups;
    if (links.length === 0 && group !== '' && group.length < 60) context.groups = [...outer, group.replace(/[:：]$/, '')];
    for (const child of inner) readItem(child, context);
    context.groups = outer;
  } else if (links.some(({ url }) => /^https?:/.test(url))) {
    context.unread.push({
      line,
      reason: `“${shorten(toString({ type: 'paragraph', children: own }))}” links to no paper that is known by its address.`,
    });
  }
}

function addPaper({ own, inner, line }: { own: PhrasingContent[]; inner: MarkdownItem[]; line: number }, context: Context): void {
  const title = titleOf(own);
  if (!title) {
    context.unread.push({ line, reason: 'The item links to a paper but gives no title.' });
    return;
  }
  const { links, otherLinks } = sortLinks([...linksIn(own), ...linksIn(inner.flatMap(paragraphsOf))], title);
  const nested = inner.flatMap((item) => textBeside(paragraphsOf(item), context.source, title.node).split('\n'));
  const texts = [...wordsAround(title, own, context.source), ...nested.map((text) => ({ whole: text, pieces: [text] }))];
  context.papers.push(paperFromItem({ title: title.text, links, otherLinks, texts, line, groups: context.groups }));
}

function paragraphsOf(item: MarkdownItem): PhrasingContent[] {
  return item.children.flatMap((child) => (child.type === 'paragraph' ? child.children : []));
}

function readTable(table: Table, context: Context): void {
  const [head, ...rows] = table.children as [TableRow, ...TableRow[]];
  const columns = tableColumns(head);
  for (const row of rows) {
    const links = linksIn(row.children.flatMap((cell) => cell.children));
    const line = row.position?.start.line ?? 1;
    const cell = titleCell(row, columns);
    const title = cell && titleOf(cell.children);
    if (!title || !links.some(({ url }) => isPaperAddress(url))) {
      if (links.length > 0)
        context.unread.push({
          line,
          reason: `“${shorten(toString(row))}” has no title, or no link to a paper that is known by its address.`,
        });
      continue;
    }
    const others = row.children.flatMap((other, index) =>
      other === cell ? [] : readCell(columns[index], textBeside(other.children, context.source, title.node)),
    );
    const texts = [...wordsAround(title, cell.children, context.source), ...others.map((text) => ({ whole: text, pieces: [text] }))];
    context.papers.push(paperFromItem({ ...sortLinks(links, title), title: title.text, texts, line, groups: context.groups }));
  }
}

/** The cell that holds the title: that of the column so called, else the first whose link leads to a paper and is called by its title. */
function titleCell(row: TableRow, columns: ReturnType<typeof tableColumns>): TableCell | undefined {
  const named = columns.indexOf('title');
  if (named >= 0) return row.children[named];
  return row.children.find((cell) => linksIn(cell.children).some((link) => isPaperAddress(link.url) && isTitle(toString(link))));
}

interface Title {
  readonly text: string;
  readonly node: PhrasingContent;
  /** What stands in the same text behind the title. */
  readonly rest: string;
}

/** The words of a link to the paper that are no mere label, else emphasized words, else those of another link, else the text before the first dash. */
function titleOf(nodes: readonly PhrasingContent[]): Title | undefined {
  const linked = nodes.filter((node) => linksIn([node]).length > 0 && isTitle(toString(node, { includeImageAlt: false })));
  const toPaper = linked.find((node) => linksIn([node]).some(({ url }) => isPaperAddress(url)));
  const styled = nodes.find(
    (node) => (node.type === 'strong' || node.type === 'emphasis') && isTitle(toString(node)) && !isRemark(toString(node)),
  );
  const node = toPaper ?? styled ?? linked[0];
  if (node) return { text: latexFromHtml(titleFromMarkdown(markdownOf(node)).title).replace(/(?<!\.|\b\p{Lu})\.$/u, ''), node, rest: '' };
  const text = nodes.find((child) => child.type === 'text' && isTitle(child.value));
  if (text?.type !== 'text') return undefined;
  const [first = '', ...rest] = text.value.replace(/^[\s:–—-]+/, '').split(/\s+[-–—|]\s+|\n/);
  return isTitle(first)
    ? { text: titleFromMarkdown(first.replace(/[\s.,;:([]+$/, '')).title, node: text, rest: rest.join(' - ') }
    : undefined;
}

/** Emphasized words that stand beside a title: `**[ICLR 2024]**`. */
function isRemark(words: string): boolean {
  return /^[[(【].*[\])】]$/.test(words.trim()) || isVenue(words.trim());
}

function isTitle(words: string): boolean {
  const text = words.trim().replace(/^["“]|["”.]$/g, '');
  return text.length > 3 && /\p{L}/u.test(text) && !LABEL.test(text);
}

/** Words with their emphasis, as Markdown, without the link around them. */
function markdownOf(node: PhrasingContent): string {
  if (node.type === 'inlineCode') return `\`${node.value}\``;
  if (node.type === 'text') return node.value;
  if (node.type === 'image') return '';
  const inner = 'children' in node ? node.children.map(markdownOf).join('') : toString(node);
  return node.type === 'link' || node.type === 'strong' ? inner : node.type === 'emphasis' ? `*${inner}*` : inner;
}

function linksIn(nodes: readonly PhrasingContent[]): Link[] {
  const links: Link[] = [];
  visit({ type: 'paragraph', children: [...nodes] }, 'link', (link: Link) => {
    links.push(link);
  });
  return links;
}

function sortLinks(all: readonly Link[], title: Title): { links: PaperLinks; otherLinks: string[] } {
  const titleLinks = linksIn([title.node]);
  const isOwn = (link: Link) => titleLinks.includes(link) || !isMention(link, title.node);
  const labelled = all.filter(isOwn).map((link) => ({ url: link.url, label: toString(link), isTitle: titleLinks.includes(link) }));
  const { links: known, unplaced } = placeLinks(labelled.filter(({ url }) => url !== ''));
  const outward = unplaced.filter(({ url }) => /^https?:/.test(url));
  return {
    links: known,
    otherLinks: outward.map(({ url, label, isTitle }) => (isTitle || label === '' ? `- <${url}>` : `- [${label}](${url})`)),
  };
}

/** Whether a link beside a title that leads to its paper speaks of another one: it leads to a paper and is called by name. */
function isMention(link: Link, title: PhrasingContent): boolean {
  const isTitled = linksIn([title]).some(({ url }) => isPaperAddress(url));
  return isTitled && isPaperAddress(link.url) && isTitle(toString(link, { includeImageAlt: false }));
}

function isPaperAddress(url: string): boolean {
  const { arxiv, openreview, doi, pdf } = identifyLink({ url, label: '' }) ?? {};
  return (arxiv ?? openreview ?? doi ?? pdf) !== undefined || PUBLISHERS.test(url);
}

function leadsToPaper(item: MarkdownItem): boolean {
  return item.children.some((child) => child.type === 'paragraph' && linksIn(child.children).some(({ url }) => isPaperAddress(url)));
}

function hasTitleLink(item: MarkdownItem): boolean {
  return item.children.some(
    (child) => child.type === 'paragraph' && linksIn(child.children).some((link) => isPaperAddress(link.url) && isTitle(toString(link))),
  );
}

/** What stands beside links and pictures, as Markdown; links to other papers are part of it. */
function textBeside(nodes: readonly PhrasingContent[], source: string, title: PhrasingContent): string {
  return nodes
    .map((node) => {
      if (node.type === 'break' || (node.type === 'html' && /^<br\b/i.test(node.value))) return '\n';
      if (isBesideText(node) && !(node.type === 'link' && isMention(node, title))) return ' ';
      return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    })
    .join('')
    .replace(/&nbsp;?|[[(【]\s*[\])】]/g, ' ')
    .trim();
}

function isBesideText({ type }: PhrasingContent): boolean {
  return ['link', 'image', 'html', 'linkReference', 'imageReference'].includes(type);
}

/** The words before and behind a title. Those that are set in italics stand by themselves, for lists set names so. */
function wordsAround(title: Title, nodes: readonly PhrasingContent[], source: string): ItemText[] {
  const at = nodes.indexOf(title.node);
  const runs = [nodes.slice(0, at), ...splitAtEmphasis(nodes.slice(at + 1))].map((run) => textBeside(run, source, title.node));
  const whole = [...badgeVenues(nodes), ...(title.rest ? [title.rest] : []), ...runs].flatMap((text) => text.split('\n'));
  return whole.map((text) => ({ whole: text, pieces: splitPieces(text) }));
}

function splitAtEmphasis(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const runs: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'emphasis') runs.push([node], []);
    else runs.at(-1)!.push(node);
  }
  return runs;
}

/** Venues that stand in the words of badges, such as `…/badge/Conference-ICLR'25-blue`. */
function badgeVenues(nodes: readonly PhrasingContent[]): string[] {
  const urls: string[] = [];
  visit({ type: 'paragraph', children: [...nodes] }, 'image', ({ url }: Image) => void urls.push(url));
  return urls.flatMap((url) => {
    const words = /\/badge\/(?:.*-)?([^-/]+)-[^-/]+$/.exec(url.replace(/[?#].*/, ''))?.[1];
    const venue = words && safelyDecoded(words).replaceAll('_', ' ').trim();
    return venue && isVenue(venue) ? [venue] : [];
  });
}

function safelyDecoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    return words;
  }
}

/** Cuts at dashes, bars and brackets, and behind sentences; an initial such as the “J.” of a name ends none. */
function splitPieces(text: string): string[] {
  return text.split(/\s+[-–—|·•]\s+|(?:^|\s)\((?=[^)]*\d{4}\)?)|(?<!\b\p{Lu})[.。]\s+(?=[\p{Lu}*_])/u);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
