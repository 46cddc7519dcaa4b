import { storageKeys } from '../../core/site/storage-keys.ts';
import { shortcutKey } from '../shortcuts/shortcut-key.ts';

/** Both abstracts of a note: remembers in which form they are read, and lets a sentence be reached by keys and by touch. */
class BilingualAbstract extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#show(readMode());
    this.addEventListener('change', this.#onChange, { signal });
    this.addEventListener('click', this.#onClick, { signal });
    this.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('keydown', this.#onDocumentKey, { signal });
    this.#pairs.forEach((pair, index) => (pair.tabIndex = index === 0 ? 0 : -1));
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #pairs(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('.pair')];
  }

  get #modes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=radio]')];
  }

  #show(mode: string | undefined): void {
    const input = this.#modes.find(({ value }) => value === mode);
    if (!input) return;
    input.checked = true;
    this.dataset.mode = input.value;
  }

  #onChange = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.dataset.mode = target.value;
    saveMode(target.value);
  };

  #onClick = ({ target }: Event): void => {
    const pair = target instanceof Element ? target.closest('.pair') : null;
    for (const other of this.#pairs) other.classList.toggle('lit', other === pair && !other.classList.contains('lit'));
  };

  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const pairs = this.#pairs;
    const at = pairs.findIndex((pair) => pair === document.activeElement);
    const next = step === undefined || at < 0 ? undefined : pairs[at + step];
    if (!next) return;
    event.preventDefault();
    for (const pair of pairs) pair.tabIndex = pair === next ? 0 : -1;
    next.focus();
  };

  /** `m` goes to the next form, wherever on the page the reader is. */
  #onDocumentKey = (event: KeyboardEvent): void => {
    if (shortcutKey(event) !== 'm') return;
    const modes = this.#modes;
    const at = modes.findIndex((input) => input.checked);
    modes[(at + 1) % modes.length]?.click();
  };
}

function readMode(): string | undefined {
  try {
    return localStorage.getItem(storageKeys.abstractMode) ?? undefined;
  } catch {
    return undefined;
  }
}

function saveMode(mode: string): void {
  try {
    localStorage.setItem(storageKeys.abstractMode, mode);
  } catch {
    // Without storage the form holds for this page.
  }
}

customElements.define('bilingual-abstract', BilingualAbstract);
