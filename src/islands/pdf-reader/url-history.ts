import { formatLocation } from '../../core/reader/location.ts';
import { defaultZoom } from '../../core/reader/zoom.ts';
import type { PaneName } from './panes.ts';
import type { Position } from './pdf-view.ts';

/** What an entry of the browser's history remembers of the reader. */
export interface Entry extends Position {
  /** The pane in view where only one fits. */
  readonly pane: PaneName;
}

/** How long the reader must rest before the address follows, in milliseconds: Safari refuses more than 100 changes in 30 s. */
const REST = 350;

/** Keeps the address at the page that is read, and lets Back and Forward return to where a jump began and led. */
export class UrlHistory {
  #pending: { readonly entry: Entry; readonly timer: ReturnType<typeof setTimeout> } | undefined;

  constructor({ signal, onReturn, onHash }: { signal: AbortSignal; onReturn: (entry: Entry) => void; onHash: () => void }) {
    const follow = ({ state }: PopStateEvent): void => {
      this.#drop();
      const entry = entryOf(state);
      if (entry) onReturn(entry);
    };
    addEventListener('popstate', follow, { signal });
    addEventListener('hashchange', () => !entryOf(history.state) && onHash(), { signal });
    signal.addEventListener('abort', () => this.#drop());
  }

  /** Says where the reader is; the address follows when they rest there. */
  note(entry: Entry): void {
    this.#drop();
    this.#pending = { entry, timer: setTimeout(() => this.#flush(), REST) };
  }

  /** Begins a new entry for a jump to a page; Back leads to where the reader is now. */
  jump(from: Entry, page: number): void {
    this.note(from);
    this.#flush();
    history.pushState(null, '', formatLocation({ page }));
  }

  #flush(): void {
    const entry = this.#pending?.entry;
    this.#drop();
    if (entry) history.replaceState({ ...history.state, reader: entry }, '', addressOf(entry));
  }

  #drop(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
  }
}

/** The address of an entry; that of the reader itself is left alone while someone has merely opened it. */
function addressOf({ page, zoom }: Entry): string {
  const isUntouched = page === 1 && zoom === defaultZoom && location.hash === '';
  return isUntouched ? location.href : formatLocation({ page, ...(zoom !== defaultZoom && { zoom }) });
}

/** What an entry of the history remembers; undefined if it was not made here. */
export function entryOf(state: unknown): Entry | undefined {
  // Only this class writes the field, and always with an entry.
  return (state as { reader?: Entry } | null)?.reader;
}
