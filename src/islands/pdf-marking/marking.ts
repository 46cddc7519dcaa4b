import type { Step } from '../../core/annotation/history.ts';
import { inReadingOrder } from '../../core/annotation/listing.ts';
import type { Mark, MarkColor, MarkKind } from '../../core/annotation/mark.ts';
import { makeAnchor } from '../../core/annotation/page-text.ts';
import { watchMarkingKeys } from './keys.ts';
import { MarkBook } from './mark-book.ts';
import { MarkPanel } from './mark-panel.ts';
import { MarkStore } from './mark-store.ts';
import { PageTexts } from './page-texts.ts';
import { Painter } from './painter.ts';
import { Places } from './places.ts';
import { SelectionBar, type MarkStyle } from './selection-bar.ts';
import type { PdfSurface } from './surface.ts';
import { selectedPieces } from './text-layers.ts';
import type { TransferPaper } from './transfer.ts';
import { nameOf, type MarkWords } from './words.ts';
import { WordSelector } from './word-selector.ts';

/** Where marks are made and listed. */
export interface MarkingOptions {
  /** The reader. */
  readonly root: HTMLElement;
  readonly surface: PdfSurface;
  /** Goes to a page in a way that Back undoes. */
  readonly jump: (place: { readonly page: number }) => void;
  /** The reader's own file that is open instead of the paper's. */
  readonly file: File | undefined;
  /** Ends with the PDF. */
  readonly signal: AbortSignal;
}

/** Lets the text of an open PDF be marked, and shows the marks that were made in it before. */
export function startMarking(options: MarkingOptions): void {
  new Marking(options).start();
}

class Marking {
  #options: MarkingOptions;
  #words: MarkWords;
  #paper: TransferPaper;
  #texts: PageTexts;
  #places: Places;
  #painter: Painter;
  #book: MarkBook;
  #store: MarkStore;
  #panel: MarkPanel;
  #bar: SelectionBar;
  #selector: WordSelector;
  #chosen: string | undefined;
  #frame = 0;
  #paintFrame = 0;

