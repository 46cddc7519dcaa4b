import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Gives links that leave the site a `rel` that tells the other side nothing; links taken off become plain words. */
export function rehypeOutwardLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'a') return;
      const href = typeof element.properties.href === 'string' ? element.properties.href : '';
      if (href === '') {
        element.tagName = 'span';
        delete element.properties.href;
      } else if (/^(?:https?:|\/\/)/i.test(href)) element.properties.rel = ['noopener', 'noreferrer'];
    });
  };
}
