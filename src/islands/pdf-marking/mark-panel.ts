import { mergeImport } from '../../core/annotation/merge.ts';
import type { PlacedMark } from '../../core/annotation/listing.ts';
import type { Mark } from '../../core/annotation/mark.ts';
import type { MarkBook } from './mark-book.ts';
import { MarkList, type MarkListState } from './mark-list.ts';
import type { Keeping } from './mark-store.ts';
import type { PdfSurface } from './surface.ts';
import { download, exportMarks, importMarks, type TextFormat, type TransferPaper } from './transfer.ts';
import type { MarkWords } from './words.ts';

/** What the panel shows, and what its controls ask for. */
export interface MarkPanelOptions {
  /** The reader. */
  readonly root: HTMLElement;
  readonly panel: HTMLElement;
  readonly words: MarkWords;
  readonly surface: PdfSurface;
  readonly paper: TransferPaper;
  readonly book: MarkBook;
  readonly placed: () => readonly PlacedMark[];
  readonly signal: AbortSignal;
  readonly actions: {
    readonly choose: (id: string) => void;
    readonly remove: (id: string) => void;
    readonly edit: (before: Mark, after: Mark) => void;
    readonly retry: () => void;
    readonly undo: () => void;
    readonly redo: () => void;
    /** Called when the panel closed and took the focus with it. */
    readonly closed: () => void;
  };
}

/** The marks beside the pages: their list, what was done to them, and the ways in and out. */
export class MarkPanel {
  #options: MarkPanelOptions;
  #list: MarkList;
  /** Whether the panel was opened for marks that are not kept. */
  #isWarned = false;

  constructor(options: MarkPanelOptions) {
    const { panel, words, signal, actions } = options;
    this.#options = options;
    this.#list = new MarkList({ root: panel, words, onChoose: actions.choose, onDelete: actions.remove, onEdit: actions.edit, signal });
    panel.addEventListener('click', this.#onClick, { signal });
    panel.addEventListener('keydown', this.#onKey, { signal });
    this.#find<HTMLInputElement>('input[type=file]').addEventListener('change', this.#onFile, { signal });
    const button = this.#button;
    button.disabled = false;
    button.addEventListener('click', () => this.toggle(), { signal });
    signal.addEventListener('abort', () => (button.disabled = true));
  }

  show(state: MarkListState): void {
    const { book, panel } = this.#options;
    this.#find('[data-undo]').ariaDisabled = String(!book.canUndo);
    this.#find('[data-redo]').ariaDisabled = String(!book.canRedo);
    for (const button of panel.querySelectorAll('[data-export]')) button.ariaDisabled = String(state.marks.length === 0);
    const badge = this.#button.querySelector<HTMLElement>('[data-badge]')!;
    badge.textContent = String(state.marks.length);
    badge.hidden = state.marks.length === 0;
    this.#list.show(state);
  }

  /** Opens the panel at a mark. */
  open(id: string, state: MarkListState): void {
    this.#setOpen(true);
    this.#list.show(state);
    this.#list.reveal(id);
  }

  /** Opens the panel with a mark ready to be written on. */
  edit(id: string, marks: readonly PlacedMark[]): void {
    this.open(id, { marks, chosen: id });
    this.#list.edit(id);
  }

  /** Opens the panel and puts the focus into it, or closes it. */
  toggle(): void {
    const { panel, actions } = this.#options;
    const isOpening = Boolean(panel.hidden);
    const hadFocus = panel.contains(document.activeElement);
    this.#setOpen(isOpening);
    if (isOpening) this.#list.focus();
    else if (hadFocus) actions.closed();
  }

  /** Tells screen readers something. */
  say(text: string): void {
    this.#find('[data-said]').textContent = text;
  }

  /** Says whether marks are kept, and opens the panel if they are not, for that must be seen. */
  keeping(keeping: Keeping): void {
    const { words, book } = this.#options;
    const notice = this.#find('[data-unkept]');
    notice.hidden = keeping === 'kept';
    if (keeping === 'kept') this.#isWarned = false;
    else this.#find('[data-why]').textContent = words[keeping];
    if (keeping === 'kept' || this.#isWarned || book.marks.length === 0) return;
    this.#isWarned = true;
    this.#setOpen(true);
  }

  #setOpen(isOpen: boolean): void {
    this.#options.panel.hidden = !isOpen;
    this.#button.ariaExpanded = String(isOpen);
  }

  #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (!button || button.ariaDisabled === 'true') return;
    const { actions } = this.#options;
    if (button.matches('[data-close]')) this.toggle();
    else if (button.matches('[data-undo]')) actions.undo();
    else if (button.matches('[data-redo]')) actions.redo();
    else if (button.matches('[data-retry-keeping]')) actions.retry();
    else if (button.matches('[data-import]')) this.#find<HTMLInputElement>('input[type=file]').click();
    else if (button.dataset.export) void this.#export(button.dataset.export, button);
  };

  #onKey = ({ key, target }: KeyboardEvent): void => {
    if (key === 'Escape' && target instanceof Element && !target.closest('[data-filters]')) this.toggle();
  };

  async #export(format: string, button: HTMLButtonElement): Promise<void> {
    const { placed, words } = this.#options;
    if (format === 'pdf') return this.#bake(button);
    const marks = placed().map(({ mark }) => mark);
    // The attribute is one of the three that the page writes.
    exportMarks(marks, format as TextFormat, { paper: this.#options.paper, words });
  }

  /** Offers a copy of the PDF with the marks in it; the writer is loaded when it is first asked for. */
  async #bake(button: HTMLButtonElement): Promise<void> {
    const { surface, placed, words } = this.#options;
    button.ariaDisabled = 'true';
    button.ariaBusy = 'true';
    try {
      const { bake } = await import('./bake.ts');
      const { bytes, without } = await bake(surface, placed());
      download(new Blob([bytes], { type: 'application/pdf' }), `${this.#options.paper.id}-marked.pdf`);
      this.#report([words.baked, without > 0 && words.bakedWithout.replace('{count}', String(without))]);
    } catch {
      this.#report([words.notBaked]);
    } finally {
      button.ariaDisabled = 'false';
      button.ariaBusy = null;
    }
  }

  #onFile = async (event: Event): Promise<void> => {
    // The reader takes files too: PDFs, to show them.
    event.stopPropagation();
    const { target } = event;
    const { words, book } = this.#options;
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const read = await importMarks(file, this.#options.paper.id).catch(() => undefined);
    input.value = '';
    if (!read) return this.#report([words.unreadable]);
    const { step, counts } = mergeImport(read.marks, (id) => book.record(id));
    book.do(step);
    const numbers = words.imported.replace(/\{(added|updated|same|kept)\}/g, (_, name: keyof typeof counts) => String(counts[name]));
    const others = (['foreign', 'unusable'] as const).map((name) => read[name] > 0 && words[name].replace('{count}', String(read[name])));
    this.#report([numbers, ...others]);
  };

  /** Says in the panel, to eyes and ears, what came of something. */
  #report(sentences: readonly (string | false)[]): void {
    const text = sentences.filter((sentence) => sentence !== false).join(' ');
    const place = this.#find('[data-report]');
    place.textContent = text;
    place.hidden = false;
    this.say(text);
  }

  get #button(): HTMLButtonElement {
    return this.#options.root.querySelector<HTMLButtonElement>('[data-marks-button]')!;
  }

  #find<Found extends HTMLElement = HTMLElement>(selector: string): Found {
    return this.#options.panel.querySelector<Found>(selector)!;
  }
}
