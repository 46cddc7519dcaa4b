import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { mathToText } from '../core/text/rich-text.ts';

/**
 * Puts tables into a box that scrolls when they are wider than the page, and names header cells that are nothing but
 * a formula in plain characters. It comes before the formulas are rendered.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (element, index, parent: Parents | undefined) => {
      if (element.tagName === 'th') nameFormulaHeader(element);
      if (element.tagName !== 'table' || !parent || index === undefined || isBox(parent)) return undefined;
      parent.children[index] = { type: 'element', tagName: 'div', properties: { className: ['table'] }, children: [element] };
      return [SKIP, index];
    });
  };
}

function isBox(parent: Parents): boolean {
  return parent.type === 'element' && Array.isArray(parent.properties.className) && parent.properties.className.includes('table');
}

/** A header is read out with every cell below it, so it is read as plain characters, not as a formula. */
function nameFormulaHeader(header: Element): void {
  const [only, ...others] = header.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  if (only?.type !== 'element' || only.tagName !== 'code' || others.length > 0) return;
  const name = { type: 'text' as const, value: mathToText(toString(only)) };
  header.children = [
    { type: 'element', tagName: 'span', properties: { className: ['visually-hidden'] }, children: [name] },
    { type: 'element', tagName: 'span', properties: { ariaHidden: 'true' }, children: [only] },
  ];
}
