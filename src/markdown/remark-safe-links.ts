import type { Definition, Image, ImageReference, Link, LinkReference, Parent, PhrasingContent, Root } from 'mdast';
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
    visit(tree, ['image', 'imageReference'], (node, index, parent: Parent | undefined) => {
      // The test above lets nothing else through.
      if (parent && index !== undefined) parent.children[index] = linkInstead(node as Image | ImageReference, file);
    });
    visit(tree, ['link', 'definition'], (node) => takeOffUnsafe(node as Link | Definition, file));
  };
}

function linkInstead(image: Image | ImageReference, file: VFile): Link | LinkReference {
  const name = image.type === 'image' ? image.url : image.identifier;
  report(file, image, {
    rule: 'note/remote-image',
    message: `The image ${name.slice(0, 60)} is shown as a link.`,
    hint: 'Link to the figure’s page in the paper instead, such as [Figure 2](#page=5).',
  });
  const children: PhrasingContent[] = [{ type: 'text', value: image.alt || name }];
  return image.type === 'image'
    ? { type: 'link', url: image.url, children, position: image.position }
    : { ...image, type: 'linkReference', children };
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
