import { areShortcutsOn, setShortcuts, shortcutKey } from './shortcut-key.ts';

/** How long after `g` its second key may follow, in milliseconds. */
const SEQUENCE_TIME = 1500;

/** The sheet of keyboard shortcuts, and the shortcuts that lead from page to page. */
class ShortcutSheet extends HTMLElement {
  #listeners = new AbortController();
  #startedAt = -Infinity;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    document.addEventListener('keydown', this.#onKey, { signal });
    document.addEventListener('click', this.#onClick, { signal });
    const box = this.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    box.checked = areShortcutsOn();
    box.addEventListener('change', () => setShortcuts(box.checked), { signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #onClick = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    if (target.closest('[data-open-shortcuts]')) this.querySelector('dialog')!.showModal();
    const twin = target.closest<HTMLAnchorElement>('a[data-twin]');
    // What a reader has chosen stands in the address, and goes with them to the other language.
    if (twin) [twin.search, twin.hash] = [location.search, location.hash];
  };

  #onKey = (event: KeyboardEvent): void => {
    const key = shortcutKey(event);
    if (key === undefined) return;
    const isSecond = event.timeStamp - this.#startedAt < SEQUENCE_TIME;
    this.#startedAt = key === 'g' ? event.timeStamp : -Infinity;
    if (key === '?') this.querySelector('dialog')!.showModal();
    else this.#follow(isSecond ? `g${key}` : key);
  };

  #follow(keys: string): void {
    const { home, keywords, lists } = this.dataset;
    if (keys === 't') document.querySelector<HTMLAnchorElement>('a[data-twin]')?.click();
    const places: Readonly<Record<string, string | undefined>> = {
      gh: home,
      gk: keywords,
      gl: lists,
      r: document.querySelector<HTMLAnchorElement>('a[data-read]')?.href,
    };
    const place = Object.hasOwn(places, keys) ? places[keys] : undefined;
    if (place) location.assign(place);
  }
}

customElements.define('shortcut-sheet', ShortcutSheet);
