import { cleanText } from '../../core/reader/clean-copy.ts';
import type { CleanPages } from './page-contents.ts';
import type { PdfView } from './pdf-view.ts';
import { selectedPieces } from './text-selection.ts';

/** How long a selection must hold before its pages are read, in milliseconds. */
const HOLDS = 150;

/** Gives what is copied from a PDF as it is read: lines joined, hyphenation undone, ligatures as letters, no line numbers. */
export class CleanCopy {
  #view: PdfView;
  /** What reads pages clean; it is loaded when something is first selected. */
  #pages: CleanPages | undefined;

  constructor(view: PdfView, signal: AbortSignal) {
    this.#view = view;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const prepare = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void this.read().catch(() => undefined), HOLDS);
    };
    document.addEventListener('selectionchange', prepare, { signal });
    // pdf.js's own listeners, which copy line for line, stand further in.
    view.container.addEventListener('copy', this.#onCopy, { signal, capture: true });
    signal.addEventListener('abort', () => clearTimeout(timer));
  }

  /** Reads what is selected; empty if nothing is. */
  async read(): Promise<string> {
    const selected = selectedPieces(this.#view);
    if (selected.length === 0) return '';
    const { CleanPages } = await import('./page-contents.ts');
    const pages = (this.#pages ??= new CleanPages(this.#view.pdf));
    await Promise.all(selected.map(({ page }) => pages.read(page)));
    return this.#known(selected) ?? '';
  }

  #onCopy = (event: ClipboardEvent): void => {
    const text = this.#known(selectedPieces(this.#view));
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    event.stopPropagation();
  };

  #known(selected: ReturnType<typeof selectedPieces>): string | undefined {
    const texts: string[] = [];
    for (const { page, pieces } of selected) {
      const read = this.#pages?.known(page);
      if (!read) return undefined;
      texts.push(cleanText(read, pieces));
    }
    return texts.filter((text) => text !== '').join('\n');
  }
}
