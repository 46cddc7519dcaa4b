import { parseCommand, type ReaderCommand } from '../../core/reader/keys.ts';
import { pageFromText } from '../../core/reader/page-number.ts';
import type { Zoom } from '../../core/reader/zoom.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { watchMenu } from './menu.ts';

/** What the toolbar shows of the PDF. */
export interface ToolbarState {
  readonly page: number;
  readonly count: number;
  readonly labels: readonly string[] | undefined;
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
  /** What is printed on the page that is read. */
  #here = '1';
  #pages: Pick<ToolbarState, 'count' | 'labels'> = { count: 0, labels: undefined };
  #shown = '';

  constructor(root: HTMLElement, actions: ToolbarActions) {
    const { signal } = actions;
    this.#root = root;
    root.addEventListener('click', (event) => this.#onClick(event, actions), { signal });
    this.#form.addEventListener('submit', (event) => this.#onSubmit(event, actions), { signal });
    this.#field.addEventListener('focus', () => this.#field.select(), { signal });
    this.#field.addEventListener('blur', () => (this.#field.value = this.#here), { signal });
    watchMenu(root.querySelector<HTMLElement>('[popover]')!, signal);
  }

  /** Makes the controls usable, or of no use while there is no PDF. */
  set enabled(isEnabled: boolean) {
    for (const control of [...this.#buttons, this.#field]) control.disabled = !isEnabled;
  }

  /** Shows a state; while the reader scrolls within a page, it stays the same and nothing is touched. */
  show({ page, count, labels, scale, zoom }: ToolbarState): void {
    const shown = [page, count, labels?.[page - 1], scale, zoom].join(' ');
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#pages = { count, labels };
    const total = this.#root.querySelector<HTMLElement>('[data-total]')!;
    total.textContent = fillTemplate((labels ? total.dataset.labeled : total.dataset.total) ?? '', { page, count });
    this.#root.querySelector('[data-scale]')!.textContent = `${Math.round(scale * 100)}%`;
    this.#here = labels?.[page - 1] || String(page);
    // Who is typing a number is not interrupted.
    if (this.#field !== document.activeElement) this.#field.value = this.#here;
    this.#set('previous-page', 'ariaDisabled', page <= 1);
    this.#set('next-page', 'ariaDisabled', page >= count);
    this.#set('fit-width', 'ariaPressed', zoom === 'page-width');
    this.#set('fit-page', 'ariaPressed', zoom === 'page-fit');
  }

  #onClick({ target }: Event, { run }: ToolbarActions): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-command]') : null;
    const command = parseCommand(button?.dataset.command);
    if (command && button?.ariaDisabled !== 'true') run(command);
  }

  #onSubmit(event: Event, { goToPage }: ToolbarActions): void {
    event.preventDefault();
    const page = pageFromText(this.#field.value, this.#pages);
    if (page === undefined) this.#field.select();
    else goToPage(page);
  }

  /** The buttons that act upon a PDF. */
  get #buttons(): HTMLButtonElement[] {
    return [...this.#root.querySelectorAll<HTMLButtonElement>('button[data-command]:not([data-command="open-file"])')];
  }

  get #form(): HTMLFormElement {
    return this.#root.querySelector('form')!;
  }

  get #field(): HTMLInputElement {
    return this.#root.querySelector('input')!;
  }

  #set(command: ReaderCommand, state: 'ariaDisabled' | 'ariaPressed', value: boolean): void {
    for (const button of this.#root.querySelectorAll(`button[data-command="${command}"]`)) button[state] = String(value);
  }
}
