/** How long the button says that it has copied, in milliseconds. */
const SAID_FOR = 2000;

/** A text with a button that copies it. */
class CopyText extends HTMLElement {
  #listeners = new AbortController();

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const button = this.querySelector('button')!;
    const label = button.textContent!;
    button.addEventListener('click', () => void this.#copy(button, label), { signal: this.#listeners.signal });
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
  }

  async #copy(button: HTMLButtonElement, label: string): Promise<void> {
    const source = this.querySelector('pre')!;
    try {
      await navigator.clipboard.writeText(source.textContent!);
      button.textContent = this.dataset.copied!;
      setTimeout(() => (button.textContent = label), SAID_FOR);
    } catch {
      // Where the clipboard is closed to pages, the text is selected for the reader to copy.
      getSelection()?.selectAllChildren(source);
    }
  }
}

customElements.define('copy-text', CopyText);
