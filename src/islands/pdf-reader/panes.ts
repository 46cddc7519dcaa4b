/** The two things that stand beside each other: the note and the PDF. */
export type PaneName = 'note' | 'pdf';

/** From this width on both panes are in view; the style sheet has the same limit. */
const WIDE = '(min-width: 64rem)';

/** Makes two panes tabs where only one of them fits the window, and plain neighbors elsewhere. */
export class Panes {
  #root: HTMLElement;
  #wide = matchMedia(WIDE);

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#wide.addEventListener('change', this.#describe, { signal });
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.show(nameOf(tab)), { signal });
    this.#root.querySelector('[data-tabs]')?.addEventListener('keydown', this.#onKey, { signal });
    this.#describe();
  }

  get shown(): PaneName {
    return this.#root.dataset.pane === 'note' ? 'note' : 'pdf';
  }

  /** Brings a pane to view where only one is. */
  show(name: PaneName): void {
    this.#root.dataset.pane = name;
    for (const tab of this.#tabs) {
      const isShown = nameOf(tab) === name;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
    }
  }

  get #tabs(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[data-tab]')];
  }

  /** Panes are panels of tabs only while there are tabs. */
  #describe = (): void => {
    for (const tab of this.#tabs) {
      const pane = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (this.#wide.matches) pane?.removeAttribute('role');
      else pane?.setAttribute('role', 'tabpanel');
    }
    this.show(this.shown);
  };

  #onKey = (event: Event): void => {
    if (!(event instanceof KeyboardEvent)) return;
    const tabs = this.#tabs;
    const at = tabs.findIndex((tab) => tab === event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step && tabs.at((at + step) % tabs.length);
    if (!next) return;
    event.preventDefault();
    this.show(nameOf(next));
    next.focus();
  };
}

function nameOf(tab: HTMLElement): PaneName {
  return tab.dataset.tab === 'note' ? 'note' : 'pdf';
}
