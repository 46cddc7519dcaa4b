import type { Paragraph, Parent, Root } from 'mdast';
import type { InlineMath, Math } from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Makes a paragraph that is one `$$…$$` a display formula, as authors mean it; remark-math reads it as an inline one. */
export function remarkDisplayMath() {
  return (tree: Root, file: VFile): void => {
    const source = String(file);
    visit(tree, 'paragraph', (node: Paragraph, index, parent: Parent | undefined) => {
      const formula = onlyFormula(node);
      const start = formula?.position?.start.offset;
      if (!formula || !parent || index === undefined || start === undefined || !source.startsWith('$$', start)) return;
      parent.children[index] = displayMath(formula);
    });
  };
}

function onlyFormula({ children }: Paragraph): InlineMath | undefined {
  const [first, ...rest] = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return first?.type === 'inlineMath' && rest.length === 0 ? first : undefined;
}

function displayMath({ value, position }: InlineMath): Math {
  const code = {
    type: 'element' as const,
    tagName: 'code' as const,
    properties: { className: ['language-math', 'math-display'] as ['language-math', 'math-display'] },
    children: [{ type: 'text' as const, value }],
  };
  return { type: 'math', value, position, data: { hName: 'pre', hChildren: [code] } };
}
