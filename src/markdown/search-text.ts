import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { VFile } from 'vfile';
import { readHeading, type SectionKind } from '../core/note/headings.ts';
import type { BodyPassage } from '../core/search/record.ts';
import { mathToText } from '../core/text/rich-text.ts';
import type { NoteBody } from './note-document.ts';
import { parseMarkdown } from './pipeline.ts';

/** A formula no longer than this reads as words, such as “β” or “K = 16”; a longer one would only be noise. */
const SHORT_FORMULA = 12;

/**
 * A note's body as plain passages for the search index: one for each paragraph, heading, list item and table cell, each
 * with the section in which it stands.
 */
export function searchPassages({ file, body }: NoteBody): BodyPassage[] {
  const tree = parseMarkdown(new VFile({ value: body, path: file }));
  const passages: BodyPassage[] = [];
  let part: SectionKind = 'other';
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= 2) part = readHeading(toString(node)).kind;
    else passages.push(...passagesOf(node).map((text) => ({ part, text })));
  }
  return passages;
}

function passagesOf(node: Root['children'][number] | Nodes): string[] {
  const isBlock = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
  if (isBlock) return [passageText(node).trim()].filter(Boolean);
  return 'children' in node ? node.children.flatMap(passagesOf) : [];
}

/** A node's words: short formulas as words, longer ones as an ellipsis. */
export function passageText(node: Nodes): string {
  if (node.type === 'inlineMath') return readFormula(node.value);
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(passageText).join('') : '';
}

function readFormula(latex: string): string {
  const text = mathToText(latex);
  return text.length <= SHORT_FORMULA && !/[\\|^]/.test(text) ? text : '…';
}
