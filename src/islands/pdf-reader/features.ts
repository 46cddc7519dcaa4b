import type { TextQuote } from '../../core/annotation/mark.ts';
import type { ReaderCommand } from '../../core/reader/keys.ts';
import { parseLocation, type ReaderLocation, type SearchTerms } from '../../core/reader/location.ts';
import { fillTemplate } from '../../core/text/template.ts';
import { watchBrokenPages } from './broken-pages.ts';
import { CleanCopy } from './clean-copy.ts';
import { Display, press } from './display.ts';
import { FindBar } from './find-bar.ts';
import { watchIdleness } from './idle.ts';
import { LinkCopying } from './link-copying.ts';
import type { PdfView } from './pdf-view.ts';
import { SidePanel, type PanelName } from './side-panel.ts';
import { changeSettings, loadSettings } from './storage.ts';
import type { Thumbnails } from './thumbnails.ts';

/** What the parts of the reader that need an open PDF are given. */
export interface FeatureOptions {
  /** The reader's element. */
  readonly root: HTMLElement;
  readonly view: PdfView;
  /** Goes to a place in a way that Back undoes. */
  readonly jump: (place: ReaderLocation) => void;
  /** Says something that the reader should see and hear. */
  readonly notify: (text: string) => void;
  /** Called when other words are marked, or none. */
  readonly onMarks: () => void;
  readonly signal: AbortSignal;
}

/** What is marked in the PDF because the address or the reader asked for it. */
export interface Marks {
  readonly search?: SearchTerms;
  readonly quote?: TextQuote;
}

/** From this width of the pages' window on the side panel leaves room for them, in pixels; the style sheet has the same limit. */
const ROOM_FOR_PANEL = 640;

/** All that an open PDF has beyond its pages: finding, outline, thumbnails, previews, copying, printing, how it is shown. */
export class Features {
  #options: FeatureOptions;
  #panel: SidePanel;
  #findBar: FindBar;
  #copying: LinkCopying;
  #display: Display;
  #thumbnails: Thumbnails | undefined;
  #hasOutline = false;
  #isSearching = false;
  #quote: { readonly quote: TextQuote; readonly page: number } | undefined;

