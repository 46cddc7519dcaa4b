import type { Definition, Image, Link, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './message.ts';

const SAFE = /^(?:https?:|mailto:|#|\.{0,2}\/|[^:/?#]+(?:[/?#]|$))/i;

/**
 * Keeps links to web, mail and places of the site, takes all others (`javascript:`, `data:`) off their words,
 * and turns images into links, for a page loads nothing from other hosts.
 */
export function remarkSafeLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'image', (image, index, parent: Parent | undefined) => {
      if (parent && index !== undefined) parent.children[index] = linkInstead(image, file);
    });
    visit(tree, ['link', 'definition'], (node) => takeOffUnsafe(node as Link | Definition, file));
  };
}

function linkInstead(image: Image, file: VFile): Link {
  report(file, image, {
    rule: 'note/remote-image',
    message: `The image ${image.url.slice(0, 60)} is shown as a link.`,
    hint: 'Link to the figure’s page in the paper instead, such as [Figure 2](#page=5).',
  });
  return { type: 'link', url: image.url, children: [{ type: 'text', value: image.alt || image.url }], position: image.position };
}

function takeOffUnsafe(node: Link | Definition, file: VFile): void {
  if (SAFE.test(node.url)) return;
  report(file, node, {
    rule: 'note/unsafe-link',
    message: `The link to “${node.url.slice(0, 60)}” is taken off.`,
    hint: 'Link to an address that begins with https://.',
  });
  node.url = '';
}
