import { formatPosition, parsePosition, type Position } from '../../core/reader/position.ts';
import { formatSettings, parseSettings, type ReaderSettings } from '../../core/reader/settings.ts';
import { storageKeys } from '../../core/site/storage-keys.ts';

/** Where a paper's PDF was left in this browser; undefined if it was not opened before. */
export function loadPosition(paper: string): Position | undefined {
  return parsePosition(read(storageKeys.position(paper)) ?? '');
}

/** Keeps where a paper's PDF was left. */
export function savePosition(paper: string, position: Position): void {
  write(storageKeys.position(paper), formatPosition(position));
}

/** How PDFs are shown in this browser. */
export function loadSettings(): ReaderSettings {
  return parseSettings(read(storageKeys.reader));
}

/** Keeps a change of how PDFs are shown; what another tab changed meanwhile stays. */
export function changeSettings(change: Partial<ReaderSettings>): void {
  write(storageKeys.reader, formatSettings({ ...loadSettings(), ...change }));
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed to pages: everything works, nothing is kept.
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is full or closed; what is on the screen stays as it is.
  }
}
