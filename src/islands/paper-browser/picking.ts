import type { ListState } from '../../core/catalogue/list-state.ts';
import { fillTemplate } from '../../core/text/template.ts';

/** Gives a card its checkbox, by which a reader picks its paper, unless it has one. */
function addBox(card: HTMLElement, label: string): void {
  if (card.querySelector('.pick')) return;
  const input = Object.assign(document.createElement('input'), { type: 'checkbox', name: 'pick', value: card.dataset.id! });
  input.setAttribute('aria-label', fillTemplate(label, { title: card.querySelector('h3')!.textContent.trim() }));
  const box = Object.assign(document.createElement('label'), { className: 'pick' });
  box.append(input);
  card.prepend(box);
}

/** Shows checkboxes beside the papers of a list, ticked as a state has it; they are made when they are first wanted. */
export function showBoxes(list: HTMLElement, { picked }: Pick<ListState, 'picked'>, label: string): void {
  list.dataset.picking = '';
  for (const card of list.querySelectorAll<HTMLElement>('.paper')) {
    addBox(card, label);
    card.querySelector<HTMLInputElement>('.pick input')!.checked = picked.includes(card.dataset.id!);
  }
}

/** Says how many papers are picked, and offers what can be done with them. */
export function showPicked(panel: HTMLElement, { picked, onlyPicked }: Pick<ListState, 'picked' | 'onlyPicked'>): void {
  const { hint, count } = panel.dataset;
  panel.querySelector('[data-picked]')!.textContent = picked.length === 0 ? hint! : fillTemplate(count!, { count: picked.length });
  for (const button of panel.querySelectorAll('button')) {
    button.hidden = picked.length === 0;
    if (button.dataset.part === 'only') button.ariaPressed = String(onlyPicked);
  }
}

/** The ids picked when a box was ticked or cleared. */
export function pickedAfter(picked: readonly string[], { value, checked }: HTMLInputElement): string[] {
  const others = picked.filter((id) => id !== value);
  return checked ? [...others, value] : others;
}
