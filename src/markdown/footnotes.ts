import type { Root as HastRoot } from 'hast';
import type { Root, RootContent } from 'mdast';
import type { Options } from 'remark-rehype';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Locale } from '../core/site/locale.ts';
import { report } from './message.ts';

const WORDS = {
  en: { label: 'Footnotes', back: 'Back to reference' },
  zh: { label: '脚注', back: '返回引用处' },
} as const satisfies Record<Locale, unknown>;

/** The id that mdast-util-to-hast gives the heading of every list of footnotes. */
const LABEL_ID = 'footnote-label';

/**
 * How the footnotes of a section are written: in its language, below its own heading.
 * @param prefix Keeps the ids of a page's several lists of footnotes apart.
 */
export function footnoteOptions(prefix: string, locale: Locale): Options {
  return {
    clobberPrefix: `${prefix}-`,
    footnoteLabel: WORDS[locale].label,
    footnoteLabelTagName: 'h3',
    footnoteLabelProperties: { className: ['visually-hidden'] },
    footnoteBackLabel: (reference, use) => `${WORDS[locale].back} ${reference + 1}${use > 1 ? `-${use}` : ''}`,
  };
}

/** Gives the heading of the footnotes an id of its own, for a page holds several lists of them. */
export function rehypeFootnoteLabel(prefix: string) {
  return (tree: HastRoot): void => {
    visit(tree, 'element', ({ properties }) => {
      if (properties.id === LABEL_ID) properties.id = `${prefix}-${LABEL_ID}`;
      if (properties.ariaDescribedBy !== undefined) properties.ariaDescribedBy = [`${prefix}-${LABEL_ID}`];
    });
  };
}

/** An abstract is cut into sentences that stand in pairs, with no place for footnotes: they are left out and reported. */
export function leaveOutFootnotes(children: readonly RootContent[], file: VFile): void {
  const tree: Root = { type: 'root', children: [...children] };
  visit(tree, 'footnoteReference', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    report(file, node, {
      rule: 'note/abstract-footnote',
      message: `The footnote “${node.identifier}” stands in an abstract; the page leaves it out.`,
      hint: 'Say it in the sentence itself, or in a section of its own.',
    });
    parent.children.splice(index, 1);
    return index;
  });
}
