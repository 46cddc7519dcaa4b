import { formatLocation, type ReaderLocation, type SearchTerms } from '../../core/reader/location.ts';
import type { TextQuote } from '../../core/annotation/mark.ts';
import type { Position } from '../../core/reader/position.ts';
import { defaultZoom } from '../../core/reader/zoom.ts';
import type { PaneName } from './panes.ts';

/** What an entry of the browser's history remembers of the reader. */
export interface Entry extends Position {
  /** The pane in view where only one fits. */
  readonly pane: PaneName;
  /** What is marked, as long as it is. */
  readonly search?: SearchTerms;
  /** The words that the address asked for, as long as their page is in view. */
  readonly quote?: TextQuote;
}

/** How long the reader must rest before the address follows, in milliseconds: Safari refuses more than 100 changes in 30 s. */
const REST = 350;

/** What the history asks of the reader. */
export interface HistoryListener {
  readonly signal: AbortSignal;
  /** Called when Back or Forward lead to an entry. */
  readonly onReturn: (entry: Entry) => void;
  /** Called when the address was changed by hand or by a link. */
  readonly onHash: () => void;
  /** Called when the reader rests at a place. */
  readonly onRest: (entry: Entry) => void;
  /** Called with the page that Back leads to, or undefined if it leads out of the paper. */
  readonly onTrail: (page: number | undefined) => void;
}

/** Keeps the address at the page that is read, and lets Back and Forward return to where a jump began and led. */
export class UrlHistory {
  #pending: { readonly entry: Entry; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  #listener: HistoryListener;
  #path = location.pathname;

  constructor(listener: HistoryListener) {
    this.#listener = listener;
    const { signal, onReturn, onHash, onTrail } = listener;
    const follow = ({ state }: PopStateEvent): void => {
      this.#drop();
      if (this.#isLeft) return;
      onTrail(trailOf(state));
      const entry = entryOf(state);
      if (entry) onReturn(entry);
    };
    addEventListener('popstate', follow, { signal });
    const followHash = (): void => {
      if (this.#isLeft || entryOf(history.state)) return;
      this.#drop();
      onHash();
    };
    addEventListener('hashchange', followHash, { signal });
    addEventListener('pagehide', () => this.#flush(), { signal });
    // A link leads away, and Back to the very point where it was followed.
    addEventListener('click', () => this.#flush(), { signal, capture: true });
    signal.addEventListener('abort', () => this.#drop());
  }

  /** Says where the reader is; the address follows when they rest there. */
  note(entry: Entry): void {
    this.#drop();
    this.#pending = { entry, timer: setTimeout(() => this.#flush(), REST) };
  }

  /** Begins a new entry for a jump to a place; Back leads to where the reader is now. */
  jump(from: Entry, place: ReaderLocation): void {
    this.note(from);
    this.#flush();
    history.pushState({ readerFrom: from.page }, '', formatLocation(place));
    this.#listener.onTrail(from.page);
  }

  /** Whether the address is another page's already. */
  get #isLeft(): boolean {
    return location.pathname !== this.#path;
  }

  #flush(): void {
    const entry = this.#pending?.entry;
    this.#drop();
    if (!entry || this.#isLeft) return;
    history.replaceState({ ...history.state, reader: entry }, '', addressOf(entry));
    this.#listener.onRest(entry);
  }

  #drop(): void {
    clearTimeout(this.#pending?.timer);
    this.#pending = undefined;
  }
}

/** The address of an entry; that of the reader itself is left alone while someone has merely opened it. */
function addressOf({ page, zoom, search, quote }: Entry): string {
  const isUntouched = page === 1 && zoom === defaultZoom && location.hash === '';
  if (isUntouched && !search) return location.href;
  return formatLocation({ page, ...(zoom !== defaultZoom && { zoom }), ...(search && { search }), ...(quote && { quote }) });
}

/** What an entry of the history remembers; undefined if it was not made here. */
export function entryOf(state: unknown): Entry | undefined {
  // Only this class writes the field, and always with an entry.
  return (state as { reader?: Entry } | null)?.reader;
}

/** The page from which a jump led to an entry of the history; undefined if none did. */
export function trailOf(state: unknown): number | undefined {
  return (state as { readerFrom?: number } | null)?.readerFrom;
}
