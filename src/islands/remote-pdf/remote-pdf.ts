import { formatLocation, parseLocation } from '../../core/reader/location.ts';
import { fillTemplate } from '../../core/text/template.ts';

/** Links to copies of a PDF elsewhere: they lead to the page that this page's own address names. */
class RemotePdf extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    addEventListener('hashchange', this.#follow, { signal: this.#listeners.signal });
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  #follow = (): void => {
    const { page } = parseLocation(location.hash);
    if (page === undefined) return;
    for (const link of this.querySelectorAll('a')) {
      link.hash = formatLocation({ page });
      const label = link.querySelector('[data-open-at]');
      if (label) label.textContent = fillTemplate(link.dataset.openAt ?? '', { page });
    }
  };
}

customElements.define('remote-pdf', RemotePdf);
