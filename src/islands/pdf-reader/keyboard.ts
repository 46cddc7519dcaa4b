import { readerCommand, type ReaderCommand } from '../../core/reader/keys.ts';

/** What the keys of the reader act upon. */
export interface KeyboardTarget {
  /** The element that scrolls the PDF. */
  readonly container: HTMLElement;
  /** Whether pages scroll sideways, so that the arrows are needed for that. */
  readonly isWide: () => boolean;
  readonly run: (command: ReaderCommand) => void;
}

/** Keys that scroll whatever has the focus. */
const SCROLLING: ReadonlySet<string> = new Set(['PageDown', 'PageUp', 'ArrowDown', 'ArrowUp', ' ']);

/** Where keys are text or choose among things, and so are not the reader's. */
const ELSEWHERE = 'input:not([type=radio]), textarea, select, dialog, [contenteditable], [role=tablist]';

/** Lets keys turn and size the pages of a PDF. */
export function watchKeys({ container, isWide, run }: KeyboardTarget, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    const { target } = event;
    if (event.defaultPrevented || !(target instanceof Element) || target.closest(ELSEWHERE)) return;
    const isNowhere = target === document.body;
    // With the focus on it, the browser itself scrolls the PDF; before anything has the focus, nothing would.
    if (isNowhere && SCROLLING.has(event.key)) return container.focus({ preventScroll: true });
    const command = readerCommand(event, isNowhere || container.contains(target));
    if (!command || (event.key.startsWith('Arrow') && isWide())) return;
    event.preventDefault();
    run(command);
  };
  document.addEventListener('keydown', onKey, { signal });
}
