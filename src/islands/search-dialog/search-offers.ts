import { fillTemplate } from '../../core/text/template.ts';
import type { Answer } from './search-engine.ts';
import { queryLink } from './query-link.ts';
import { shortened } from './search-status.ts';
import { searchWords } from './search-words.ts';

/** What a reader can do where nothing was found: take filters or conditions back, or look for the nearest terms. */
export function renderOffers(box: HTMLElement, { found, unconditional, syntax }: Answer, nearest: readonly string[]): HTMLElement[] {
  const words = searchWords(box);
  const page = box.dataset.page!;
  if (found.length > 0) return [unfilterButton(fillTemplate(words.unfilter, { count: found.length }))];
  const offers: HTMLElement[] = [];
  if (unconditional > 0) {
    const values = { query: shortened(syntax.text), count: unconditional };
    const without = queryLink(syntax.text.replace(/\s+/gu, ' '), page, fillTemplate(words.unconditional, values));
    offers.push(paragraph(without));
  }
  if (nearest.length > 0) {
    const terms = nearest.map((term) => Object.assign(queryLink(term, page), { className: 'chip' }));
    const list = paragraph(...terms);
    list.className = 'chips';
    offers.push(paragraph(words.nearest), list);
  }
  return offers;
}

function unfilterButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.dataset.part = 'unfilter';
  button.textContent = text;
  return button;
}

function paragraph(...content: readonly (string | Node)[]): HTMLParagraphElement {
  const made = document.createElement('p');
  made.append(...content);
  return made;
}
