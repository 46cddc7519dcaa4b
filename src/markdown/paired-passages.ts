import type { List, ListItem, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Bilingual, Locale } from '../core/site/locale.ts';
import type { NoteBody } from './note-document.ts';
import { parseMarkdown } from './pipeline.ts';
import { passageText } from './search-text.ts';
import { splitSections, type Section } from './sections.ts';
import { blockSentences } from './sentences.ts';

/** A passage of a note in both languages, as plain text. */
export interface PairedPassage extends Bilingual {
  /** The line of the file on which the Chinese one stands. */
  readonly line: number;
}

/**
 * The passages of a note that say the same thing in both languages: sentence by sentence in the abstracts, point by point
 * in the key points. A section whose two sides differ in number has none, for it is not known what belongs together.
 */
export function pairedPassages({ file, body, bodyLine }: NoteBody): PairedPassage[] {
  const sections = splitSections(parseMarkdown(new VFile({ value: body, path: file })));
  const find = (kind: Section['kind'], locale: Locale) =>
    sections.find((section) => section.kind === kind && section.locale === locale)?.children ?? [];
  const sides = (kind: Section['kind'], cut: (children: readonly RootContent[]) => RootContent[]) =>
    zip(cut(find(kind, 'en')), cut(find(kind, 'zh')));
  return [...sides('abstract', (children) => blockSentences(children).flat()), ...sides('key-points', points)].map(([en, zh]) => ({
    en: passageText(en),
    zh: passageText(zh),
    line: (zh.position?.start.line ?? 1) + bodyLine,
  }));
}

function points(children: readonly RootContent[]): RootContent[] {
  const lists = children.filter((child): child is List => child.type === 'list');
  const items: ListItem[] = [];
  for (const list of lists)
    visit(list, 'listItem', (item) => {
      items.push(item);
    });
  return items;
}

function zip<T>(left: readonly T[], right: readonly T[]): (readonly [T, T])[] {
  return left.length === right.length ? left.map((entry, index) => [entry, right[index]!] as const) : [];
}
