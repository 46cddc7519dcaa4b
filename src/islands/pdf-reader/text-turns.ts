import type { TextLayerBuilder } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** What the turns are about. */
export interface TextTurnsOptions {
  /** The element that scrolls the pages. */
  readonly container: HTMLElement;
  /** The page that is read, counted from 1. */
  readonly currentPage: () => number;
  readonly signal: AbortSignal;
}

/** How long nothing may have scrolled until pages stand still, in milliseconds. */
const STILL = 120;

/** What pdf.js reads the text of a page from. */
type TextSource = Pick<TextLayerBuilder['pdfPage'], 'streamTextContent'>;

/**
 * Lets the texts of pages be laid out only while the pages stand still, the nearest first. A page's text is a thousand elements that
 * nobody can select as they pass, and laying them out costs a slow device more than drawing the page. Where something is selected,
 * no text waits, for the selection may grow over pages that scroll into view.
 */
export class TextTurns {
  #options: TextTurnsOptions;
  #held = new WeakSet<TextLayerBuilder>();
  #waiting = new Set<{ readonly page: number; readonly start: () => void }>();
  #isMoving = false;
  #scrolls = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TextTurnsOptions) {
    this.#options = options;
    const { container, signal } = options;
    container.addEventListener('scroll', this.#onScroll, { passive: true, signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  /** Makes the text of a page, counted from 1, wait for its turn whenever it is laid out. */
  hold(layer: TextLayerBuilder, page: number): void {
    if (this.#held.has(layer)) return;
    this.#held.add(layer);
    const source: TextSource = layer.pdfPage;
    const held: TextSource = {
      streamTextContent: (params) => {
        const come = new Promise<void>((start) => this.#waiting.add({ page, start }));
        this.#next();
        return streamAfter(come, () => source.streamTextContent(params));
      },
    };
    // Of a page the builder uses this one method.
    layer.pdfPage = held as TextLayerBuilder['pdfPage'];
  }

  #onScroll = (): void => {
    // The first of several scrolls may be a jump, to a place whose text is wanted.
    this.#isMoving = this.#timer !== undefined && !this.#isSelecting;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onStill, STILL);
    this.#scrolls++;
    this.#next();
  };

  #onStill = (): void => {
    const scrolls = this.#scrolls;
    // After a long frame the scroll that it held up comes with the next one.
    requestAnimationFrame(() => {
      if (scrolls !== this.#scrolls) return;
      this.#timer = undefined;
      this.#isMoving = false;
      this.#next();
    });
  };

  get #isSelecting(): boolean {
    const selection = getSelection();
    return selection !== null && !selection.isCollapsed && this.#options.container.contains(selection.anchorNode);
  }

  /** Lays out the text of the nearest page that waits, and the others when there is time. */
  #next = (): void => {
    if (this.#isMoving || this.#options.signal.aborted) return;
    const current = this.#options.currentPage();
    const [nearest] = [...this.#waiting].sort((a, b) => Math.abs(a.page - current) - Math.abs(b.page - current));
    if (!nearest) return;
    this.#waiting.delete(nearest);
    nearest.start();
    whenIdle(this.#next);
  };
}

/** Safari has no idle callbacks. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: STILL });
  else setTimeout(run);
}

/** A stream that is begun when its turn has come, unless it is no longer wanted by then. */
function streamAfter(turn: Promise<void>, begin: () => ReadableStream): ReadableStream {
  let reader: ReadableStreamDefaultReader | undefined;
  let isWanted = true;
  return new ReadableStream({
    start: async () => {
      await turn;
      if (isWanted) reader = begin().getReader();
    },
    pull: async (controller) => {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async (reason) => {
      isWanted = false;
      await reader?.cancel(reason);
    },
  });
}
