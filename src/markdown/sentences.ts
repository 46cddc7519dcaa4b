import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { OBJECT, splitSentences } from '../core/text/sentences.ts';
import { isDefinition } from './sections.ts';

/** The sentences of a paragraph; formulas, links and emphasis stay whole. */
export function paragraphSentences(paragraph: Paragraph): Paragraph[] {
  const flat = paragraph.children.map((child) => (child.type === 'text' ? child.value : OBJECT)).join('');
  const sentences: Paragraph[] = [];
  const rest = [...paragraph.children];
  for (const sentence of splitSentences(flat))
    sentences.push({ type: 'paragraph', children: trim(take(rest, sentence.length)), position: paragraph.position });
  return sentences;
}

/** A text in blocks: each paragraph as its sentences, any other block as one unit. */
export function blockSentences(children: readonly RootContent[]): RootContent[][] {
  return children
    .filter((child) => !isDefinition(child))
    .map((child) => (child.type === 'paragraph' ? paragraphSentences(child) : [child]));
}

/** Removes and returns the first `length` characters of a paragraph; anything but text counts as one. */
function take(rest: PhrasingContent[], length: number): PhrasingContent[] {
  const taken: PhrasingContent[] = [];
  let missing = length;
  while (missing > 0 && rest.length > 0) {
    const node = rest.shift()!;
    if (node.type !== 'text' || node.value.length <= missing) {
      taken.push(node);
      missing -= node.type === 'text' ? node.value.length : 1;
    } else {
      taken.push({ ...node, value: node.value.slice(0, missing) });
      rest.unshift({ ...node, value: node.value.slice(missing) });
      missing = 0;
    }
  }
  return taken;
}

function trim(children: PhrasingContent[]): PhrasingContent[] {
  return children.map((child, index) => {
    if (child.type !== 'text') return child;
    const start = index === 0 ? child.value.trimStart() : child.value;
    return { ...child, value: index === children.length - 1 ? start.trimEnd() : start };
  });
}
