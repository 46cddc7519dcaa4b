import { chordCommand, readerCommand, type ReaderCommand } from '../../core/reader/keys.ts';
import { shortcutKey } from '../shortcuts/shortcut-key.ts';

/** What the keys of the reader act upon. */
export interface KeyboardTarget {
  /** The element that scrolls the PDF. */
  readonly container: HTMLElement;
  /** The element with the PDF and its tools. */
  readonly pane: HTMLElement;
  /** Whether there is a PDF to find something in, or to print. */
  readonly isOpen: () => boolean;
  /** Whether pages scroll sideways, so that the arrows are needed for that. */
  readonly isWide: () => boolean;
  readonly run: (command: ReaderCommand) => void;
}

/** Keys that scroll whatever has the focus. */
const SCROLLING: ReadonlySet<string> = new Set(['PageDown', 'PageUp', 'ArrowDown', 'ArrowUp', ' ']);

/** Lets keys turn and size the pages of a PDF, and find in it. */
export function watchKeys({ container, pane, isOpen, isWide, run }: KeyboardTarget, signal: AbortSignal): void {
  const onKey = (event: KeyboardEvent): void => {
    const { target, key } = event;
    const isNowhere = target === document.body;
    // With the focus on it, the browser itself scrolls the PDF; before anything has the focus, nothing would.
    if (isNowhere && SCROLLING.has(key)) return container.focus({ preventScroll: true });
    if (!(target instanceof Element)) return;
    const chord = chordCommand(event);
    if (chord) return runChord(chord, event);
    if (shortcutKey(event) === undefined) return;
    const command = readerCommand(event, isNowhere || container.contains(target));
    if (!command || (key.startsWith('Arrow') && isWide())) return;
    // Other keys do nothing by themselves, and a letter may be the second half of the site's own shortcuts.
    if (key.length > 1 || command === 'find') event.preventDefault();
    run(command);
  };
  const runChord = (command: ReaderCommand, event: KeyboardEvent): void => {
    const { target, shiftKey } = event;
    const isHere = pane.checkVisibility({ visibilityProperty: true }) && (target === document.body || pane.contains(target as Element));
    // Who asks to find once more, in the field itself, wants the browser's own.
    const isAskedAgain = command === 'find' && target instanceof HTMLInputElement && target.type === 'search';
    if (!isHere || !isOpen() || isAskedAgain || shiftKey) return;
    event.preventDefault();
    run(command);
  };
  document.addEventListener('keydown', onKey, { signal });
}
