import { clampShare, defaultSettings } from '../../core/reader/settings.ts';
import { changeSettings, loadSettings } from './storage.ts';

/** How far an arrow key moves the divider, in percent of the window. */
const STEP = 2;

/** The line between note and PDF, moved by the pointer or by keys; where it stands is remembered. */
export class Divider {
  #root: HTMLElement;
  #handle: HTMLElement;

  constructor(root: HTMLElement, signal: AbortSignal) {
    this.#root = root;
    this.#handle = root.querySelector<HTMLElement>('[data-divider]')!;
    const { noteShare } = loadSettings();
    if (noteShare !== defaultSettings.noteShare) this.#show(noteShare);
    this.#handle.addEventListener('pointerdown', this.#onDown, { signal });
    this.#handle.addEventListener('pointermove', this.#onMove, { signal });
    this.#handle.addEventListener('lostpointercapture', () => this.#keep(), { signal });
    this.#handle.addEventListener('keydown', this.#onKey, { signal });
    this.#handle.addEventListener('dblclick', () => this.#set(defaultSettings.noteShare), { signal });
  }

  get #share(): number {
    return Number(this.#handle.ariaValueNow);
  }

  #onDown = (event: PointerEvent): void => {
    event.preventDefault();
    this.#handle.setPointerCapture(event.pointerId);
    this.#handle.focus({ preventScroll: true });
  };

  #onMove = ({ pointerId, clientX }: PointerEvent): void => {
    if (!this.#handle.hasPointerCapture(pointerId)) return;
    const { left, width } = this.#root.getBoundingClientRect();
    this.#show(clampShare(((clientX - left) / width) * 100));
  };

  #onKey = (event: KeyboardEvent): void => {
    const shares: Readonly<Record<string, number>> = {
      ArrowLeft: this.#share - STEP,
      ArrowRight: this.#share + STEP,
      Home: -Infinity,
      End: Infinity,
      Enter: defaultSettings.noteShare,
    };
    const share = shares[event.key];
    if (share === undefined) return;
    event.preventDefault();
    this.#set(clampShare(share));
  };

  #set(share: number): void {
    this.#show(share);
    this.#keep();
  }

  #show(share: number): void {
    this.#root.style.setProperty('--note-share', `${share}%`);
    this.#handle.ariaValueNow = String(share);
  }

  #keep(): void {
    changeSettings({ noteShare: this.#share });
  }
}