  constructor(options: MarkingOptions) {
    const { root, surface, signal } = options;
    const panel = root.querySelector<HTMLElement>('[data-marks]')!;
    // The page writes these attributes for this module.
    this.#words = JSON.parse(panel.dataset.words ?? '{}') as MarkWords;
    const paper = paperOf(options, panel);
    const { database = '' } = panel.dataset;
    this.#paper = paper;
    this.#options = options;
    this.#texts = new PageTexts(surface);
    this.#places = new Places(this.#texts, this.#refresh);
    this.#painter = new Painter(surface, this.#texts);
    this.#book = new MarkBook({ keep: (records) => void this.#store.put(records), onChange: this.#onChange });
    this.#store = new MarkStore({
      database,
      paper: paper.id,
      signal,
      onRecords: (records) => this.#book.receive(records),
      onKeeping: (keeping) => this.#panel.keeping(keeping),
    });
    this.#bar = new SelectionBar({
      bar: root.querySelector<HTMLElement>('[data-mark-bar]')!,
      stage: panel.parentElement!,
      hasSelection: () => this.#hasSelection,
      onMark: (style) => void this.#mark(style),
      signal,
    });
    this.#selector = new WordSelector(surface, this.#texts, (text) => this.#panel.say(text));
    this.#panel = this.#makePanel(panel);
  }

  #makePanel(panel: HTMLElement): MarkPanel {
    const { root, surface, signal } = this.#options;
    return new MarkPanel({
      root,
      panel,
      words: this.#words,
      surface,
      paper: this.#paper,
      book: this.#book,
      placed: () => this.#placed,
      signal,
      actions: {
        choose: this.#choose,
        remove: (id) => this.#remove(id),
        edit: (before, after) => this.#edit(before, after),
        retry: () => void this.#store.retry(),
        undo: this.#undo,
        redo: this.#redo,
        closed: () => surface.container.focus({ preventScroll: true }),
      },
    });
  }

  start(): void {
    const { surface, root, signal } = this.#options;
    for (const name of ['textlayerrendered', 'updatetextlayermatches', 'pagerendered', 'rotationchanging'])
      surface.bus.on(name, this.#repaint, { signal });
    surface.container.addEventListener('click', this.#onClick, { signal });
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame);
      cancelAnimationFrame(this.#paintFrame);
      this.#painter.clear();
    });
    watchMarkingKeys(
      {
        root,
        selector: this.#selector,
        hasSelection: () => this.#hasSelection,
        mark: (kind, color) => void this.#mark({ kind, color: color ?? this.#bar.color }),
        startSelecting: () => this.#startSelecting(),
        stopSelecting: this.#stopSelecting,
        toggleList: () => this.#panel.toggle(),
        focusBar: () => this.#bar.focus(),
        undo: this.#undo,
        redo: this.#redo,
      },
      signal,
    );
    void this.#store.load().then((records) => this.#book.receive(records));
  }

  get #placed() {
    return inReadingOrder(this.#book.marks.map((mark) => this.#places.placed(mark)));
  }

  get #hasSelection(): boolean {
    return selectedPieces(this.#options.surface).length > 0;
  }

  #onChange = (): void => {
    void this.#places.find(this.#book.marks);
    this.#refresh();
  };

  /** Shows the marks anew, once for all that changes within a frame. */
  #refresh = (): void => {
    this.#repaint();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#panel.show({ marks: this.#placed, chosen: this.#chosen }));
  };

  /** Shows the marks on pages that were drawn anew; the list of them stays as it is. */
  #repaint = (): void => {
    cancelAnimationFrame(this.#paintFrame);
    this.#paintFrame = requestAnimationFrame(() => void this.#painter.paint(this.#placed, this.#chosen));
  };

  /** Marks what is selected; one mark for each page that it touches. */
  async #mark({ kind, color }: MarkStyle): Promise<void> {
    const made = await this.#selectedMarks(kind, color);
    const first = made[0];
    if (!first) return this.#panel.say(this.#words.nothingSelected);
    this.#stopSelecting();
    this.#chosen = first.id;
    this.#book.do(made.map((after) => ({ after })));
    this.#panel.say(this.#words.made.replace('{name}', nameOf(first, this.#words)));
    if (kind !== 'note') return;
    this.#panel.edit(first.id, this.#placed);
    this.#painter.revealWhenDrawn(first.id, first.anchor.page);
  }

  async #selectedMarks(kind: MarkKind, color: MarkColor): Promise<Mark[]> {
    const paper = this.#paper.id;
    const now = new Date().toISOString();
    const marks: Mark[] = [];
    for (const { page, first, last } of selectedPieces(this.#options.surface)) {
      const text = await this.#texts.page(page);
      const span = [(text.starts[first.piece] ?? 0) + first.offset, (text.starts[last.piece] ?? 0) + last.offset] as const;
      const anchor = makeAnchor(page, text, span);
      if (anchor) marks.push({ id: newId(), paper, kind, color, comment: '', anchor, created: now, modified: now });
    }
    return marks;
  }

  #edit(before: Mark, after: Mark): void {
    this.#book.do([{ before, after }]);
    this.#panel.say(this.#words.changed);
  }

  #remove(id: string): void {
    const before = this.#book.mark(id);
    if (!before) return;
    if (this.#chosen === id) this.#chosen = undefined;
    this.#book.do([{ before }]);
    this.#panel.show({ marks: this.#placed, chosen: this.#chosen });
    this.#panel.say(this.#words.deleted);
  }

  #undo = (): void => this.#tellOf(this.#book.undo(), this.#words.undone);

  #redo = (): void => this.#tellOf(this.#book.redo(), this.#words.redone);

  #tellOf(step: Step | undefined, done: string): void {
    if (step) this.#panel.say(step.length > 0 ? done : this.#words.notUndone);
  }

  /** Chooses a mark of the list and goes to it. */
  #choose = (id: string): void => {
    this.#chosen = id;
    const { place } = this.#placed.find(({ mark }) => mark.id === id) ?? {};
    this.#refresh();
    if (!place || place === 'pending') return;
    const { surface, jump } = this.#options;
    if (place.page === surface.viewer.currentPageNumber && this.#painter.reveal(id)) return;
    jump({ page: place.page });
    this.#painter.revealWhenDrawn(id, place.page);
  };

  /** A click on a mark chooses it in the list; one that selects text or follows a link is left alone. */
  #onClick = ({ clientX, clientY, target }: MouseEvent): void => {
    if (getSelection()?.isCollapsed === false || (target instanceof Element && target.closest('a, button'))) return;
    const { id, page } = this.#painter.markAt(clientX, clientY) ?? {};
    if (id === undefined && this.#chosen === undefined) return;
    this.#chosen = id;
    this.#refresh();
    if (id === undefined || page === undefined) return;
    this.#panel.open(id, { marks: this.#placed, chosen: id });
    this.#painter.revealWhenDrawn(id, page);
  };

  async #startSelecting(): Promise<void> {
    this.#options.surface.container.focus({ preventScroll: true });
    this.#panel.say((await this.#selector.start()) ? this.#words.selecting : this.#words.noText);
  }

  #stopSelecting = (): void => {
    this.#selector.stop();
    const isInBar = document.activeElement?.closest('[data-mark-bar]');
    getSelection()?.removeAllRanges();
    this.#bar.hide();
    if (isInBar) this.#options.surface.container.focus({ preventScroll: true });
  };
}

/** The paper that is open; a file of the reader's own has its marks under its fingerprint. */
function paperOf({ root, surface, file }: MarkingOptions, { dataset }: HTMLElement): TransferPaper {
  if (file) return { id: `file-${surface.pdf.fingerprints[0]}`, title: file.name, pdf: '' };
  return { id: dataset.paper ?? '', title: dataset.title ?? '', pdf: root.dataset.pdf ?? '' };
}

/** A UUID; its own making where the page is not served securely, as on a server in a local network. */
function newId(): string {
  if ('randomUUID' in crypto) return crypto.randomUUID();
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
