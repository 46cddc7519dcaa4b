import { parseColor, parseKind, type MarkColor, type MarkKind } from '../../core/annotation/mark.ts';

/** What a mark will look like. */
export interface MarkStyle {
  readonly kind: MarkKind;
  readonly color: MarkColor;
}

/** What the bar belongs to and what it asks for. */
export interface SelectionBarOptions {
  readonly bar: HTMLElement;
  /** The element over which the bar floats. */
  readonly stage: HTMLElement;
  /** Whether something that can be marked is selected. */
  readonly hasSelection: () => boolean;
  readonly onMark: (style: MarkStyle) => void;
  readonly signal: AbortSignal;
}

/** How long a selection must hold before the bar appears, in milliseconds: by touch or keys it grows in steps. */
const HOLDS = 250;

/** The room between the selection and the bar, in pixels; handles of a selection by touch need more. */
const GAP = { mouse: 8, touch: 28 } as const;

/** The tools that appear at selected text. */
export class SelectionBar {
  #options: SelectionBarOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isPressed = false;
  #gap: number = GAP.mouse;
  /** The color that is used where none is named: the last one that was. */
  color: MarkColor = 'yellow';

  constructor(options: SelectionBarOptions) {
    const { bar, stage, signal } = options;
    this.#options = options;
    const here = { signal };
    document.addEventListener('selectionchange', this.#await, here);
    stage.addEventListener('pointerdown', this.#onPress, here);
    document.addEventListener('pointerup', this.#onRelease, here);
    document.addEventListener('pointercancel', this.#onRelease, here);
    stage.addEventListener('scroll', () => this.isShown && this.#place(), { ...here, capture: true, passive: true });
    // Pressing a button must not take the selection away.
    bar.addEventListener('pointerdown', (event) => event.preventDefault(), here);
    bar.addEventListener('mousedown', (event) => event.preventDefault(), here);
    bar.addEventListener('click', this.#onClick, here);
    bar.addEventListener('keydown', this.#onKey, here);
    signal.addEventListener('abort', () => {
      clearTimeout(this.#timer);
      this.hide();
    });
  }

  get isShown(): boolean {
    return !this.#options.bar.hidden;
  }

  /** Puts the focus into the bar, where there is one. */
  focus(): void {
    if (!this.#options.hasSelection()) return;
    this.#show();
    this.#buttons.find(({ tabIndex }) => tabIndex === 0)?.focus();
  }

  hide(): void {
    this.#options.bar.hidden = true;
  }

  #await = (): void => {
    clearTimeout(this.#timer);
    if (getSelection()?.isCollapsed !== false && !this.#options.bar.contains(document.activeElement)) this.hide();
    if (!this.#isPressed) this.#timer = setTimeout(() => (this.#options.hasSelection() ? this.#show() : this.hide()), HOLDS);
  };

  #onPress = ({ target, pointerType }: PointerEvent): void => {
    this.#gap = pointerType === 'mouse' ? GAP.mouse : GAP.touch;
    if (target instanceof Node && this.#options.bar.contains(target)) return;
    this.#isPressed = true;
    this.hide();
  };

  #onRelease = (): void => {
    if (!this.#isPressed) return;
    this.#isPressed = false;
    this.#await();
  };

  #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest<HTMLElement>('button[data-kind]') : null;
    const kind = parseKind(button?.dataset.kind);
    if (!kind) return;
    this.color = parseColor(button?.dataset.color) ?? this.color;
    this.#options.onMark({ kind, color: this.color });
  };

  /** One stop of the Tab key for the whole bar, arrows within it, as toolbars have it. */
  #onKey = (event: KeyboardEvent): void => {
    const buttons = this.#buttons;
    const at = buttons.findIndex((button) => button === event.target);
    if (event.key === 'Escape') {
      this.hide();
      getSelection()?.removeAllRanges();
      this.#options.stage.querySelector<HTMLElement>('[data-scroller]')?.focus({ preventScroll: true });
    }
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const next =
      event.key === 'Home'
        ? buttons[0]
        : event.key === 'End'
          ? buttons.at(-1)
          : step && buttons[(at + step + buttons.length) % buttons.length];
    if (!next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  };

  get #buttons(): HTMLButtonElement[] {
    return [...this.#options.bar.querySelectorAll('button')];
  }

  #show(): void {
    this.#options.bar.hidden = false;
    this.#place();
  }

  /** Below the selection, where a telephone's own tools are not; above it where there is no room. */
  #place(): void {
    const { bar, stage } = this.#options;
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const rects = [...selection.getRangeAt(0).getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (!first || !last) return;
    const frame = stage.getBoundingClientRect();
    const below = last.bottom + this.#gap;
    const above = first.top - this.#gap - bar.offsetHeight;
    const top = below + bar.offsetHeight <= frame.bottom ? below : above;
    const left = Math.max(Math.min(last.left, last.right - bar.offsetWidth / 2), first.left - bar.offsetWidth);
    bar.style.insetBlockStart = `${clamp(top - frame.top, 4, frame.height - bar.offsetHeight - 4)}px`;
    bar.style.insetInlineStart = `${clamp(left - frame.left, 4, frame.width - bar.offsetWidth - 4)}px`;
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}
