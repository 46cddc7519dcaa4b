import type { ExportFormat, PaperFormat } from '../../core/site/urls.ts';
import { askForPapers, PAPERS_SHOWN } from './papers-shown.ts';

/** How long the button says that it has copied, in milliseconds. */
const SAID_FOR = 2000;

/**
 * Papers in a format of the reader's choice, to copy or to save. What is shown first stands in the page or is loaded when
 * the box opens; every other format is loaded when it is chosen. Inside a list with filters it gives what the list shows.
 */
class CiteBox extends HTMLElement {
  #listeners = new AbortController();
  #copyLabel = '';
  #shown = '';
  #madeAddress = '';

  connectedCallback(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    this.#copyLabel = this.#copyButton.textContent!;
    this.#select.addEventListener('change', () => void this.#show(), { signal });
    this.#copyButton.addEventListener('click', () => void this.#copy(), { signal });
    const details = this.closest('details');
    details?.addEventListener('toggle', () => details.open && void this.#show(), { signal });
    this.closest('paper-browser')?.addEventListener(PAPERS_SHOWN, () => details?.open && void this.#show(), { signal });
    // A browser that goes back may restore another choice than the page came with.
    if (!details || details.open) void this.#show();
  }

  disconnectedCallback(): void {
    this.#listeners.abort();
    URL.revokeObjectURL(this.#madeAddress);
  }

  get #select(): HTMLSelectElement {
    return this.querySelector('select')!;
  }

  get #copyButton(): HTMLButtonElement {
    return this.querySelector('button')!;
  }

  get #text(): HTMLElement {
    return this.querySelector('pre')!;
  }

  async #show(): Promise<void> {
    const option = this.#select.selectedOptions[0]!;
    const { ids } = askForPapers(this);
    const wanted = `${option.value} ${ids?.join(' ') ?? ''}`;
    if (wanted === this.#shown || (this.#shown === '' && ids === undefined && this.#standsInPage(option))) return;
    this.#shown = wanted;
    this.#point(option.dataset.address!);
    const text = await this.#read(option, ids).catch(() => undefined);
    if (wanted !== this.#shown) return;
    this.querySelector<HTMLElement>('[role=alert]')!.hidden = text !== undefined;
    this.#text.hidden = text === undefined;
    this.#text.textContent = text ?? '';
    if (text === undefined) this.#shown = 'nothing';
    else if (ids) this.#point(this.#make(text));
  }

  #standsInPage(option: HTMLOptionElement): boolean {
    return option.index === 0 && this.#text.textContent !== '';
  }

  async #read({ value, dataset }: HTMLOptionElement, ids: readonly string[] | undefined): Promise<string> {
    if (!ids) return load(dataset.address!);
    const { writeChosen } = await import('./chosen-papers.ts');
    // The options of a list are its formats.
    return writeChosen(ids, value as ExportFormat, (format: PaperFormat) => this.#load(format));
  }

  #load(format: PaperFormat): Promise<string> {
    return load(this.querySelector<HTMLElement>(`option[value="${format}"]`)!.dataset.address!);
  }

  #point(address: string): void {
    this.querySelector<HTMLAnchorElement>('a[download]')!.href = address;
  }

  #make(text: string): string {
    URL.revokeObjectURL(this.#madeAddress);
    const link = this.querySelector<HTMLAnchorElement>('a[download]')!;
    link.download = `papers.${this.#select.value}`;
    this.#madeAddress = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    return this.#madeAddress;
  }

  async #copy(): Promise<void> {
    const button = this.#copyButton;
    try {
      await navigator.clipboard.writeText(this.#text.textContent!.trimEnd());
      button.textContent = this.dataset.copied!;
      setTimeout(() => (button.textContent = this.#copyLabel), SAID_FOR);
    } catch {
      // Where the clipboard is closed to pages, the text is selected for the reader to copy.
      getSelection()?.selectAllChildren(this.#text);
    }
  }
}

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}

customElements.define('cite-box', CiteBox);