  constructor(options: FeatureOptions) {
    this.#options = options;
    const { root, view, signal, onMarks, notify } = options;
    this.#display = new Display({ root, view, onRefused: () => notify(this.#text('fullScreenFailed')), signal });
    const panel = root.querySelector<HTMLElement>('[data-panel]')!;
    this.#panel = new SidePanel(panel, { onShow: this.#fill, onToggle: this.#onPanel, returnTo: () => this.#button('panel'), signal });
    this.#findBar = new FindBar(root.querySelector<HTMLElement>('[data-find-bar]')!, {
      view,
      list: this.#panel.list('matches'),
      showList: () => this.#panel.open('matches'),
      onSearch: this.#onSearch,
      onChange: onMarks,
      signal,
    });
    const copy = new CleanCopy(view, signal);
    this.#copying = new LinkCopying({ view, copy, source: root.dataset.source ?? '' });
    watchBrokenPages(view, root.querySelector<HTMLTemplateElement>('template[data-broken]')!);
    watchIdleness(view, signal);
    panel.addEventListener('click', this.#onPlace, { signal });
    document.addEventListener('keydown', this.#onEscape, { signal });
    this.#openPanel();
  }

  /** What is marked now. */
  get marks(): Marks {
    const search = this.#findBar.terms;
    const quote = this.#quote?.page === this.#options.view.page ? this.#quote.quote : undefined;
    return { ...(search && { search }), ...(quote && { quote }) };
  }

  /** What the commands do that need more than the pages. */
  get commands(): Partial<Record<ReaderCommand, () => void>> {
    const { root } = this.#options;
    return {
      ...this.#display.commands,
      find: () => this.#findBar.open(),
      panel: () => this.#panel.toggle(),
      print: () => void this.#print(),
      download: () => root.querySelector<HTMLAnchorElement>('[data-toolbar] a[download]')?.click(),
      'copy-link': () => void this.#copyLink(),
      'copy-quotation': () => void this.#copyQuotation(),
    };
  }

  /** Marks what an address asks for. */
  arrive({ page, search, quote }: ReaderLocation): void {
    if (search) this.#findBar.search(search);
    else if (quote) void this.#markQuote(quote, page ?? this.#options.view.page);
  }

  /** Follows the reader to another page. */
  follow(): void {
    if (this.#panel.shown === 'thumbnails') this.#thumbnails?.follow();
  }

  async #markQuote(quote: TextQuote, near: number): Promise<void> {
    const { view, signal, notify } = this.#options;
    // Few addresses name words by what stands around them.
    const { findQuote } = await import('./quotes.ts');
    const found = await findQuote(quote, view.texts, near);
    if (signal.aborted) return;
    if (!found) return notify(this.#text('quoteLost'));
    this.#quote = { quote, page: found.place.page };
    if (view.page !== found.place.page) view.goTo({ page: found.place.page });
    view.finder.find(found.request, found.place);
  }

  /** The first search since the bar was opened can be undone by Back. */
  #onSearch = (): void => {
    this.#quote = undefined;
    if (!this.#isSearching) this.#options.jump({});
    this.#isSearching = true;
  };

  #fill = (name: PanelName): void => {
    // What the panel shows is loaded when it is first asked for; if it does not come, the next time asks again.
    if (name === 'thumbnails') void this.#fillThumbnails().catch(() => undefined);
    else if (name === 'outline' && !this.#hasOutline) void this.#fillOutline().catch(() => (this.#hasOutline = false));
  };

  async #fillThumbnails(): Promise<void> {
    const { view, signal } = this.#options;
    const { Thumbnails } = await import('./thumbnails.ts');
    if (signal.aborted) return;
    this.#thumbnails ??= new Thumbnails({ list: this.#panel.list('thumbnails'), view, signal, pageName: this.#text('pageName') });
    this.#thumbnails.follow();
  }

  async #fillOutline(): Promise<void> {
    const { view, signal } = this.#options;
    this.#hasOutline = true;
    const { fillOutline } = await import('./outline.ts');
    if (!signal.aborted) await fillOutline({ list: this.#panel.list('outline'), view, signal });
  }

  #onPanel = (isOpen: boolean): void => {
    press(this.#options.root, 'panel', isOpen);
    changeSettings({ isPanelOpen: isOpen });
  };

  #onPlace = (event: MouseEvent): void => {
    const { view, root, jump } = this.#options;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-place]') : undefined;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = parseLocation(link.hash);
    if (place.destination === undefined) jump(place);
    else void view.links.goToDestination(place.destination as string | unknown[]);
    if (root.querySelector('[data-stage]')!.clientWidth < ROOM_FOR_PANEL) this.#panel.close();
  };

  #onEscape = (event: KeyboardEvent): void => {
    const { view, onMarks } = this.#options;
    const isHere = event.target === document.body || (event.target instanceof Node && view.container.contains(event.target));
    if (event.key !== 'Escape' || event.defaultPrevented || !isHere) return;
    if (this.#findBar.isOpen) this.#findBar.close();
    else if (this.#quote) {
      this.#quote = undefined;
      view.finder.stop();
      onMarks();
    } else this.#panel.close();
    this.#isSearching = false;
  };

  /** The panel is as it was left, where it does not hide the pages. */
  #openPanel(): void {
    if (loadSettings().isPanelOpen && this.#options.root.querySelector('[data-stage]')!.clientWidth >= ROOM_FOR_PANEL) this.#panel.open();
    else this.#panel.close();
  }

  async #print(): Promise<void> {
    const { view, signal, notify } = this.#options;
    try {
      const { printPages } = await import('./print.ts');
      const onProgress = (share: number) => notify(fillTemplate(this.#text('printing'), { percent: Math.floor(share * 100) }));
      await printPages({ view, onProgress, signal });
      notify('');
    } catch {
      notify(this.#text('printFailed'));
    }
  }

  async #copyLink(): Promise<void> {
    const isSelection = this.#copying.hasSelection;
    await this.#toClipboard(await this.#copying.link(), isSelection ? 'selectionLinkCopied' : 'pageLinkCopied');
  }

  async #copyQuotation(): Promise<void> {
    const quotation = await this.#copying.quotation();
    if (quotation === undefined) this.#options.notify(this.#text('nothingSelected'));
    else await this.#toClipboard(quotation, 'quotationCopied');
  }

  async #toClipboard(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#options.notify(this.#text(done));
    } catch {
      // Where the clipboard is closed to pages, the text is there to be copied by hand.
      this.#options.notify(text);
    }
  }

  /** One of the reader's sentences, which its element carries. */
  #text(name: string): string {
    return this.#options.root.dataset[name] ?? '';
  }

  #button(command: ReaderCommand): HTMLElement | null {
    return this.#options.root.querySelector<HTMLElement>(`[data-command="${command}"]`);
  }
}
