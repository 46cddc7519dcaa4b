import { fillTemplate } from '../../core/text/template.ts';
import { mergeResults, renderMerged, type MergedResult } from './merged-results.ts';
import { PdfEngine } from './pdf-engine.ts';
import { SearchEngine, type Found } from './search-engine.ts';

/** What a panel does beyond searching. */
export interface PanelOptions {
  /** Ends the panel's listeners. */
  readonly signal: AbortSignal;
  /** Hears of every query that is about to be asked. */
  readonly onQuery?: (query: string) => void;
}

/** Milliseconds without a keystroke after which a query is asked. */
const TYPING_PAUSE = 90;

/** The field, the results and what is said about them. The markup is SearchBox.astro's. */
export class SearchPanel {
  readonly #root: HTMLElement;
  readonly #engine: SearchEngine;
  readonly #pdfs: PdfEngine;
  readonly #options: PanelOptions;
  #found: readonly MergedResult[] = [];
  /** Counts the queries: an answer to an older one is dropped. */
  #turn = 0;
  #timer = 0;
  #asked: string | undefined;

  constructor(root: HTMLElement, options: PanelOptions) {
    this.#root = root;
    this.#options = options;
    this.#engine = new SearchEngine(root.dataset.index!);
    this.#pdfs = new PdfEngine(root.dataset.pdfIndex!);
    const { signal } = options;
    this.field.addEventListener('input', this.#onInput, { signal });
    this.field.addEventListener('compositionend', this.#onInput, { signal });
    root.addEventListener('keydown', this.#onKey, { signal });
    root.addEventListener('click', this.#onClick, { signal });
    this.field.addEventListener('focus', this.#prepare, { signal });
  }

  /** Where the reader types. */
  get field(): HTMLInputElement {
    return this.#root.querySelector<HTMLInputElement>('input[type=search]')!;
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

  /** Loads ahead of the first query; a failure is met again, and told, by that query. */
  #prepare = (): void => {
    this.#engine.load().catch(() => undefined);
  };

  async #run(query: string): Promise<void> {
    const turn = ++this.#turn;
    this.#linkToAll(query);
    if (query === '') return this.#settle([], 'idle');
    this.#state = 'busy';
    try {
      const notes = await this.#engine.search(query);
      const found = await this.#withPages(query, notes);
      const items = await this.#render(found.slice(0, this.#step));
      if (turn !== this.#turn) return;
      this.#found = found;
      this.#settle(items, 'done');
      this.#say(this.#summary(found.length, query));
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  /** The notes, and where they answer too little, the pages of PDFs too. */
  async #withPages(query: string, notes: readonly Found[]): Promise<MergedResult[]> {
    const { lexicon } = await this.#engine.load();
    const scores = notes.map(({ score }) => score);
    const asked = this.#root.dataset.pdfs === 'always' ? lexicon.pdfPages > 0 : this.#pdfs.wants(query, lexicon, scores);
    if (!asked) return notes.map((inNote) => ({ inNote }));
    return mergeResults(notes, await this.#pdfs.search(query, lexicon), this.#step);
  }

  /** How many results are shown at a time. */
  get #step(): number {
    return Number(this.#root.dataset.step);
  }

  set #state(state: 'idle' | 'busy' | 'done') {
    this.#list.dataset.searchState = state;
    this.#list.setAttribute('aria-busy', String(state === 'busy'));
    this.#part('failure').hidden = true;
  }

  get #list(): HTMLElement {
    return this.#part('results');
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  }

  #settle(items: readonly HTMLElement[], state: 'idle' | 'done'): void {
    this.#list.replaceChildren(...items);
    this.#list.scrollTop = 0;
    this.#state = state;
    this.#part('hint').hidden = state !== 'idle';
    if (state === 'idle') {
      this.#found = [];
      this.#say('');
    }
    this.#offerMore();
  }

  #fail(error: unknown): void {
    console.error(error);
    this.#engine.reset();
    this.#pdfs.reset();
    this.#asked = undefined;
    this.#found = [];
    this.#settle([], 'done');
    this.#say('');
    this.#part('failure').hidden = false;
  }

  #render(found: readonly MergedResult[]): Promise<HTMLElement[]> {
    const { base, locale, submitted, preprint, pdfPage } = this.#root.dataset;
    const names = { base: base!, submitted: submitted!, preprint: preprint!, pdfPage: pdfPage! };
    return Promise.all(found.map((result) => renderMerged(result, { ...names, locale: locale === 'zh' ? 'zh' : 'en' })));
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    const shown = this.#list.children.length;
    const items = await this.#render(this.#found.slice(shown, shown + this.#step));
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
    link.href = `${link.dataset.page}?q=${encodeURIComponent(query.toWellFormed())}`;
  }

  #say(text: string): void {
    this.#part('status').textContent = text;
  }

  #summary(count: number, query: string): string {
    const { none, one, many } = this.#root.dataset;
    if (count === 0) return fillTemplate(none!, { query: shortened(query) });
    return count === 1 ? one! : fillTemplate(many!, { count });
  }

  #onInput = (event: Event): void => {
    if (event instanceof InputEvent && event.isComposing) return;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.ask(), TYPING_PAUSE);
  };

  #onKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const stops: HTMLElement[] = [this.field, ...this.#list.querySelectorAll<HTMLElement>('a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  #onClick = ({ target }: Event): void => {
    const part = target instanceof Element ? target.closest('button')?.dataset.part : undefined;
    if (part === 'more') this.#more().catch((error: unknown) => this.#fail(error));
    if (part === 'retry') void this.ask();
  };
}

/** Nobody needs to read a query of thousands of characters again. */
const SHOWN_QUERY = 80;

function shortened(text: string): string {
  const letters = [...text.toWellFormed()];
  return letters.length > SHOWN_QUERY ? `${letters.slice(0, SHOWN_QUERY).join('')}…` : text.toWellFormed();
}
