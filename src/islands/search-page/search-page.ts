import { SearchPanel } from '../search-dialog/search-panel.ts';

/** The search page: its address holds the query at all times. */
class SearchPage extends HTMLElement {
  #listeners = new AbortController();
  /** Whether the query in the address was sent off, so that the next one gets a place of its own in the history. */
  #sent = false;

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    const panel = new SearchPanel(this.querySelector('.search-box')!, { signal, onQuery: (query) => this.#keep(query) });
    this.querySelector('form')!.addEventListener('submit', (event) => this.#onSubmit(event, panel), { signal });
    window.addEventListener('popstate', () => this.#restore(panel), { signal });
    this.#restore(panel);
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #restore(panel: SearchPanel): void {
    panel.field.value = queryInAddress();
    void panel.ask();
  }

  #onSubmit(event: SubmitEvent, panel: SearchPanel): void {
    event.preventDefault();
    void panel.ask();
    this.#sent = true;
  }

  #keep(query: string): void {
    if (query === queryInAddress().trim()) return;
    const address = new URL(location.href);
    if (query === '') address.searchParams.delete('q');
    else address.searchParams.set('q', query.toWellFormed());
    history[this.#sent ? 'pushState' : 'replaceState'](undefined, '', address);
    this.#sent = false;
  }
}

function queryInAddress(): string {
  return new URL(location.href).searchParams.get('q') ?? '';
}

customElements.define('search-page', SearchPage);
