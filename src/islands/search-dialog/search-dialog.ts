import { shortcutKey } from '../shortcuts/shortcut-key.ts';
import type { SearchPanel } from './search-panel.ts';

/** Milliseconds after which a search that is still being loaded says so. */
const PATIENCE = 300;

/** The search that opens over any page. Everything that searches is loaded when a reader reaches for it. */
class SearchDialog extends HTMLElement {
  #listeners = new AbortController();
  #panel: Promise<SearchPanel> | undefined;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('click', this.#onClick, { signal });
    document.addEventListener('keydown', this.#onKey, { signal });
    for (const name of ['pointerover', 'focusin']) document.addEventListener(name, this.#onReach, { signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    this.#panel = undefined;
  }

  get #dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }

  #load(): Promise<SearchPanel> {
    this.#panel ??= import('./search-panel.ts').then(({ SearchPanel }) => {
      const { signal } = this.#listeners;
      return new SearchPanel(this.querySelector('.search-box')!, { signal });
    });
    return this.#panel;
  }

  /** A dialog gives the focus back to where it was when it closes. */
  #open(): void {
    const field = this.querySelector<HTMLInputElement>('input[type=search]')!;
    if (!this.#dialog.open) this.#dialog.showModal();
    field.focus();
    field.select();
    const progress = this.querySelector<HTMLElement>('[data-part=progress]')!;
    const waiting = window.setTimeout(() => (progress.hidden = false), PATIENCE);
    const loaded = this.#load().finally(() => {
      window.clearTimeout(waiting);
      progress.hidden = true;
    });
    loaded.then(
      (panel) => panel.ask(),
      () => location.assign(this.dataset.page!),
    );
  }

  #onClick = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || event.defaultPrevented) return;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (plain && target.closest('[data-open-search]')) {
      event.preventDefault();
      this.#open();
    } else if (target === this.#dialog || (this.contains(target) && target.closest('[data-close]'))) this.#dialog.close();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (this.#dialog.open && event.key === 'Escape') this.#close(event);
    else if (this.#dialog.open && event.key === 'Enter') this.#openFirst(event);
    else if (opensSearch(event) && !isOtherDialogOpen(this.#dialog)) {
      event.preventDefault();
      this.#open();
    }
  };

  /** Enter in the field opens the first result once it is the right one; before that the form leads to the search page. */
  #openFirst(event: KeyboardEvent): void {
    const first = this.querySelector<HTMLElement>('[data-search-state=done] [data-paper] a');
    if (!first || this.#dialog.querySelector('input') !== event.target) return;
    event.preventDefault();
    first.click();
  }

  /** Closes at the first press, where the browser would only empty the field. */
  #close(event: KeyboardEvent): void {
    event.preventDefault();
    this.#dialog.close();
  }

  #onReach = ({ target }: Event): void => {
    // A failure is met again, and answered, when the dialog opens.
    if (target instanceof Element && target.closest('[data-open-search]')) this.#load().catch(() => (this.#panel = undefined));
  };
}

/** `/` as a shortcut of a single key, and Ctrl K or ⌘ K anywhere. */
function opensSearch(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isCommand = (ctrlKey || metaKey) && !altKey && !shiftKey;
  return isCommand ? key.toLowerCase() === 'k' : shortcutKey(event) === '/';
}

function isOtherDialogOpen(own: HTMLDialogElement): boolean {
  const open = document.querySelector('dialog[open]');
  return open !== null && open !== own;
}

customElements.define('search-dialog', SearchDialog);
