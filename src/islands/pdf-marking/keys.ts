import { markColors, type MarkColor, type MarkKind } from '../../core/annotation/mark.ts';
import { shortcutKey } from '../shortcuts/shortcut-key.ts';
import type { WordSelector } from './word-selector.ts';

/** What the keys of marking act upon. */
export interface MarkingKeys {
  /** The reader, with its note, its pages and its list. */
  readonly root: HTMLElement;
  /** Whether something that can be marked is selected. */
  readonly hasSelection: () => boolean;
  readonly selector: WordSelector;
  /** Marks what is selected; without a color, in the one used last. */
  readonly mark: (kind: MarkKind, color?: MarkColor) => void;
  readonly startSelecting: () => Promise<void>;
  readonly stopSelecting: () => void;
  readonly toggleList: () => void;
  readonly focusBar: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** How long after `g`, which begins the site's own shortcuts, a letter is not ours, in milliseconds. */
const SEQUENCE_TIME = 1500;

/** Lets keys select text, mark it and take that back. Keys that are pressed before the text to select in is known wait for it. */
export function watchMarkingKeys(keys: MarkingKeys, signal: AbortSignal): void {
  let startedAt = -Infinity;
  let held: KeyboardEvent[] = [];
  const hold = (event: KeyboardEvent): boolean => keys.selector.isStarting && !isInField(event) && held.push(event) > 0;
  const startSelecting = async (): Promise<void> => {
    await keys.startSelecting().catch(() => undefined);
    const waiting = held;
    held = [];
    for (const event of waiting) {
      event.target?.dispatchEvent(new KeyboardEvent('keydown', event));
      // What is selected is known when the text has been looked up.
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  const onKey = (event: KeyboardEvent): void => {
    const isDone = hold(event) || turnBack(event, keys) || moveSelection(event, keys);
    const key = isDone ? undefined : shortcutKey(event);
    const isSecond = event.timeStamp - startedAt < SEQUENCE_TIME;
    startedAt = key === 'g' ? event.timeStamp : -Infinity;
    if (!isDone && (key === undefined || isSecond || !runLetter(key, { ...keys, startSelecting }))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  // Before the reader's own keys, which turn pages with the same arrows.
  document.addEventListener('keydown', onKey, { signal, capture: true });
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[data-mark-bar], input, textarea, select, dialog') !== null;
}

/** Undo and redo, where they do not belong to a field. */
function turnBack(event: KeyboardEvent, { undo, redo, root }: MarkingKeys): boolean {
  const { target, key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isOurs =
    target === document.body || (target instanceof Element && root.contains(target) && !target.closest('input, textarea, select'));
  if (!isOurs || !(ctrlKey || metaKey) || altKey) return false;
  const letter = key.toLowerCase();
  if (letter === 'z' && !shiftKey) undo();
  else if ((letter === 'z' && shiftKey) || (letter === 'y' && ctrlKey)) redo();
  else return false;
  return true;
}

/** While words are selected by keys, the arrows move, Enter leads to the tools, Escape ends it. */
function moveSelection(event: KeyboardEvent, { selector, focusBar, stopSelecting, hasSelection, root }: MarkingKeys): boolean {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (isInField(event)) return false;
  if (key === 'Enter' && hasSelection() && (selector.isActive || target === root.querySelector('[data-scroller]'))) focusBar();
  else if (!selector.isActive || ctrlKey || metaKey || altKey) return false;
  else if (key === 'Escape') stopSelecting();
  else return selector.press(event);
  return true;
}

function runLetter(key: string, { hasSelection, mark, startSelecting, toggleList }: MarkingKeys): boolean {
  const marking: Readonly<Record<string, () => void>> = {
    h: () => mark('highlight'),
    u: () => mark('underline'),
    w: () => mark('note'),
    ...Object.fromEntries(markColors.map((color, index) => [String(index + 1), () => mark('highlight', color)])),
  };
  if (key === 'v') void startSelecting();
  else if (key === 'a') toggleList();
  else if (Object.hasOwn(marking, key) && hasSelection()) marking[key]!();
  else return false;
  return true;
}
