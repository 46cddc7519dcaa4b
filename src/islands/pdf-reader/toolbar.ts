import { parseCommand, type ReaderCommand } from '../../core/reader/keys.ts';
import { pageFromText } from '../../core/reader/page-number.ts';
import type { Zoom } from '../../core/reader/zoom.ts';
import { fillTemplate } from '../../core/text/template.ts';

/** What the toolbar shows of the PDF. */
export interface ToolbarState {
  readonly page: number;
  readonly count: number;
  readonly scale: number;
  readonly zoom: Zoom;
}

/** What the toolbar's controls ask for. */
export interface ToolbarActions {
  readonly run: (command: ReaderCommand) => void;
  readonly goToPage: (page: number) => void;
  readonly signal: AbortSignal;
}

/** The buttons and the page number above the PDF. */
export class Toolbar {
  #root: HTMLElement;
  #count = 0;

  constructor(root: HTMLElement, actions: ToolbarActions) {
    const { signal } = actions;
    this.#root = root;
    root.addEventListener('click', (event) => this.#onClick(event, actions), { signal });
    this.#form.addEventListener('submit', (event) => this.#onSubmit(event, actions), { signal });
    this.#field.addEventListener('focus', () => this.#field.select(), { signal });
  }

  /** Makes the controls usable, or of no use while there is no PDF. */
  set enabled(isEnabled: boolean) {
    for (const control of [...this.#buttons, this.#field]) control.disabled = !isEnabled;
  }

  show({ page, count, scale, zoom }: ToolbarState): void {
    this.#count = count;
    const total = this.#root.querySelector<HTMLElement>('[data-total]')!;
    total.textContent = fillTemplate(total.dataset.total ?? '', { count });
    this.#root.querySelector('[data-scale]')!.textContent = `${Math.round(scale * 100)}%`;
    if (this.#field !== document.activeElement || pageFromText(this.#field.value, count) !== undefined) this.#field.value = String(page);
    this.#button('previous-page').ariaDisabled = String(page <= 1);
    this.#button('next-page').ariaDisabled = String(page >= count);
    this.#button('fit-width').ariaPressed = String(zoom === 'page-width');
    this.#button('fit-page').ariaPressed = String(zoom === 'page-fit');
  }

  #onClick({ target }: Event, { run }: ToolbarActions): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-command]') : null;
    const command = parseCommand(button?.dataset.command);
    if (command && button?.ariaDisabled !== 'true') run(command);
  }

  #onSubmit(event: Event, { goToPage }: ToolbarActions): void {
    event.preventDefault();
    const page = pageFromText(this.#field.value, this.#count);
    if (page === undefined) this.#field.select();
    else goToPage(page);
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll<HTMLButtonElement>('button[data-command]')];
  }

  get #form(): HTMLFormElement {
    return this.#root.querySelector('form')!;
  }

  get #field(): HTMLInputElement {
    return this.#root.querySelector('input')!;
  }

  #button(command: ReaderCommand): HTMLButtonElement {
    return this.#root.querySelector<HTMLButtonElement>(`button[data-command="${command}"]`)!;
  }
}
