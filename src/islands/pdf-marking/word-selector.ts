import { pieceRanges, type PageText } from '../../core/annotation/page-text.ts';
import { moveSelection, spanOf, wordsOf, type Word, type WordMove, type WordSelection } from '../../core/annotation/words.ts';
import { piecesThatAreRead } from '../../core/reader/clean-copy.ts';
import { CleanPages } from '../pdf-reader/page-contents.ts';
import type { PageTexts } from './page-texts.ts';
import type { PdfSurface } from './surface.ts';
import { rangeOf, textLayer, textLayers } from './text-layers.ts';

const MOVES: Readonly<Record<string, WordMove>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'down',
  ArrowUp: 'up',
  Home: 'line-start',
  End: 'line-end',
};

/** Where the selection is. */
interface State {
  readonly page: number;
  readonly words: readonly Word[];
  readonly selection: WordSelection;
}

/** Selects text word by word with the keyboard alone, which browsers do only in fields. */
export class WordSelector {
  #surface: PdfSurface;
  #texts: PageTexts;
  #say: (text: string) => void;
  #clean: CleanPages;
  #state: State | undefined;
  #isStarting = false;

  constructor(surface: PdfSurface, texts: PageTexts, say: (text: string) => void) {
    this.#surface = surface;
    this.#texts = texts;
    this.#clean = new CleanPages(surface.pdf);
    this.#say = say;
  }

  get isActive(): boolean {
    return this.#state !== undefined;
  }

  /** Whether the words are still being read among which it begins. */
  get isStarting(): boolean {
    return this.#isStarting;
  }

  /** Begins at the first word in view. @returns Whether there is one. */
  async start(): Promise<boolean> {
    this.#isStarting = true;
    try {
      return await this.#begin();
    } finally {
      this.#isStarting = false;
    }
  }

  async #begin(): Promise<boolean> {
    const top = this.#surface.container.getBoundingClientRect().top;
    for (const { page, pieces } of textLayers(this.#surface)) {
      const piece = pieces.findIndex(
        (element) => element.isConnected && element.textContent.trim() !== '' && element.getBoundingClientRect().top >= top,
      );
      if (piece < 0) continue;
      const text = await this.#texts.page(page);
      const words = await this.#words(page, text);
      const first = words.findIndex(({ end }) => end > text.starts[piece]!);
      if (first < 0) continue;
      this.#select({ page, words, selection: { anchor: first, focus: first } });
      return true;
    }
    return false;
  }

  stop(): void {
    this.#state = undefined;
  }

  /** Moves or extends the selection if a key means that. @returns Whether it does. */
  press({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): boolean {
    const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
    const state = this.#state;
    if (!move || !state) return false;
    const selection = moveSelection(state.words, state.selection, { move, isExtending: shiftKey });
    if (selection) this.#select({ ...state, selection });
    else if (!shiftKey) void this.#leave(state.page, move);
    return true;
  }

  /** Goes on to the next page, or back to the one before. */
  async #leave(from: number, move: WordMove): Promise<void> {
    const isForward = move === 'next' || move === 'down';
    const page = from + (isForward ? 1 : -1);
    const words = await this.#words(page, await this.#texts.page(page));
    if (words.length === 0 || !this.#state) return;
    this.#surface.viewer.scrollPageIntoView({ pageNumber: page });
    const at = isForward ? 0 : words.length - 1;
    await this.#drawn(page);
    this.#select({ page, words, selection: { anchor: at, focus: at } });
  }

  /** The words of a page without line numbers and running heads, which are not copied either. */
  async #words(page: number, text: PageText): Promise<Word[]> {
    const words = wordsOf(text);
    const read = await this.#clean.read(page).then(piecesThatAreRead, () => undefined);
    const isRead = ({ start, end }: Word) => pieceRanges(text, start, end).some(({ piece }) => read?.has(piece));
    const shown = words.filter(isRead);
    return shown.length > 0 ? shown : words;
  }

  /** Waits until a page has its text, for a while. */
  async #drawn(page: number): Promise<void> {
    for (let tries = 0; tries < 40 && !textLayer(this.#surface, page); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  #select(state: State): void {
    const layer = textLayer(this.#surface, state.page);
    if (!layer) return;
    this.#state = state;
    void this.#texts.page(state.page).then((text) => {
      const ranges = pieceRanges(text, ...spanOf(state.words, state.selection))
        .map((piece) => rangeOf(layer, piece))
        .filter((range) => range !== undefined);
      const [first, last] = [ranges[0], ranges.at(-1)];
      if (!first || !last || this.#state !== state) return;
      getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
      this.#reveal(state.selection.focus >= state.selection.anchor ? last : first);
      this.#say(text.text.slice(...spanOf(state.words, state.selection)));
    });
  }

  #reveal(range: Range): void {
    const frame = this.#surface.container.getBoundingClientRect();
    const { top, bottom } = range.getBoundingClientRect();
    const margin = frame.height / 4;
    if (top < frame.top + 8) this.#surface.container.scrollBy({ top: top - frame.top - margin, behavior: 'instant' });
    else if (bottom > frame.bottom - margin / 2)
      this.#surface.container.scrollBy({ top: bottom - frame.bottom + margin, behavior: 'instant' });
  }
}
