import { inReadingOrder, passes, type MarkFilter, type PlacedMark } from '../../core/annotation/listing.ts';
import { parseColor, parseKind, type Mark } from '../../core/annotation/mark.ts';
import { MarkEditor } from './mark-editor.ts';
import { scrollWithin } from './scroll-within.ts';
import { nameOf, type MarkWords } from './words.ts';

/** What a list shows. */
export interface MarkListState {
  readonly marks: readonly PlacedMark[];
  /** The id of the chosen mark. */
  readonly chosen: string | undefined;
}

/** What a list asks for. */
export interface MarkListOptions {
  /** The panel. */
  readonly root: HTMLElement;
  readonly words: MarkWords;
  readonly onChoose: (id: string) => void;
  readonly onDelete: (id: string) => void;
  readonly onEdit: (before: Mark, after: Mark) => void;
  readonly signal: AbortSignal;
}

/** The list of marks beside the pages. */
export class MarkList {
  #options: MarkListOptions;
  #state: MarkListState = { marks: [], chosen: undefined };
  #editor: MarkEditor | undefined;

  constructor(options: MarkListOptions) {
    const { root, signal } = options;
    this.#options = options;
    const filters = this.#find('[data-filters]');
    // Not `change`: it comes when a button is pressed, which a list made anew would take away from under the pointer.
    filters.addEventListener('input', () => this.#render(), { signal });
    filters.addEventListener('submit', (event) => event.preventDefault(), { signal });
    root.addEventListener('click', this.#onClick, { signal });
    root.addEventListener('keydown', this.#onKey, { signal });
  }

  /** Shows marks; a comment that is being written stays as it is. */
  show(state: MarkListState): void {
    this.#state = state;
    this.#render();
  }

  /** Opens the editor of a mark with the focus on its comment. */
  edit(id: string): void {
    const mark = this.#state.marks.find(({ mark: { id: other } }) => other === id)?.mark;
    if (!mark) return;
    this.#finish(false);
    const { root, onEdit } = this.#options;
    this.#editor = new MarkEditor(root.querySelector<HTMLTemplateElement>('template[data-editor]')!, mark, {
      onSave: (after) => {
        this.#finish(true);
        onEdit(mark, after);
      },
      onCancel: () => this.#finish(true),
    });
    this.#render();
    this.#editor.focus();
  }

  /** Brings a mark into view in the list; a filter that hides it is lifted. */
  reveal(id: string): void {
    if (!this.#item(id) && this.#state.marks.some(({ mark }) => mark.id === id)) {
      this.#find<HTMLFormElement>('[data-filters]').reset();
      this.#render();
    }
    const item = this.#item(id);
    if (item) scrollWithin(item);
  }

  /** Puts the focus on a mark, or where the list begins. */
  focus(id?: string): void {
    const item = (id !== undefined && this.#item(id)) || this.#options.root.querySelector('[data-mark]');
    const target = item?.querySelector<HTMLElement>('[data-choose]') ?? this.#find('[data-title]');
    target.focus({ preventScroll: true });
    scrollWithin(target);
  }

  #finish(isFocusKept: boolean): void {
    const id = this.#editor?.mark.id;
    this.#editor = undefined;
    if (id === undefined || !isFocusKept) return;
    this.#render();
    this.focus(id);
  }

  get #filter(): MarkFilter {
    const data = new FormData(this.#find<HTMLFormElement>('[data-filters]'));
    const value = (name: string) => String(data.get(name) ?? '');
    const [kind, color, words] = [parseKind(value('kind')), parseColor(value('color')), value('words')];
    return { ...(kind && { kind }), ...(color && { color }), words };
  }

  #render(): void {
    const { words } = this.#options;
    const { marks } = this.#state;
    const shown = inReadingOrder(marks).filter(({ mark }) => passes(mark, this.#filter) || mark.id === this.#editor?.mark.id);
    const focused = this.#focused;
    this.#find('[data-found]').replaceChildren(...shown.filter(({ place }) => place).map((placed) => this.#itemOf(placed)));
    const lost = shown.filter(({ place }) => !place);
    this.#find('[data-lost] ol').replaceChildren(...lost.map((placed) => this.#itemOf(placed)));
    this.#find('[data-lost]').hidden = lost.length === 0;
    this.#find('[data-empty]').hidden = marks.length > 0;
    this.#find('[data-filters]').hidden = marks.length === 0;
    this.#find('[data-none]').hidden = marks.length === 0 || shown.length > 0;
    const count = shown.length === marks.length ? words.count : words.shown;
    this.#find('[data-count]').textContent = count.replace('{shown}', String(shown.length)).replace('{count}', String(marks.length));
    focused?.();
  }

  /** How to put the focus back after elements have been made anew; undefined if it was not in the list. */
  get #focused(): (() => void) | undefined {
    const active = document.activeElement;
    const id = active?.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    if (!active || id === undefined || !this.#options.root.contains(active)) return undefined;
    // The editor's own elements are the same ones again.
    if (active.closest('[data-mark] form')) return () => active instanceof HTMLElement && active.focus({ preventScroll: true });
    const part = ['choose', 'edit', 'delete'].find((name) => active.matches(`[data-${name}]`)) ?? 'choose';
    return () => this.#item(id)?.querySelector<HTMLElement>(`[data-${part}]`)?.focus({ preventScroll: true });
  }

  #itemOf({ mark, place }: PlacedMark): HTMLElement {
    const { words, root } = this.#options;
    const template = root.querySelector<HTMLTemplateElement>('template[data-item]')!;
    const item = (template.content.cloneNode(true) as DocumentFragment).querySelector<HTMLElement>('[data-mark]')!;
    const part = (name: string) => item.querySelector<HTMLElement>(`[data-${name}]`)!;
    const page = place && place !== 'pending' ? place.page : mark.anchor.page;
    item.dataset.mark = mark.id;
    item.dataset.kind = mark.kind;
    item.dataset.color = mark.color;
    part('name').textContent = nameOf(mark, words);
    part('page').textContent = words.shortPage.replace('{page}', String(page));
    part('quote').textContent = mark.anchor.quote.exact;
    part('comment').textContent = mark.comment;
    part('comment').hidden = mark.comment === '';
    const isChosen = mark.id === this.#state.chosen;
    item.classList.toggle('chosen', isChosen);
    if (isChosen) part('choose').setAttribute('aria-current', 'true');
    if (this.#editor?.mark.id === mark.id) item.querySelector('[data-reading]')!.replaceWith(this.#editor.element);
    return item;
  }

  #onClick = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    const id = target.closest<HTMLElement>('[data-mark]')?.dataset.mark;
    if (id === undefined || target.closest('form')) return;
    if (target.closest('[data-delete]')) this.#delete(id);
    else if (target.closest('[data-edit]')) this.edit(id);
    else if (!getSelection() || getSelection()!.isCollapsed) this.#options.onChoose(id);
  };

  #onKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    if (!(target instanceof Element) || !target.matches('[data-choose]')) return;
    const buttons = [...this.#options.root.querySelectorAll<HTMLElement>('[data-choose]')];
    const at = buttons.findIndex((button) => button === target);
    const id = target.closest<HTMLElement>('[data-mark]')!.dataset.mark!;
    const next = { ArrowDown: buttons[at + 1], ArrowUp: buttons[at - 1], Home: buttons[0], End: buttons.at(-1) }[key];
    if (key === 'Delete' || key === 'Backspace') this.#delete(id);
    else if (key === 'e') this.edit(id);
    else if (!next) return;
    event.preventDefault();
    next?.focus();
  };

  /** Deletes a mark and puts the focus on the one that takes its place. */
  #delete(id: string): void {
    const ids = [...this.#options.root.querySelectorAll<HTMLElement>('[data-mark]')].map(({ dataset }) => dataset.mark!);
    const at = ids.indexOf(id);
    this.#options.onDelete(id);
    this.focus(ids[at + 1] ?? ids[at - 1]);
  }

  #item(id: string): HTMLElement | null {
    return this.#options.root.querySelector(`[data-mark="${CSS.escape(id)}"]`);
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    return this.#options.root.querySelector<Found>(selector)!;
  }
}
