import { FindState } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { SearchTerms } from '../../core/reader/location.ts';
import { fillTemplate } from '../../core/text/template.ts';
import type { FindRequest } from './find-controller.ts';
import { MatchList } from './match-list.ts';
import type { PdfView } from './pdf-view.ts';
import type { MatchesCount } from './viewer-events.ts';

/** What the find bar needs of the reader. */
export interface FindBarOptions {
  readonly view: PdfView;
  /** The list of the side panel that shows the matches. */
  readonly list: HTMLElement;
  /** Shows the list of matches. */
  readonly showList: () => void;
  /** Called when other words are marked, or none. */
  readonly onChange: () => void;
  /** Called before the first match of other words is gone to. */
  readonly onSearch: () => void;
  readonly signal: AbortSignal;
}

/** How long someone is waited for who composes characters from several keys, in milliseconds. */
const COMPOSING = 150;

/** Finds words in the document: a field, the ways in which words may differ, the count, the next match and the one before. */
export class FindBar {
  #root: HTMLElement;
  #options: FindBarOptions;
  #matches: MatchList;
  #terms: SearchTerms | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement, options: FindBarOptions) {
    this.#root = root;
    this.#options = options;
    const { view, signal, list } = options;
    this.#matches = new MatchList({ list, view, signal, request: () => this.#request() });
    this.#field.addEventListener('input', this.#onInput, { signal });
    root.addEventListener('change', ({ target }) => target !== this.#field && this.#start(), { signal });
    root.addEventListener('keydown', this.#onKey, { signal });
    root.addEventListener('click', this.#onClick, { signal });
    view.on('updatefindmatchescount', ({ matchesCount }) => this.#count(matchesCount));
    view.on('updatefindcontrolstate', ({ state, matchesCount }) => this.#count(matchesCount, state));
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get isOpen(): boolean {
    return !this.#root.hidden;
  }

  /** What is marked; undefined if nothing is. */
  get terms(): SearchTerms | undefined {
    return this.isOpen ? this.#terms : undefined;
  }

  /** Opens the bar, with the words that are selected in the PDF. */
  open(): void {
    const wasOpen = this.isOpen;
    this.#root.hidden = false;
    this.#options.view.finder.prepare();
    const selected = getSelection()?.toString().replace(/\s+/g, ' ').trim() ?? '';
    if (selected !== '' && selected.length < 100 && this.#options.view.container.contains(getSelection()!.anchorNode)) {
      this.#field.value = selected;
      this.#start();
    } else if (!wasOpen && this.#field.value !== '') this.#start();
    this.#field.focus();
    this.#field.select();
  }

  /** Opens the bar with words that an address names, and goes to their first match from the current page on. */
  search(terms: SearchTerms): void {
    this.#root.hidden = false;
    this.#field.value = terms.text;
    this.#terms = terms;
    this.#find();
  }

  /** Closes the bar and takes the marks away. */
  close(): void {
    if (!this.isOpen) return;
    const hadFocus = this.#root.contains(document.activeElement);
    this.#root.hidden = true;
    this.#terms = undefined;
    clearTimeout(this.#timer);
    this.#options.view.finder.stop();
    this.#matches.clear();
    if (hadFocus) this.#options.view.container.focus({ preventScroll: true });
    this.#options.onChange();
  }

  /** Goes to the next match, or to the one before. */
  step(isBackward: boolean): void {
    if (!this.#terms || this.#terms.text !== this.#field.value.trim()) return this.#start();
    this.#options.view.finder.findAgain(this.#request(), isBackward);
  }

  #onInput = (event: Event): void => {
    clearTimeout(this.#timer);
    const isComposing = event instanceof InputEvent && event.isComposing;
    if (isComposing) this.#timer = setTimeout(() => this.#start(), COMPOSING);
    else this.#start();
  };

  #onKey = (event: KeyboardEvent): void => {
    const isEnter = event.key === 'Enter' && event.target === this.#field && !event.isComposing;
    if (!isEnter && event.key !== 'Escape') return;
    event.preventDefault();
    if (isEnter) this.step(event.shiftKey);
    else this.close();
  };

  #onClick = ({ target }: Event): void => {
    const name = target instanceof Element ? target.closest<HTMLElement>('button[data-find]')?.dataset.find : undefined;
    if (name === 'next' || name === 'previous') this.step(name === 'previous');
    else if (name === 'list') this.#options.showList();
    else if (name === 'close') this.close();
  };

  /** Looks for what stands in the field. */
  #start(): void {
    clearTimeout(this.#timer);
    const text = this.#field.value.trim();
    this.#terms = text === '' ? undefined : { text, isPhrase: true };
    if (this.#terms) this.#options.onSearch();
    this.#find();
    this.#options.onChange();
  }

  #find(): void {
    if (this.#terms) return this.#options.view.finder.find(this.#request());
    this.#options.view.finder.stop();
    this.#matches.clear();
    this.#output.textContent = '';
    return undefined;
  }

  #request(): FindRequest {
    const { text = '', isPhrase = true } = this.#terms ?? {};
    const isChecked = (name: string) => this.#root.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.checked ?? false;
    return {
      query: isPhrase ? text : text.split(/\s+/),
      caseSensitive: isChecked('case'),
      entireWord: isChecked('word'),
      matchDiacritics: isChecked('diacritics'),
    };
  }

  #count(count: MatchesCount, state?: number): void {
    if (!this.#terms) return;
    const { some = '', one = '' } = this.#output.dataset;
    const isPending = state === FindState.PENDING;
    if (count.total > 0) this.#say(fillTemplate(count.total === 1 ? one : some, { current: count.current, total: count.total }));
    else if (state === FindState.NOT_FOUND) void this.#sayNone();
    this.#field.ariaInvalid = String(state === FindState.NOT_FOUND);
    if (!isPending) this.#matches.update(count);
  }

  /** Says that nothing was found, or that there is nothing to be found in. */
  async #sayNone(): Promise<void> {
    const { terms } = this;
    const { none = '', noText = '' } = this.#output.dataset;
    const hasText = (await this.#options.view.texts.all()).some((text) => text.trim() !== '');
    if (terms === this.terms) this.#say(hasText ? none : noText);
  }

  #say(text: string): void {
    if (this.#output.textContent !== text) this.#output.textContent = text;
  }

  get #field(): HTMLInputElement {
    return this.#root.querySelector<HTMLInputElement>('input[type="search"]')!;
  }

  get #output(): HTMLOutputElement {
    return this.#root.querySelector('output')!;
  }
}
