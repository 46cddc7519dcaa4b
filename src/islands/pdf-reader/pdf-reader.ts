import type { ReaderCommand } from '../../core/reader/keys.ts';
import { parseLocation, type ReaderLocation } from '../../core/reader/location.ts';
import { defaultZoom } from '../../core/reader/zoom.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { takeAhead } from './ahead.ts';
import { announcer } from './announcer.ts';
import { pageCommands } from './commands.ts';
import { Covers } from './covers.ts';
import { Divider } from './divider.ts';
import { watchFiles } from './dropped-file.ts';
import { darkenPages } from './display.ts';
import type { Features } from './features.ts';
import { watchKeys } from './keyboard.ts';
import { lostPlace } from './lost-places.ts';
import { Notices } from './notices.ts';
import { Panes } from './panes.ts';
import type { PdfView } from './pdf-view.ts';
import { hidePoster, watchPoster } from './poster.ts';
import { endThread, readyThread } from './pdf-worker.ts';
import { loadPosition, savePosition } from './storage.ts';
import { Toolbar } from './toolbar.ts';
import { Trail } from './trail.ts';
import { entryOf, UrlHistory, type Entry } from './url-history.ts';
import type * as Viewer from './viewer.ts';
import { whenParsed } from './when-parsed.ts';

/** What is known while a PDF is opened. */
interface Opening {
  readonly signal: AbortSignal;
  readonly modules: Promise<typeof Viewer | undefined>;
  readonly isFresh: boolean;
}

/** A paper's PDF beside its note: wires the pages, the tools, the keys, the tabs and the address to each other. */
class PdfReader extends HTMLElement {
  /** Lives as long as the element is on the page. */
  #life = new AbortController();
  /** Lives as long as a PDF is open, or on its way. */
  #session = new AbortController();
  #view: PdfView | undefined;
  #features: Features | undefined;
  /** A file of the reader's own that is shown instead of the paper's. */
  #file: File | undefined;
  #panes!: Panes;
  #toolbar!: Toolbar;
  #history!: UrlHistory;
  #trail!: Trail;
  #say!: (text: string) => void;
  #notices!: Notices;

