import type { Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './message.ts';

const COMMENTS = /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;
const BLOCKS: readonly Parent['type'][] = ['root', 'blockquote', 'listItem', 'footnoteDefinition'];

/** Shows raw HTML as the text it is, so that nothing in a note can run; comments are left out. */
export function remarkInertHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'html', (node, index, parent: Parent | undefined) => {
      if (!parent || index === undefined) return undefined;
      if (COMMENTS.test(node.value.trim())) {
        parent.children.splice(index, 1);
        return index;
      }
      report(file, node, {
        rule: 'note/raw-html',
        message: `HTML is shown as text: ${node.value.slice(0, 60)}`,
        hint: 'Write Markdown; for a link, [words](https://…).',
      });
      const text = { type: 'text', value: node.value, position: node.position } as const;
      parent.children[index] = BLOCKS.includes(parent.type) ? { type: 'paragraph', children: [text], position: node.position } : text;
      return index + 1;
    });
  };
}
