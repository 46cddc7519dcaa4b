/** What distinguishes a viewer for the functions below, which run in the page that shows it. */
export interface ViewerInPage {
  readonly isStock: boolean;
  /** The element that scrolls the pages. */
  readonly scroller: string;
  readonly find: { readonly button: string; readonly field: string; readonly output: string };
}

/** When something was first to be seen, in milliseconds after the page was asked for. */
export interface Marks {
  /** Page one, or its poster. */
  readonly seen: number;
  /** The canvas and the text of page one. */
  readonly drawn: number;
  /** A marked phrase, in the window. */
  readonly marked?: number;
}

/** Notes, frame by frame, what is to be seen. It starts anew when a link is clicked. */
export function watch({ isStock }: ViewerInPage): void {
  let start = 0;
  let left: Element | null | undefined;
  const look = (): void => {
    const marks = ((window as { marks?: { -readonly [Name in keyof Marks]?: number } }).marks ??= {});
    const now = performance.now() - start;
    const shown = isStock ? document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument : document;
    const reader = isStock ? shown?.body : document.querySelector('pdf-reader');
    const page = reader !== left && reader?.querySelector('.page[data-page-number="1"]');
    const poster = reader !== left && reader?.querySelector<HTMLImageElement>('[data-poster]:not([hidden]) img');
    const isDrawn = page && page.querySelector('canvas:not([hidden])') && page.querySelector('.textLayer span');
    if ((poster && poster.complete && poster.naturalWidth > 0) || isDrawn) marks.seen ??= now;
    if (isDrawn) marks.drawn ??= now;
    const phrase = reader?.querySelector('.textLayer .highlight')?.getBoundingClientRect();
    if (phrase && phrase.width > 0 && phrase.bottom > 0 && phrase.top < innerHeight) marks.marked ??= now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  const restart = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element) || !target.closest('a[href]')) return;
    left = document.querySelector('pdf-reader');
    start = performance.now();
    (window as { marks?: object }).marks = {};
  };
  addEventListener('click', restart, { capture: true });
}

/** Opens the find bar, types a word, and waits until the count of its matches no longer changes. */
export async function findAll({
  viewer,
  word,
  settled,
}: {
  viewer: ViewerInPage;
  word: string;
  /** A count that has not changed for so long is final, in milliseconds. */
  settled: number;
}): Promise<{ time: number; matches: number }> {
  const inner = document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument;
  const root = viewer.isStock ? inner! : document;
  root.querySelector<HTMLElement>(viewer.find.button)!.click();
  const field = root.querySelector<HTMLInputElement>(viewer.find.field)!;
  const output = root.querySelector(viewer.find.output)!;
  // Whoever opens the bar needs a moment to type.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const read = (): string => (viewer.isStock ? (output.getAttribute('data-l10n-args') ?? '') : output.textContent);
  const start = performance.now();
  let [text, at] = ['', start];
  const observer = new MutationObserver(() => {
    if (read() !== text) [text, at] = [read(), performance.now()];
  });
  observer.observe(output, { attributes: true, childList: true, characterData: true, subtree: true });
  field.value = word;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  while (text === '' || performance.now() - at < settled) await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  const total = viewer.isStock ? /"total":(\d+)/.exec(text)?.[1] : text.match(/\d+/g)?.at(-1);
  return { time: at - start, matches: Number(total ?? 0) };
}

/** Scrolls so many heights of a page at a steady speed, in pixels a second, and tells the time between frames, in milliseconds. */
export async function scrollThrough({ viewer, pages, speed }: { viewer: ViewerInPage; pages: number; speed: number }): Promise<number[]> {
  const inner = document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument;
  const scroller = (viewer.isStock ? inner! : document).querySelector(viewer.scroller)!;
  const end = Math.min(pages * scroller.querySelector('.page')!.clientHeight, scroller.scrollHeight - scroller.clientHeight);
  const frames: number[] = [];
  const start = await new Promise<number>(requestAnimationFrame);
  for (let last = start; scroller.scrollTop < end - 1;) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    scroller.scrollTop = Math.min(((now - start) / 1000) * speed, end);
  }
  return frames;
}

/** Shows every page until it is drawn, from the first to the last. */
export async function showAll(viewer: ViewerInPage): Promise<void> {
  const inner = document.querySelector('pdfjs-viewer-element')?.shadowRoot?.querySelector('iframe')?.contentDocument;
  const scroller = (viewer.isStock ? inner! : document).querySelector(viewer.scroller)!;
  for (const page of scroller.querySelectorAll<HTMLElement>('.page')) {
    scroller.scrollTop = page.offsetTop;
    for (let wait = 0; wait < 400 && !page.querySelector('canvas:not([hidden])'); wait++) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}
