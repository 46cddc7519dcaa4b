const AREAS = '.formula, .table, pre';

/** Lets formulas, tables and listings that are wider than the page be scrolled by keyboard, and only those. */
class ScrollAreas extends HTMLElement {
  #observer = new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target)));

  connectedCallback(): void {
    for (const area of this.querySelectorAll(AREAS)) this.#observer.observe(area);
  }

  disconnectedCallback(): void {
    this.#observer.disconnect();
  }
}

function reach(area: Element): void {
  if (area.scrollWidth > area.clientWidth) area.setAttribute('tabindex', '0');
  else area.removeAttribute('tabindex');
}

customElements.define('scroll-areas', ScrollAreas);
