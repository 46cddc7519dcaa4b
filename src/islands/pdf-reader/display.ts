import type { ReaderCommand } from '../../core/reader/keys.ts';
import { KeptPictures } from './dark-pages.ts';
import type { PdfView } from './pdf-view.ts';
import { changeSettings, loadSettings } from './storage.ts';

/** What the display needs of the reader. */
export interface DisplayOptions {
  /** The reader's element. */
  readonly root: HTMLElement;
  readonly view: PdfView;
  /** Called where the browser does not allow full screen. */
  readonly onRefused: () => void;
  readonly signal: AbortSignal;
}

/** How pages are shown: light or dark, one after the other or in pairs, in the window or on the whole screen. */
export class Display {
  #options: DisplayOptions;
  #pictures: KeptPictures;

  constructor(options: DisplayOptions) {
    this.#options = options;
    const { root, view, signal } = options;
    this.#pictures = new KeptPictures(view);
    const showState = () => press(root, 'full-screen', document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', showState, { signal });
    const { isDark, isSpread } = loadSettings();
    this.#darken(isDark);
    this.#spread(isSpread);
  }

  /** The commands that change it. */
  get commands(): Partial<Record<ReaderCommand, () => void>> {
    const { root, view } = this.#options;
    return {
      'dark-pages': () => this.#darken(!('dark' in stageOf(root).dataset)),
      spread: () => this.#spread(!view.isSpread),
      rotate: () => view.rotate(1),
      'rotate-back': () => view.rotate(-1),
      'full-screen': () => void this.#fullScreen(),
    };
  }

  #darken(isDark: boolean): void {
    const { root } = this.#options;
    darkenPages(root, isDark);
    this.#pictures.isOn = isDark;
    press(root, 'dark-pages', isDark);
    if (isDark !== loadSettings().isDark) changeSettings({ isDark });
  }

  #spread(isSpread: boolean): void {
    const { view, root } = this.#options;
    if (view.isSpread !== isSpread) view.isSpread = isSpread;
    press(root, 'spread', isSpread);
    if (isSpread !== loadSettings().isSpread) changeSettings({ isSpread });
  }

  async #fullScreen(): Promise<void> {
    const { root, onRefused } = this.#options;
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : root.querySelector('[data-pdf-pane]')!.requestFullscreen());
    } catch {
      onRefused();
    }
  }
}

/** Shows the pages of a reader, and the picture that stands for the first of them, dark or light. Default: as was chosen last. */
export function darkenPages(root: HTMLElement, isDark = loadSettings().isDark): void {
  if (isDark) stageOf(root).dataset.dark = '';
  else delete stageOf(root).dataset.dark;
}

/** Shows on every button of a command whether it is in force. */
export function press(root: HTMLElement, command: ReaderCommand, isOn: boolean): void {
  for (const button of root.querySelectorAll(`[data-command="${command}"]`)) button.ariaPressed = String(isOn);
}

function stageOf(root: HTMLElement): HTMLElement {
  return root.querySelector<HTMLElement>('[data-stage]')!;
}
