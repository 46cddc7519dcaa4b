import { addSearch, readSearches } from '../../core/search/recent-searches.ts';
import { storageKeys } from '../../core/site/storage-keys.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { queryLink } from './query-link.ts';

/** The searches that a reader made last, kept in this browser and offered while the field is empty. */
export class RecentSearches {
  readonly #root: HTMLElement;
  readonly #page: string;

  /**
   * @param root The part of SearchBox.astro that lists them.
   * @param page The address of the search page.
   */
  constructor(root: HTMLElement, page: string) {
    this.#root = root;
    this.#page = page;
  }

  /** Keeps one more. */
  add(query: string): void {
    this.#keep(addSearch(this.#kept(), query));
  }

  /** Lists them, or puts the list away. */
  show(isWanted: boolean): void {
    const searches = isWanted ? this.#kept() : [];
    this.#root.hidden = searches.length === 0;
    this.#root.querySelector('ul')!.replaceChildren(...searches.map((query) => this.#item(query)));
  }

  /** Forgets one or all of them where a button asks for it, and answers whether it did. */
  press({ dataset }: HTMLButtonElement): boolean {
    if (dataset.part === 'forget-all') this.#keep([]);
    else if (dataset.forget !== undefined) this.#keep(this.#kept().filter((query) => query !== dataset.forget));
    else return false;
    this.show(true);
    return true;
  }

  #item(query: string): HTMLLIElement {
    const item = document.createElement('li');
    const forget = document.createElement('button');
    Object.assign(forget, { type: 'button', textContent: '×' });
    forget.dataset.forget = query;
    forget.setAttribute('aria-label', fillTemplate(this.#root.dataset.forget!, { query }));
    item.append(queryLink(query, this.#page), forget);
    return item;
  }

  #kept(): string[] {
    try {
      return readSearches(localStorage.getItem(storageKeys.searches));
    } catch {
      return [];
    }
  }

  #keep(searches: readonly string[]): void {
    try {
      if (searches.length === 0) localStorage.removeItem(storageKeys.searches);
      else localStorage.setItem(storageKeys.searches, JSON.stringify(searches));
    } catch {
      // Without storage nothing is kept.
    }
  }
}
