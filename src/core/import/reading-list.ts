import { readHeading } from '../note/headings.ts';
import { detectLocale } from '../site/locale.ts';
import type { FoundCollection, FoundPaper, FoundSection, PaperLinks, Unread } from './found-paper.ts';
import { readKeywords } from './keyword-lines.ts';
import { findLinks } from './list-links.ts';
import { joinLines, raiseHeadings, readLines, type MarkdownLine } from './markdown-lines.ts';
import { titleFromMarkdown } from './markdown-title.ts';
import { splitLanguages } from './split-languages.ts';
import { joinLinks, placeLinks } from './web-address.ts';

type PartKind = 'keywords' | 'links' | 'key-points' | 'abstract' | 'other';

const KEYWORDS = /^(?:关键[字词]|關鍵[字詞]|key\s?words?|tags?|标签)\s*[:：]?$/i;
const LINKS = /^(?:(?:文章|相关|论文|原文)?链接|(?:文章|相關|論文)?連結|links?|urls?|paper links?|resources?)\s*[:：]?$/i;

/** A heading below an entry's, and the lines under it. */
interface Part {
  readonly kind: PartKind;
  readonly heading: string;
  readonly lines: readonly MarkdownLine[];
}

/** A heading that may be a paper's, with the parts below it. */
interface Entry {
  readonly heading: string;
  readonly line: number;
  readonly intro: readonly MarkdownLine[];
  readonly parts: readonly Part[];
  /** The headings above it, without the document's own. */
  readonly groups: readonly string[];
}

