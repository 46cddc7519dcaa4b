import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Gives formulas in tables back their bars. A cell ends at a bare `|`, so authors write `$p(y \| x)$` there and mean `|`;
 * GFM takes the backslash off text and code but knows nothing of formulas, where `\|` would come out as ‖.
 */
export function remarkTableMath() {
  return (tree: Root): void => {
    visit(tree, 'tableCell', (cell) => {
      visit(cell, 'inlineMath', (node) => {
        node.value = node.value.replaceAll('\\|', '|');
        if (node.data) node.data.hChildren = [{ type: 'text', value: node.value }];
      });
    });
  };
}
