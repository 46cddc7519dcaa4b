import type { ReaderCommand } from '../../core/reader/keys.ts';
import { parseLocation } from '../../core/reader/location.ts';
import { defaultZoom } from '../../core/reader/zoom.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { announcer } from './announcer.ts';
import { runCommand } from './commands.ts';
import { Covers } from './covers.ts';
import { watchKeys } from './keyboard.ts';
import { Panes } from './panes.ts';
import type { PdfView } from './pdf-view.ts';
import { startThread } from './pdf-worker.ts';
import { Toolbar } from './toolbar.ts';
import { entryOf, UrlHistory, type Entry } from './url-history.ts';
import type { OpenOptions } from './viewer.ts';

/** A paper's PDF beside its note: wires the pages, the tools, the keys, the tabs and the address to each other. */
class PdfReader extends HTMLElement {
  /** Lives as long as the element is on the page. */
  #life = new AbortController();
  /** Lives as long as a PDF is open, or on its way. */
  #session = new AbortController();
  #view: PdfView | undefined;
  #panes!: Panes;
  #toolbar!: Toolbar;
  #history!: UrlHistory;
  #say!: (text: string) => void;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    this.#panes = new Panes(this, signal);
    this.#toolbar = new Toolbar(this.querySelector('[data-toolbar]')!, { run: this.#run, goToPage: this.#jump, signal });
    this.#history = new UrlHistory({ signal, onReturn: this.#return, onHash: this.#followHash });
    this.#say = announcer(this.querySelector('[data-live]')!, signal);
    watchKeys({ container: this.#container, isWide: () => this.#view?.isWide ?? false, run: this.#run }, signal);
    this.addEventListener('click', this.#onClick, { signal });
    // A page that waits in the browser's history keeps no PDF in memory.
    addEventListener('pagehide', this.#close, { signal });
    addEventListener('pageshow', ({ persisted }) => void (persisted && this.#open()), { signal });
    void this.#open();
  }

  disconnectedCallback(): void {
    this.#close();
    this.#life.abort();
  }

  get #container(): HTMLDivElement {
    return this.querySelector<HTMLDivElement>('[data-scroller]')!;
  }

  get #entry(): Entry | undefined {
    return this.#view && { ...this.#view.position, pane: this.#panes.shown };
  }

  async #open(): Promise<void> {
    this.#close();
    this.#session = new AbortController();
    const { signal } = this.#session;
    const covers = new Covers(this);
    covers.loading();
    const options = this.#options(covers, signal);
    const viewer = await import('./viewer.ts').catch(() => undefined);
    if (!viewer || signal.aborted) options.thread.worker.terminate();
    const opened = signal.aborted ? undefined : await viewer?.openPdf(options);
    if (!signal.aborted && !opened?.view) covers.failed(opened?.failure ?? 'network');
  }

  #close = (): void => {
    this.#session.abort();
    this.#view = undefined;
    this.#toolbar.enabled = false;
  };

  #options(covers: Covers, signal: AbortSignal): OpenOptions {
    const { pdf = '', assets = '', pageName = '' } = this.dataset;
    return {
      url: pdf,
      thread: startThread(),
      assets,
      pageName,
      signal,
      container: this.#container,
      onProgress: (share) => this.#view || covers.loading(share),
      onReady: (view) => {
        covers.done();
        this.#arrive(view);
      },
      onMove: this.#update,
      onJump: (page) => this.#remember(page),
    };
  }

  /** Shows what the address asks for, or where this tab was before it was reloaded. */
  #arrive(view: PdfView): void {
    this.#view = view;
    this.#toolbar.enabled = true;
    const entry = entryOf(history.state);
    view.goTo({ page: 1, zoom: defaultZoom, ...parseLocation(location.hash) });
    if (entry) this.#return(entry);
    void this.#mark(view);
  }

  /** Lets the text be marked; without it, the PDF can still be read. */
  async #mark({ surface }: PdfView): Promise<void> {
    const { signal } = this.#session;
    const marking = await import('../pdf-marking/marking.ts').catch(() => undefined);
    if (!signal.aborted) marking?.startMarking({ root: this, surface, jump: this.#jump, signal });
  }

  #update = (): void => {
    const view = this.#view;
    const entry = this.#entry;
    if (!view || !entry || view.count === 0) return;
    this.#toolbar.show(view);
    this.#history.note(entry);
    this.#say(fillTemplate(this.dataset.at ?? '', { page: view.page, count: view.count }));
  };

  #run = (command: ReaderCommand): void => {
    if (this.#view) runCommand({ view: this.#view, jump: this.#jump }, command);
  };

  /** Goes to a page in a way that Back undoes. */
  #jump = (page: number): void => {
    this.#remember(page);
    this.#view?.goTo({ page });
  };

  #remember(page: number): void {
    const entry = this.#entry;
    if (entry) this.#history.jump(entry, page);
  }

  #return = (entry: Entry): void => {
    this.#panes.show(entry.pane);
    this.#view?.restore(entry);
  };

  #followHash = (): void => this.#view?.goTo(parseLocation(location.hash));

  #onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    if (target?.closest('[data-retry]')) void this.#open();
    const link = target?.closest<HTMLAnchorElement>('a[data-page-link]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#turnTo(link, event);
  };

  /** Follows a note's citation of a page. Until the PDF is open the browser's own way, the address, does it. */
  #turnTo(link: HTMLAnchorElement, event: MouseEvent): void {
    const { page } = parseLocation(link.hash);
    if (page === undefined) return;
    if (this.#view) {
      event.preventDefault();
      this.#jump(page);
    }
    if (this.#panes.shown === 'pdf') return;
    this.#panes.show('pdf');
    this.#container.focus({ preventScroll: true });
  }
}

customElements.define('pdf-reader', PdfReader);
