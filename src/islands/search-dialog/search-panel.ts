import { EMPTY_SEARCH, writeSearchState } from '../../core/search/search-state.ts';
import { renderMerged, type MergedResult } from './merged-results.ts';
import { PdfEngine } from './pdf-engine.ts';
import { RecentSearches } from './recent-searches.ts';
import { SearchEngine, type Answer, type Found } from './search-engine.ts';
import { renderOffers } from './search-offers.ts';
import { announce } from './search-status.ts';
import { resultWords } from './search-words.ts';
import { withPages } from './with-pages.ts';

/** What narrows and orders an answer beyond its query. */
export interface Filters {
  /** Whether anything is chosen, so that there is something to list without a query. */
  readonly isActive: boolean;
  narrow(answer: Answer, engine: SearchEngine): Promise<readonly Found[]>;
  /** Hears of every answer shown, and of none. */
  show(answer: Answer | undefined, engine: SearchEngine): void;
  clear(): void;
}

/** What a panel does beyond searching. */
export interface PanelOptions {
  /** Ends the panel's listeners. */
  readonly signal: AbortSignal;
  /** Hears of every query that is about to be asked. */
  readonly onQuery?: (query: string) => void;
  readonly filters?: Filters;
  /** Hears when a reader wants the PDFs searched too, or no longer. */
  readonly onPdfs?: (inPdfs: boolean) => void;
}

type State = 'idle' | 'busy' | 'done';

/** Milliseconds without a keystroke after which a query is asked. */
const TYPING_PAUSE = 90;
/** Milliseconds after which a search that still runs says so. */
const PATIENCE = 300;

