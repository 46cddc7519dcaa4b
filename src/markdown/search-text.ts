import type { Nodes, Root } from 'mdast';
import { VFile } from 'vfile';
import { mathToText } from '../core/text/rich-text.ts';
import type { NoteBody } from './note-document.ts';
import { parseMarkdown } from './pipeline.ts';

/** A formula no longer than this reads as words, such as “β” or “K = 16”; a longer one would only be noise. */
const SHORT_FORMULA = 12;

/** A note's body as plain passages for the search index: one for each paragraph, heading, list item and table cell. */
export function searchPassages({ file, body }: NoteBody): string[] {
  const tree = parseMarkdown(new VFile({ value: body, path: file }));
  return tree.children.filter((node) => node.type !== 'heading' || node.depth > 2).flatMap(passagesOf);
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