/** Whether a Markdown text is a list of papers with a section for each: it then says at which depth their headings stand. */
export function entryDepth(lines: readonly MarkdownLine[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { heading } of lines) {
    if (heading && heading.depth > 1 && partKind(heading.text) !== 'other') counts.set(heading.depth, (counts.get(heading.depth) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most && most[0] - 1;
}

/**
 * Reads a README that gives every paper a heading, with sections for its keywords, main points, links and abstract below.
 * Numbers before titles, a Chinese title in the line below, links in HTML or Markdown and sections in any order are understood.
 * @param source The README's text.
 * @param depth At which depth the papers' headings stand, as `entryDepth` says.
 */
export function readReadingList(source: string, depth: number): FoundCollection {
  const lines = readLines(source);
  const entries = cutEntries(lines, depth);
  const papers: FoundPaper[] = [];
  const unread: Unread[] = [];
  const templates: number[] = [];
  for (const entry of entries) {
    if (entry.parts.every(({ kind }) => kind === 'other')) unread.push(noPaper(entry));
    else if (entry.heading !== '') papers.push(readEntry(entry, { unread, depth }));
    else if (isTemplate(entry)) templates.push(entry.line);
    else unread.push({ line: entry.line, reason: 'The entry has no title; write one after the hashes, and import again.' });
  }
  const first = lines.find(({ heading }) => heading && heading.depth < depth);
  const title = first?.heading?.text;
  return { title: title ? { text: title, locale: detectLocale(title) } : undefined, papers, unread, templates };
}

function cutEntries(lines: readonly MarkdownLine[], depth: number): Entry[] {
  const starts = lines.flatMap(({ heading }, index) => (heading && heading.depth <= depth ? [index] : []));
  const groups: string[] = [];
  return starts.flatMap((start, index) => {
    const { heading, number } = lines[start]!;
    // `starts` holds headings only.
    const { depth: own, text } = heading!;
    if (own < depth) {
      groups.length = Math.max(0, own - 1);
      groups[own - 1] = text;
      return [];
    }
    const inner = lines.slice(start + 1, starts[index + 1]);
    return [{ ...cutParts(inner, depth + 1), heading: text, line: number, groups: groups.slice(1).filter(Boolean) }];
  });
}

function cutParts(lines: readonly MarkdownLine[], depth: number): Pick<Entry, 'intro' | 'parts'> {
  const starts = lines.flatMap(({ heading }, index) => (heading?.depth === depth ? [index] : []));
  const parts = starts.map((start, index): Part => {
    const heading = lines[start]!.heading!.text;
    return { kind: partKind(heading), heading, lines: lines.slice(start + 1, starts[index + 1]) };
  });
  return { intro: lines.slice(0, starts[0]), parts };
}

function partKind(heading: string): PartKind {
  if (KEYWORDS.test(heading)) return 'keywords';
  return LINKS.test(heading) ? 'links' : readHeading(heading).kind;
}

function isTemplate({ intro, parts }: Entry): boolean {
  return [...intro, ...parts.flatMap(({ lines }) => lines)].every(({ text, heading }) => {
    const { links, rest } = findLinks(text);
    return heading?.text === '' || (rest === '' && links.every(({ url }) => url === ''));
  });
}

function noPaper({ heading, line }: Entry): Unread {
  return { line, reason: `“${heading}” has no section of a paper (关键字, 主要内容, 链接, 摘要 or their English names) and was left out.` };
}

interface Reading {
  readonly unread: Unread[];
  readonly depth: number;
}

function readEntry(entry: Entry, { unread, depth }: Reading): FoundPaper {
  const { title, links: ownLinks } = titleFromMarkdown(entry.heading.replace(/^(?:\d+|[一二三四五六七八九十]+)\s*[.、．)]\s*/, ''));
  const intro = readIntro(entry.intro);
  const of = (kind: PartKind) => entry.parts.filter((part) => part.kind === kind);
  const links = of('links').map((part) => readLinks(part, unread));
  const keywords = of('keywords').map((part) => ({ part, ...readKeywords(part.lines) }));
  const text = (part: Part) => joinLines(raiseHeadings(part.lines, depth - 1));
  const sections: FoundSection[] = [
    ...(intro.text ? [{ heading: '', text: intro.text }] : []),
    ...[...of('key-points'), ...of('other')].map((part) => ({ heading: part.heading, text: text(part) })),
    ...links.flatMap(({ section }) => section ?? []),
    ...of('abstract').flatMap((part) => splitLanguages(text(part))),
  ];
  const noted = keywords.find(({ hasNotes }) => hasNotes)?.part;
  const allKeywords = [...new Set([...keywords.flatMap((read) => read.keywords), ...entry.groups])];
  return {
    title,
    titleZh: intro.titleZh,
    keywords: allKeywords.length > 0 ? allKeywords : undefined,
    links: joinLinks([...links.map((read) => read.links), ownLinks]),
    abstractSource: of('abstract').some((part) => text(part) !== '') ? 'authors' : undefined,
    sections: joinSame(sections),
    keywordNotes: noted && { heading: noted.heading, text: joinLines(noted.lines) },
    line: entry.line,
  };
}

/** The Chinese title that stands below the heading, and what else stands there. */
function readIntro(lines: readonly MarkdownLine[]): { titleZh: string | undefined; text: string } {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const line = lines[first]?.text.trim() ?? '';
  const isTitle = detectLocale(line) === 'zh' && !/^[-*+>|]\s|[。！？]$/.test(line);
  const rest = isTitle ? lines.slice(first + 1) : lines;
  return { titleZh: isTitle ? titleFromMarkdown(line).title : undefined, text: joinLines(rest) };
}

/** The links whose meaning is known; a line that says more stays as it is written. */
function readLinks({ heading, lines }: Part, unread: Unread[]): { links: PaperLinks; section: FoundSection | undefined } {
  const found = lines.map((line) => ({ ...line, ...findLinks(line.text) }));
  for (const { links, number } of found) {
    const empty = links.find(({ url }) => url === '');
    if (empty) unread.push({ line: number, reason: `The link “${empty.label}” leads nowhere: its address is empty.` });
  }
  const { links, unplaced } = placeLinks(found.flatMap((line) => line.links.filter(({ url }) => url !== '')));
  const kept = found.filter((line) => line.rest !== '' || line.links.some((link) => unplaced.includes(link)));
  return { links, section: kept.length > 0 ? { heading, text: joinLines(kept) } : undefined };
}

/** Sections of one name become one, in the place of the first; empty ones go. */
function joinSame(sections: readonly FoundSection[]): FoundSection[] {
  const byHeading = Map.groupBy(sections, ({ heading }) => heading);
  return [...byHeading]
    .map(([heading, same]) => ({
      heading,
      text: same
        .map(({ text }) => text)
        .filter(Boolean)
        .join('\n\n'),
    }))
    .filter(({ text }) => text !== '');
}
