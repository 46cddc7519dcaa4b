import type { Parent, PhrasingContent, Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseRichText, richTextToText, type RichTextNode } from '../core/text/rich-text.ts';

const MAY_HOLD_LATEX = /\\[A-Za-z'"^~=.`]|``|''|--/;

/** Understands the text-mode LaTeX that abstracts carry, such as `\textbf{3D}` and `(\alpha)-DPO`. */
export function remarkTextLatex() {
  return (tree: Root): void => {
    visit(tree, 'text', (node: Text, index, parent: Parent | undefined) => {
      if (!parent || index === undefined || !MAY_HOLD_LATEX.test(node.value)) return undefined;
      const nodes = parseRichText(node.value).map((part) => toPhrasing(part, node));
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

function toPhrasing(node: RichTextNode, { position }: Text): PhrasingContent {
  if (node.type === 'text') return { type: 'text', value: node.value, position };
  if (node.type === 'math') return { type: 'inlineMath', value: node.value, position, data: inlineMathData(node.value) };
  if (node.type === 'code') return { type: 'inlineCode', value: richTextToText(node.children), position };
  return { type: node.type, children: node.children.map((child) => toPhrasing(child, { type: 'text', value: '', position })), position };
}

/** What remark-rehype needs to know of a formula that remark-math did not read itself. */
function inlineMathData(value: string) {
  return {
    hName: 'code' as const,
    hProperties: { className: ['language-math', 'math-inline'] as ['language-math', 'math-inline'] },
    hChildren: [{ type: 'text' as const, value }],
  };
}
