import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

const WIDE = String.raw`[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]`;
const BREAK = new RegExp(`(?<=${WIDE})\\n(?=${WIDE})`, 'gu');

/** Joins lines that break between two Chinese characters, where a browser would print a space. */
export function remarkCjkBreaks() {
  return (tree: Root): void => {
    visit(tree, 'text', (node) => {
      node.value = node.value.replace(BREAK, '');
    });
  };
}
