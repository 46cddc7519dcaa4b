import { storageKeys } from '../../core/site/storage-keys.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
type Theme = (typeof THEMES)[number];

/** A button that goes through the themes and remembers the last one in this browser. */
class ThemeSwitch extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    this.#button.addEventListener('click', () => this.#choose(next(this.#theme)), { signal: this.#listeners.signal });
    this.#label();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  get #button(): HTMLButtonElement {
    return this.querySelector('button')!;
  }

  get #theme(): Theme {
    return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'auto';
  }

  #choose(theme: Theme): void {
    if (theme === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(theme);
    this.#label();
  }

  #label(): void {
    const { label, auto, light, dark } = this.#button.dataset;
    const name = { auto, light, dark }[this.#theme];
    this.#button.title = `${label}: ${name}`;
    this.#button.setAttribute('aria-label', `${label}: ${name}`);
  }
}

function next(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]!;
}

function remember(theme: Theme): void {
  try {
    if (theme === 'auto') localStorage.removeItem(storageKeys.theme);
    else localStorage.setItem(storageKeys.theme, theme);
  } catch {
    // Without storage the choice holds for this page.
  }
}

customElements.define('theme-switch', ThemeSwitch);
