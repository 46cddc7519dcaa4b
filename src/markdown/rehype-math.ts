import type { Element, Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { renderMath } from './katex.ts';
import { report } from './message.ts';

/**
 * Renders formulas as rehype-katex does, which a test holds it to, but each formula once and as finished HTML:
 * turning KaTeX’s output into a tree and back costs more than KaTeX.
 */
export function rehypeMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent: Parents | undefined) => {
      const display = isDisplay(element);
      const code = display ? firstElement(element) : element;
      if (!parent || index === undefined || !code || !isMath(code)) return undefined;
      const latex = toString(code);
      const result = renderMath(latex, display);
      if ('error' in result) reportBroken(file, code.position ? code : element, { latex, error: result.error });
      const rendered = 'html' in result ? formula(result.html, display) : brokenFormula(latex);
      parent.children[index] = display ? rendered : withPunctuation(rendered, latex, parent.children[index + 1]);
      return [SKIP, index + 1];
    });
  };
}

/** Browsers break lines between a formula and the full stop after it; a longer formula must be free to break inside. */
const UNBROKEN_LENGTH = 32;
const CLOSING = /^[.,;:!?%)\]}”’。，；：！？、）》]+/u;

/** A formula with the punctuation that follows it, which is taken from the text after it. */
function withPunctuation(rendered: Element, latex: string, next: RootContent | undefined): Element {
  const closing = next?.type === 'text' && latex.length <= UNBROKEN_LENGTH ? CLOSING.exec(next.value)?.[0] : undefined;
  if (next?.type !== 'text' || closing === undefined) return rendered;
  next.value = next.value.slice(closing.length);
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [rendered, { type: 'text', value: closing }],
  };
}

function isDisplay(element: Element): boolean {
  const child = element.tagName === 'pre' ? firstElement(element) : undefined;
  return child !== undefined && isMath(child);
}

function isMath({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('language-math');
}

function firstElement({ children }: Element): Element | undefined {
  return children.find((child) => child.type === 'element');
}

function formula(html: string, display: boolean): Element {
  const raw = { type: 'raw' as const, value: html };
  const tagName = display ? 'div' : 'span';
  return { type: 'element', tagName, properties: { className: [display ? 'formula' : 'math'], translate: 'no' }, children: [raw] };
}

function brokenFormula(latex: string): Element {
  return { type: 'element', tagName: 'code', properties: { className: ['broken-math'] }, children: [{ type: 'text', value: latex }] };
}

function reportBroken(file: VFile, node: Element, { latex, error }: { latex: string; error: string }): void {
  report(file, node, {
    rule: 'note/broken-math',
    message: `The formula cannot be read: ${error}`,
    hint: `Mend “${latex.trim().slice(0, 60)}”, or write \\$ where a dollar sign is meant.`,
  });
}
