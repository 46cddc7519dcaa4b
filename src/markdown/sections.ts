import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readHeading, type SectionHeading } from '../core/note/headings.ts';
import { detectLocale } from '../core/site/locale.ts';

/** A part of a note: a level-2 heading and what stands below it, or what stands before the first one. */
export interface Section extends SectionHeading {
  /** The heading, or undefined for the part before the first one. */
  readonly heading: Heading | undefined;
  /** The heading's words. */
  readonly title: string;
  readonly children: readonly RootContent[];
}

/** Cuts a note into its sections, in order. Link and footnote definitions belong to all of them. */
export function splitSections(tree: Root): Section[] {
  const definitions = tree.children.filter(isDefinition);
  const sections: Section[] = [];
  let heading: Heading | undefined;
  let children: RootContent[] = [];
  const close = () => {
    if (heading || children.length > 0) sections.push(createSection(heading, children, definitions));
  };
  for (const node of tree.children) {
    if (isDefinition(node)) continue;
    if (node.type === 'heading' && node.depth <= 2) {
      close();
      [heading, children] = [node, []];
    } else children.push(node);
  }
  close();
  return sections;
}

/** Whether nothing but headings stands in a section. */
export function isEmptySection({ children }: Section): boolean {
  return children.every((node) => node.type === 'heading' || isDefinition(node));
}

function createSection(heading: Heading | undefined, children: readonly RootContent[], definitions: readonly RootContent[]): Section {
  const title = heading ? toString(heading) : '';
  return {
    ...(title ? readHeading(title) : { kind: 'other', locale: detectLocale(toString({ type: 'root', children: [...children] })) }),
    heading,
    title,
    children: [...children, ...definitions],
  };
}

/** Whether a node is found by references to it and shows nothing in its own place. */
export function isDefinition(node: RootContent): boolean {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}