/** The field, the results and what is said about them. The markup is SearchBox.astro's. */
export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #pdfs: PdfEngine;
  readonly #options: PanelOptions;
  readonly #recent: RecentSearches;
  #found: readonly MergedResult[] = [];
  /** Counts the queries: an answer to an older one is dropped. */
  #turn = 0;
  #timer = 0;
  #progress = 0;
  #asked: string | undefined;

  constructor(root: HTMLElement, options: PanelOptions) {
    this.#root = root;
    this.#options = options;
    this.#engine = new SearchEngine({ index: root.dataset.index!, records: root.dataset.records! });
    this.#pdfs = new PdfEngine(root.dataset.pdfIndex!);
    this.#recent = new RecentSearches(this.#part('recent'), root.dataset.page!);
    const { signal } = options;
    this.field.addEventListener('input', this.#onInput, { signal });
    this.field.addEventListener('compositionend', this.#onInput, { signal });
    root.addEventListener('keydown', this.#onKey, { signal });
    root.addEventListener('click', this.#onClick, { signal });
    this.#inside.addEventListener('change', this.#onInside, { signal });
    this.field.addEventListener('focus', this.#prepare, { signal });
  }

  /** Where the reader types. */
  get field(): HTMLInputElement {
    return this.#root.querySelector<HTMLInputElement>('input[type=search]')!;
  }

  /** Whether the pages of PDFs are asked whatever the notes answer. */
  get inPdfs(): boolean {
    return this.#inside.checked;
  }

  set inPdfs(wanted: boolean) {
    this.#inside.checked = wanted;
  }

  get #inside(): HTMLInputElement {
    return this.#root.querySelector<HTMLInputElement>('[data-part=inside] input')!;
  }

  /** Asks at once for what stands in the field, if that is not what was asked last. */
  async ask(): Promise<void> {
    window.clearTimeout(this.#timer);
    const query = this.field.value.trim();
    if (query === this.#asked) return;
    this.#asked = query;
    this.#options.onQuery?.(query);
    await this.#run(query);
  }

  /** Asks again, for what is chosen beside the query has changed. */
  refresh(): Promise<void> {
    this.#asked = undefined;
    return this.ask();
  }

  /** Keeps what stands in the field among the recent searches. */
  remember(): void {
    this.#recent.add(this.field.value);
  }

  /** Loads ahead of the first query; a failure is met again, and told, by that query. */
  #prepare = (): void => {
    this.#engine.load().catch(() => undefined);
  };

  async #run(query: string): Promise<void> {
    const turn = ++this.#turn;
    this.#linkToAll(query);
    if (query === '' && !this.#options.filters?.isActive) return this.#rest();
    this.#enter('busy');
    try {
      const { answer, found, lacksPdfs, items } = await this.#twice(() => this.#answer(query));
      if (turn !== this.#turn) return;
      this.#settle(found, items, 'done');
      announce(this.#part('status'), this.#root, { answer, query, found: found.length, lacksPdfs });
      this.#options.filters?.show(answer, this.#engine);
      if (found.length === 0) await this.#offer(answer, query, turn);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  async #answer(query: string) {
    const answer = await this.#engine.search(query);
    const notes = (await this.#options.filters?.narrow(answer, this.#engine)) ?? answer.found;
    const { lexicon } = await this.#engine.load();
    this.#part('inside').hidden = lexicon.pdfPages === 0;
    const isNarrowed = this.#options.filters?.isActive === true;
    const { found, lacksPdfs } = await withPages(
      { ...answer, query, notes },
      { lexicon, pdfs: this.#pdfs, inPdfs: this.inPdfs, isNarrowed, ids: () => this.#engine.ids() },
    );
    return { answer, found, lacksPdfs, items: await this.#render(found.slice(0, this.#step)) };
  }

  /** Tries something a second time, from the beginning, before it fails. */
  async #twice<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      console.warn(error);
      this.#engine.reset();
      this.#pdfs.reset();
      return work();
    }
  }

  /** How many results are shown at a time. */
  get #step(): number {
    return Number(this.#root.dataset.step);
  }

  #enter(state: State): void {
    this.#list.dataset.searchState = state;
    this.#list.setAttribute('aria-busy', String(state === 'busy'));
    this.#part('failure').hidden = true;
    window.clearTimeout(this.#progress);
    if (state !== 'busy') this.#part('progress').hidden = true;
    else this.#progress = window.setTimeout(() => (this.#part('progress').hidden = false), PATIENCE);
  }

  get #list(): HTMLElement {
    return this.#part('results');
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  #rest(): void {
    this.#settle([], [], 'idle');
    this.#part('status').textContent = '';
    this.#options.filters?.show(undefined, this.#engine);
  }

  #settle(found: readonly MergedResult[], items: readonly HTMLElement[], state: State): void {
    this.#found = found;
    this.#list.replaceChildren(...items);
    this.#list.scrollTop = 0;
    this.#enter(state);
    this.#part('hint').hidden = state !== 'idle';
    this.#recent.show(state === 'idle');
    this.#part('offers').replaceChildren();
    this.#offerMore();
  }

  #fail(error: unknown): void {
    console.error(error);
    this.#engine.reset();
    this.#pdfs.reset();
    this.#asked = undefined;
    this.#settle([], [], 'done');
    this.#part('status').textContent = '';
    this.#part('failure').hidden = false;
  }

  async #offer(answer: Answer, query: string, turn: number): Promise<void> {
    const nearest = answer.found.length + answer.unconditional > 0 ? [] : await this.#engine.nearest(query);
    if (turn === this.#turn) this.#part('offers').replaceChildren(...renderOffers(this.#root, answer, nearest));
  }

  #render(found: readonly MergedResult[]): Promise<HTMLElement[]> {
    const words = resultWords(this.#root);
    return Promise.all(found.map((result) => renderMerged(result, words)));
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    const shown = this.#list.children.length;
    const items = await this.#twice(() => this.#render(this.#found.slice(shown, shown + this.#step)));
    if (turn !== this.#turn) return;
    this.#list.append(...items);
    this.#offerMore();
    items[0]?.querySelector('a')?.focus();
  }

  #offerMore(): void {
    const rest = this.#found.length - this.#list.children.length;
    for (const part of this.#root.querySelectorAll<HTMLElement>('[data-part=more]')) part.hidden = rest <= 0;
  }

  #linkToAll(query: string): void {
    const link = this.#root.querySelector<HTMLAnchorElement>('a[data-part=all]');
    if (!link) return;
    link.hidden = query === '';
    link.href = this.#root.dataset.page! + writeSearchState({ ...EMPTY_SEARCH, query, inPdfs: this.inPdfs });
  }

  #onInside = (): void => {
    this.#options.onPdfs?.(this.inPdfs);
    void this.refresh();
  };

  #onInput = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.ask(), TYPING_PAUSE);
  };

  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const links = this.#root.querySelectorAll<HTMLElement>('[data-walk] a');
    const stops: HTMLElement[] = [this.field, ...[...links].filter((link) => link.checkVisibility())];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  #onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return;
    const link = event.target.closest('a');
    if (link?.closest('[data-paper]')) this.remember();
    if (link?.dataset.query !== undefined && isPlain(event)) {
      event.preventDefault();
      this.#fill(link.dataset.query);
    }
    this.#press(event.target.closest('button'));
  };

  #press(button: HTMLButtonElement | null): void {
    const part = button?.dataset.part;
    if (part === 'more') this.#more().catch((error: unknown) => this.#fail(error));
    if (part === 'retry') void this.ask();
    if (part === 'unfilter') this.#options.filters?.clear();
    if (button && this.#recent.press(button)) this.field.focus();
  }

  #fill(query: string): void {
    this.field.value = query;
    this.field.focus();
    this.remember();
    void this.ask();
  }
}

function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
}