  connectedCallback(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    darkenPages(this);
    this.#panes = new Panes(this, signal);
    new Divider(this, signal);
    this.#toolbar = new Toolbar(this.querySelector('[data-toolbar]')!, {
      run: this.#run,
      goToPage: (page) => {
        this.#jump({ page });
        this.#container.focus({ preventScroll: true });
      },
      signal,
    });
    this.#trail = new Trail(this.querySelector<HTMLElement>('[data-trail]')!, signal);
    const onRest = (entry: Entry) => this.#file ?? (this.#view && savePosition(this.dataset.paper ?? '', entry));
    const listener = { signal, onReturn: this.#return, onHash: this.#followHash, onRest, onTrail: this.#trail.lead };
    this.#history = new UrlHistory(listener);
    this.#say = announcer(this.querySelector('[data-live]')!, signal);
    this.#notices = new Notices(this.querySelector<HTMLElement>('[data-notice]')!, signal);
    this.#watchKeys(signal);
    watchFiles(this, { onFile: this.#showFile, signal });
    this.addEventListener('click', this.#onClick, { signal });
    // A page that waits in the browser's history keeps no PDF in memory.
    addEventListener('pagehide', this.#rest, { signal });
    addEventListener('pageshow', ({ persisted }) => void (persisted && this.#open()), { signal });
    watchPoster(this, entryOf(history.state) !== undefined || loadPosition(this.dataset.paper ?? '') !== undefined);
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
    return this.#view && { ...this.#view.position, pane: this.#panes.shown, ...this.#features?.marks };
  }

  #watchKeys(signal: AbortSignal): void {
    const pane = this.querySelector<HTMLElement>('[data-pdf-pane]')!;
    const [isOpen, isWide] = [() => this.#view !== undefined, () => this.#view?.isWide ?? false];
    watchKeys({ container: this.#container, pane, isOpen, isWide, run: this.#run }, signal);
  }

  /** @param isFresh Whether what the browser has kept of the PDF is passed over. */
  async #open(isFresh = false): Promise<void> {
    this.#close();
    this.#session = new AbortController();
    const { signal } = this.#session;
    const covers = new Covers(this, signal);
    if (!this.#file && !this.dataset.pdf) return covers.absent();
    covers.loading();
    const modules = import('./viewer.ts').catch(() => undefined);
    const options = this.#options(covers, { signal, modules, isFresh });
    const viewer = await modules;
    const opened = signal.aborted ? undefined : await viewer?.openPdf(options);
    if (signal.aborted || opened?.view) return;
    if (!this.#replaced.hidden && !isFresh) return this.#open(true);
    hidePoster(this);
    covers.failed(opened?.failure ?? 'network');
  }

  #close = (): void => {
    this.#session.abort();
    this.#view = undefined;
    this.#features = undefined;
    this.#toolbar.enabled = false;
    this.#replaced.hidden = true;
  };

  #rest = (): void => {
    this.#close();
    endThread();
  };

  #options(covers: Covers, { signal, modules, isFresh }: Opening): Viewer.OpenOptions {
    const { pdf = '', assets = '', pageName = '', texts = '' } = this.dataset;
    return {
      file: this.#file ?? pdf,
      textsUrl: this.#file ? '' : texts,
      ahead: this.#file || isFresh ? undefined : takeAhead(pdf),
      isFresh,
      onReplaced: () => (this.#replaced.hidden = false),
      thread: readyThread(),
      assets,
      pageName,
      signal,
      container: this.#container,
      askPassword: (isWrong) => (hidePoster(this), covers.password(isWrong)),
      onPause: this.#notices.during(this.dataset.interrupted ?? ''),
      onProgress: (share) => this.#view || covers.loading(share),
      onReady: (view) => {
        covers.done();
        void modules.then((viewer) => viewer && !signal.aborted && this.#arrive(view, viewer));
      },
      onMove: this.#update,
      onJump: (page) => this.#remember({ page }),
    };
  }

  /** Shows what the address asks for, or where this tab was before it was reloaded, or where the paper was left. */
  #arrive(view: PdfView, viewer: typeof Viewer): void {
    this.#view = view;
    this.#toolbar.enabled = true;
    view.on('pagerendered', () => hidePoster(this));
    const { signal } = this.#session;
    const place = this.#file ? {} : parseLocation(location.hash);
    const entry = this.#file ? undefined : entryOf(history.state);
    view.goTo({ page: 1, zoom: defaultZoom, ...place });
    const onMarks = () => this.#update();
    this.#features = new viewer.Features({ root: this, view, jump: this.#jump, notify: this.#notices.show, onMarks, signal });
    const left = this.#file || location.hash !== '' ? undefined : loadPosition(this.dataset.paper ?? '');
    if (entry) this.#return(entry);
    else if (left) view.restore(left);
    if (entry || left) hidePoster(this);
    this.#features.arrive(place);
    if (!this.#file && !entry) void this.#tellOfLostPlace();
    let isDrawn = false;
    view.on('pagerendered', () => {
      // Until the first page is drawn, what else there is would only be in its way.
      if (!isDrawn) void this.#complete(view);
      isDrawn = true;
    });
  }

  /** Lets links show what they lead to, the text be marked, and the next paper find this one's scripts and thread at work; without that, the PDF can still be read. */
  async #complete(view: PdfView): Promise<void> {
    const { signal } = this.#session;
    const { surface } = view;
    const file = this.#file;
    const frame = this.querySelector<HTMLElement>('[data-preview]')!;
    const previewing = import('./preview.ts').then(({ Previews }) => signal.aborted || new Previews({ view, frame, signal }));
    const turning = import('../page-turn/page-turn.ts').then(({ turnPagesHere }) => turnPagesHere(this.dataset.base ?? '/'));
    void Promise.allSettled([previewing, turning]);
    const marking = await import('../pdf-marking/marking.ts').catch(() => undefined);
    if (!signal.aborted) marking?.startMarking({ root: this, surface, file, jump: this.#jump, signal });
  }

  #update = (): void => {
    const view = this.#view;
    const entry = this.#entry;
    if (!view || !entry || view.count === 0) return;
    this.#toolbar.show(view);
    this.#features?.follow();
    this.#history.note(entry);
    this.#trail.follow(view.page);
    this.#say(fillTemplate(this.dataset.at ?? '', { page: view.labels?.[view.page - 1] || view.page, count: view.count }));
  };

  #run = (command: ReaderCommand): void => {
    if (command === 'back' && !this.#trail.isOpen) return;
    if (command === 'open-file') this.querySelector<HTMLInputElement>('[data-file-field]')!.click();
    const view = this.#view;
    if (view) ({ ...pageCommands({ view, jump: this.#jump }), ...this.#features?.commands })[command]?.();
  };

  /** Goes to a place in a way that Back undoes. */
  #jump = (place: ReaderLocation): void => {
    this.#remember(place);
    this.#view?.goTo(place);
    this.#features?.arrive(place);
  };

  #remember(place: ReaderLocation): void {
    const entry = this.#entry;
    if (entry) this.#history.jump(entry, place);
  }

  #return = (entry: Entry): void => {
    this.#panes.show(entry.pane);
    this.#view?.restore(entry);
  };

  #followHash = (): void => {
    // A place of this page itself, such as where its content begins, is none of the PDF.
    if (document.getElementById(location.hash.slice(1))) return;
    const place = parseLocation(location.hash);
    this.#view?.goTo(place);
    this.#features?.arrive(place);
    void this.#tellOfLostPlace();
  };

  /** Says so if the address asks for something that the PDF does not have. */
  async #tellOfLostPlace(): Promise<void> {
    const { pageLost = '', placeLost = '' } = this.dataset;
    const lost = this.#view && (await lostPlace(location.hash, this.#view, { pageLost, placeLost }));
    if (lost) this.#notices.show(lost);
  }

  #showFile = (file: File): void => {
    this.#file = file;
    hidePoster(this);
    const name = this.querySelector<HTMLElement>('[data-file-name]')!;
    name.textContent = fillTemplate(name.dataset.fileName ?? '', { name: file.name });
    this.querySelector<HTMLElement>('[data-own-file]')!.hidden = false;
    this.#panes.show('pdf');
    void this.#open();
  };

  #leaveFile(): void {
    this.#file = undefined;
    this.querySelector<HTMLElement>('[data-own-file]')!.hidden = true;
    void this.#open();
  }

  /** Says that the server has another PDF than the one that is open, and offers to load it. */
  get #replaced(): HTMLElement {
    return this.querySelector<HTMLElement>('[data-replaced]')!;
  }

  /** Loads the PDF that took the place of the one that is open, at the same place; what is being written on a mark is kept. */
  #loadReplacement(): void {
    for (const form of this.querySelectorAll<HTMLFormElement>('[data-marks] form')) form.requestSubmit();
    void this.#open(true);
  }

  #buttons: Readonly<Record<string, () => void>> = {
    '[data-retry]': () => void this.#open(),
    '[data-open-file]': () => this.#run('open-file'),
    '[data-leave-file]': () => this.#leaveFile(),
    '[data-load-replacement]': () => this.#loadReplacement(),
  };

  #onClick = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : undefined;
    for (const [button, press] of Object.entries(this.#buttons)) if (target?.closest(button)) press();
    const link = target?.closest<HTMLAnchorElement>('a[data-page-link]');
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) this.#turnTo(link, event);
  };

  /** Follows a note's citation of a page. Until the PDF is open the browser's own way, the address, does it, or leads to a copy elsewhere. */
  #turnTo(link: HTMLAnchorElement, event: MouseEvent): void {
    const place = parseLocation(link.hash);
    if (Object.keys(place).length === 0) return;
    if (this.#view) {
      event.preventDefault();
      this.#jump(place);
    } else if (!this.dataset.pdf) return;
    if (this.#panes.shown === 'pdf') return;
    this.#panes.show('pdf');
    this.#container.focus({ preventScroll: true });
  }
}

whenParsed(() => customElements.define('pdf-reader', PdfReader));
