import { storageKeys } from '../../core/site/storage-keys.ts';

const FIELDS = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';

/**
 * The key of a single-key shortcut, or undefined when the reader is typing, holds a modifier, has a dialog open,
 * or has turned such shortcuts off (WCAG 2.2, 2.1.4).
 */
export function shortcutKey(event: KeyboardEvent): string | undefined {
  const { target } = event;
  // Until the next frame the focus stays in the field of a dialog that was just closed.
  const isTyping = target instanceof Element && target.closest(FIELDS)?.checkVisibility() === true;
  const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (isTyping || isTaken || document.querySelector('dialog:modal') || !areShortcutsOn()) return undefined;
  return event.key;
}

/** Whether single-key shortcuts are on in this browser; they are unless the reader turned them off. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(storageKeys.shortcuts) !== 'off';
  } catch {
    return true;
  }
}

/** Turns single-key shortcuts on or off in this browser. */
export function setShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(storageKeys.shortcuts);
    else localStorage.setItem(storageKeys.shortcuts, 'off');
  } catch {
    // Without storage they stay on.
  }
}
