import type { Link, Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { parseRichText, richTextToText, type RichTextNode } from '../core/text/rich-text.ts';

const MAY_HOLD_LATEX = /\\[A-Za-z'"^~=.`]|``|''|--/;

/** Understands the text-mode LaTeX that abstracts carry, such as `\textbf{3D}` and `(\alpha)-DPO`. */
export function remarkTextLatex() {
  return (tree: Root, file: VFile): void => {
    restoreQuotes(tree, String(file));
    visit(tree, 'text', (node: Text, index, parent: Parent | undefined) => {
      if (!parent || index === undefined || !MAY_HOLD_LATEX.test(node.value) || isBareAddress(node, parent)) return undefined;
      const nodes = readText(node.value).map((part) => toPhrasing(part, node));
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

/** Formulas have been read by now: a dollar sign that is left stands for itself. */
function readText(text: string) {
  return parseRichText(text.replaceAll('$', '\\$'));
}

function isBareAddress({ value }: Text, parent: Parent): boolean {
  // The type decides what kind of node a parent is.
  return parent.type === 'link' && (parent as Link).url.endsWith(value);
}

/** Of ``` ``one'' and ``two'' ``` Markdown makes a code span from quotation mark to quotation mark. */
function restoreQuotes(tree: Root, source: string): void {
  visit(tree, 'inlineCode', (node, index, parent: Parent | undefined) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (!parent || index === undefined || start === undefined || end === undefined) return;
    const written = source.slice(start, end);
    if (/^``[^`]*''[^`]*[\s(—-]``$/.test(written) && /\S/.test(source.charAt(end)))
      parent.children[index] = { type: 'text', value: written, position: node.position };
  });
}

function toPhrasing(node: RichTextNode, { position }: Text): PhrasingContent {
  if (node.type === 'text') return { type: 'text', value: node.value, position };
  if (node.type === 'math') return { type: 'text', value: `$${node.value}$`, position };
  if (node.type === 'code') return { type: 'inlineCode', value: richTextToText(node.children), position };
  return { type: node.type, children: node.children.map((child) => toPhrasing(child, { type: 'text', value: '', position })), position };
}
