import type { Definition, Link } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { NoteBody } from './note-document.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();

/** A link as its author wrote it, and where it stands in the note’s file. */
export interface NoteLink {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** The links of a note’s body, those that are defined apart among them, in their order. */
export function linksOf({ body, bodyLine }: Pick<NoteBody, 'body' | 'bodyLine'>): NoteLink[] {
  const links: NoteLink[] = [];
  visit(reader.parse(body), ['link', 'definition'], (node) => {
    const { url, position } = node as Link | Definition;
    links.push({ url, line: (position?.start.line ?? 1) + bodyLine, column: position?.start.column ?? 1 });
  });
  return links;
}
