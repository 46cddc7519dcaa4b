import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

const HAN = String.raw`\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF`;
/** Marks that both scripts use; a break beside one is joined only if the other side is Chinese. */
const WIDE = `${HAN}“”‘’…—`;
const BREAK = new RegExp(`(?<=[${HAN}])\\n(?=[${WIDE}])|(?<=[${WIDE}])\\n(?=[${HAN}])`, 'gu');

/** Joins lines that break between two Chinese characters, where a browser would print a space. */
export function remarkCjkBreaks() {
  return (tree: Root): void => {
    visit(tree, 'text', (node, index, parent: Parents | undefined) => {
      if (!node.value.includes('\n')) return;
      const before = edge(parent?.children[index! - 1], -1);
      const after = edge(parent?.children[index! + 1], 0);
      const joined = `${before}${node.value}${after}`.replace(BREAK, '');
      node.value = joined.slice(before.length, joined.length - after.length);
    });
  };
}

/** The first or the last character of what stands beside a text, such as words in bold. */
function edge(node: Nodes | undefined, at: 0 | -1): string {
  return node && node.type !== 'inlineMath' ? ([...toString(node)].at(at) ?? '') : '';
}
