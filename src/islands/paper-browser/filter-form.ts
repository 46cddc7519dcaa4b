import { facets, type FacetCounts, type Facet, type Selection } from '../../core/catalogue/facets.ts';
import type { ListState } from '../../core/catalogue/list-state.ts';
import { fillTemplate } from '../../core/text/template.ts';

/** A checkbox of the form: a facet and one of its values. */
export interface ChosenValue {
  readonly facet: Facet;
  readonly value: string;
}

/** The facet and the value that a checkbox stands for, or undefined for any other control. */
export function readCheckbox(input: EventTarget | null): ChosenValue | undefined {
  if (!(input instanceof HTMLInputElement) || input.type !== 'checkbox') return undefined;
  const facet = facets.find((name) => name === input.name);
  return facet && { facet, value: input.value };
}

/** Ticks the form's boxes as a selection has it. */
export function showSelection(form: HTMLFormElement, selection: Selection): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')) {
    const box = readCheckbox(input);
    if (box) input.checked = selection[box.facet].includes(box.value);
  }
}

/** Ticks the form's boxes and chooses its order and density as a state has it. */
export function showState(form: HTMLFormElement, { selection, sort, density }: ListState): void {
  showSelection(form, selection);
  for (const input of form.querySelectorAll<HTMLInputElement>('input[name=view]')) input.checked = input.value === density;
  form.querySelector<HTMLSelectElement>('select[name=sort]')!.value = sort;
}

/** Writes the counts beside the options and puts away those that would leave nothing. */
export function showCounts(form: HTMLFormElement, counts: FacetCounts): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-option] input')) {
    const box = readCheckbox(input);
    if (!box) continue;
    const count = counts[box.facet].get(box.value) ?? 0;
    const option = input.closest<HTMLElement>('[data-option]')!;
    const number = option.querySelector('[data-count]');
    if (number) number.textContent = String(count);
    const isBar = box.facet === 'quarter';
    option.hidden = !isBar && count === 0 && !input.checked;
    option.toggleAttribute('data-empty', isBar && count === 0);
  }
}

/** Shows what is chosen as buttons that take it back. */
export function showChosen(bar: HTMLElement, { selection }: Pick<ListState, 'selection'>, form: HTMLFormElement): void {
  const chosen = facets.flatMap((facet) => selection[facet].map((value) => ({ facet, value })));
  bar.querySelector('[data-chosen]')!.replaceChildren(...chosen.map((entry) => chosenButton(entry, bar.dataset.remove!, form)));
  bar.hidden = chosen.length === 0;
}

function chosenButton({ facet, value }: ChosenValue, remove: string, form: HTMLFormElement): HTMLButtonElement {
  const button = document.createElement('button');
  const label = labelOf({ facet, value }, form);
  Object.assign(button, { type: 'button', className: 'chip chosen', name: facet, value, textContent: `${label} ×` });
  button.setAttribute('aria-label', fillTemplate(remove, { label }));
  return button;
}

function labelOf({ facet, value }: ChosenValue, form: HTMLFormElement): string {
  const input = form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`);
  return input?.closest('[data-option]')?.querySelector('[data-label]')?.textContent?.trim() ?? value;
}
