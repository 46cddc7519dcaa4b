/** What the side panel can show. */
export const panelNames = ['outline', 'thumbnails', 'matches'] as const;

/** One of the lists of the side panel. */
export type PanelName = (typeof panelNames)[number];

/** What the side panel tells of itself. */
export interface PanelListener {
  /** Called when a list comes to view. */
  readonly onShow: (name: PanelName) => void;
  /** Called when the panel opens or closes. */
  readonly onToggle: (isOpen: boolean) => void;
  /** Where the focus goes when the panel closes. */
  readonly returnTo: () => HTMLElement | null;
  readonly signal: AbortSignal;
}

/** The panel beside the pages: outline, thumbnails and matches as tabs. */
export class SidePanel {
  readonly root: HTMLElement;
  #listener: PanelListener;
  #shown: PanelName = 'outline';

  constructor(root: HTMLElement, listener: PanelListener) {
    this.root = root;
    this.#listener = listener;
    const { signal } = listener;
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.open(nameOf(tab)), { signal });
    root.addEventListener('keydown', this.#onKey, { signal });
    root.querySelector('[data-close-panel]')?.addEventListener('click', () => this.close(), { signal });
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  get shown(): PanelName | undefined {
    return this.isOpen ? this.#shown : undefined;
  }

  /** The element of a list. */
  list(name: PanelName): HTMLElement {
    return this.root.querySelector<HTMLElement>(`[data-list="${name}"]`)!;
  }

  /** Opens the panel at one of its lists. Default: the one that was shown last. */
  open(name: PanelName = this.#shown): void {
    const wasOpen = this.isOpen;
    this.#shown = name;
    this.root.hidden = false;
    this.root.parentElement!.dataset.panelOpen = '';
    for (const tab of this.#tabs) {
      const isShown = nameOf(tab) === name;
      tab.setAttribute('aria-selected', String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
      this.list(nameOf(tab)).hidden = !isShown;
    }
    if (!wasOpen) this.#listener.onToggle(true);
    this.#listener.onShow(name);
  }

  /** Closes the panel; the focus does not stay in what is gone. */
  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.hidden = true;
    delete this.root.parentElement!.dataset.panelOpen;
    this.#listener.onToggle(false);
    if (hadFocus) this.#listener.returnTo()?.focus();
  }

  /** Opens the panel and goes into it, or closes it. */
  toggle(): void {
    if (this.isOpen) return this.close();
    this.open();
    this.#tabs.find((tab) => nameOf(tab) === this.#shown)?.focus();
  }

  get #tabs(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-panel-tab]')];
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return this.close();
    }
    const tabs = this.#tabs;
    const at = tabs.findIndex((tab) => tab === event.target);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = at < 0 ? undefined : step && tabs.at((at + step) % tabs.length);
    if (!next) return undefined;
    event.preventDefault();
    this.open(nameOf(next));
    next.focus();
    return undefined;
  };
}

function nameOf(tab: HTMLElement): PanelName {
  return panelNames.find((name) => name === tab.dataset.panelTab) ?? 'outline';
}
