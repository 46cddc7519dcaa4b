import { readSearchState, writeSearchState, type SearchState } from '../../core/search/search-state.ts';
import { SearchPanel } from '../search-dialog/search-panel.ts';
import { SearchFilters, type Choice } from './search-filters.ts';

/** The search page: its address holds the query, the filters and the order at all times. */
class SearchPage extends HTMLElement {
  #listeners = new AbortController();
  #state: SearchState = readSearchState('');
  /** Whether the query in the address was sent off, so that the next one gets a place of its own in the history. */
  #sent = false;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const filters = new SearchFilters(this, signal, (choice) => this.#choose(choice, panel));
    const panel = new SearchPanel(this.querySelector('.search-box')!, {
      signal,
      filters,
      onQuery: (query) => this.#keep(query),
      onPdfs: (inPdfs) => this.#write({ ...this.#state, inPdfs }, 'pushState'),
    });
    this.querySelector('form[role=search]')!.addEventListener('submit', (event) => this.#onSubmit(event, panel), { signal });
    window.addEventListener('popstate', () => this.#restore(panel, filters), { signal });
    this.#restore(panel, filters);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #restore(panel: SearchPanel, filters: SearchFilters): void {
    this.#state = readSearchState(location.search);
    this.#sent = this.#state.query !== '';
    filters.choice = this.#state;
    panel.field.value = this.#state.query;
    panel.inPdfs = this.#state.inPdfs;
    void panel.refresh();
  }

  #onSubmit(event: Event, panel: SearchPanel): void {
    event.preventDefault();
    void panel.ask();
    panel.remember();
    this.#sent = true;
  }

  #choose(choice: Choice, panel: SearchPanel): void {
    this.#write({ ...this.#state, ...choice }, 'pushState');
    void panel.refresh();
  }

  #keep(query: string): void {
    if (query === this.#state.query.trim()) return;
    this.#write({ ...this.#state, query }, this.#sent ? 'pushState' : 'replaceState');
    this.#sent = false;
  }

  #write(state: SearchState, how: 'pushState' | 'replaceState'): void {
    this.#state = state;
    history[how](undefined, '', location.pathname + writeSearchState(state));
  }
}

customElements.define('search-page', SearchPage);
