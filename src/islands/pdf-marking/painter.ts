import type { PlacedMark } from '../../core/annotation/listing.ts';
import { pieceRanges, type PageText } from '../../core/annotation/page-text.ts';
import type { PageTexts } from './page-texts.ts';
import { paintRectangles, removeRectangles, type ShownMark } from './rectangles.ts';
import type { PdfSurface } from './surface.ts';
import { pageElement, rangeOf, textLayers, type TextLayer } from './text-layers.ts';

/** The name under which the chosen mark is styled. */
const CHOSEN = 'mark-chosen';

/** Shows marks on the pages without a change to their text. */
export class Painter {
  #surface: PdfSurface;
  #texts: PageTexts;
  #shown: readonly ShownMark[] = [];
  #names = new Set<string>();
  /** Counts paintings, so that a slow one does not undo a later one. */
  #turn = 0;
  /** The mark that is scrolled to when its page is drawn, and that page. */
  #awaited: { readonly id: string; readonly page: number } | undefined;

  constructor(surface: PdfSurface, texts: PageTexts) {
    this.#surface = surface;
    this.#texts = texts;
  }

  /** Shows these marks and no others. */
  async paint(marks: readonly PlacedMark[], chosen: string | undefined): Promise<void> {
    const turn = (this.#turn += 1);
    // Without marks, no page need be read again.
    const layers = marks.length > 0 ? textLayers(this.#surface) : [];
    const texts = await Promise.all(layers.map(({ page }) => this.#texts.page(page)));
    if (turn !== this.#turn) return;
    this.#shown = layers.flatMap((layer, index) => shownOn(layer, texts[index]!, marks));
    this.#setMarked();
    if ('highlights' in CSS) this.#setHighlights(chosen);
    else paintRectangles(this.#surface, { shown: this.#shown, chosen });
    // Who went on to another page meanwhile is not brought back.
    if (this.#awaited && (!this.#isInView(this.#awaited.page) || this.reveal(this.#awaited.id))) this.#awaited = undefined;
  }

  /** The id and the page of the topmost mark at a point of the window. */
  markAt(x: number, y: number): { readonly id: string; readonly page: number } | undefined {
    const isHit = ({ ranges }: ShownMark) =>
      ranges.some((range) =>
        [...range.getClientRects()].some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom),
      );
    const hit = this.#shown.findLast(isHit);
    return hit && { id: hit.mark.id, page: hit.page };
  }

  /** Scrolls to a mark if its page is drawn. @returns Whether it is. */
  reveal(id: string): boolean {
    const range = this.#shown.find(({ mark }) => mark.id === id)?.ranges[0];
    if (!range?.startContainer.isConnected) return false;
    const { container } = this.#surface;
    const frame = container.getBoundingClientRect();
    const { top, bottom, left, right } = range.getBoundingClientRect();
    // While a page is drawn at another size, its text has no place.
    if (top === bottom) return false;
    const isInView = top >= frame.top && bottom <= frame.bottom && left >= frame.left && right <= frame.right;
    if (!isInView)
      container.scrollBy({ top: top - frame.top - frame.height / 3, left: Math.min(left - frame.left - 16, 0), behavior: 'instant' });
    return true;
  }

  /** Scrolls to a mark as soon as its page is drawn, unless that has gone out of view by then. */
  revealWhenDrawn(id: string, page: number): void {
    this.#awaited = { id, page };
  }

  /** Takes all marks off the pages. */
  clear(): void {
    this.#turn += 1;
    this.#shown = [];
    this.#setMarked();
    for (const name of this.#names) CSS.highlights.delete(name);
    removeRectangles(this.#surface);
  }

  /** Tells the style sheet which pages have marks: styles of marks are worked out for every word of theirs, and of no other. */
  #setMarked(): void {
    const marked = new Set(this.#shown.map(({ page }) => pageElement(this.#surface, page)));
    for (const page of this.#surface.container.querySelectorAll('[data-marked]'))
      if (!marked.has(page as HTMLElement)) page.removeAttribute('data-marked');
    for (const page of marked) page?.toggleAttribute('data-marked', true);
  }

  #isInView(page: number): boolean {
    const frame = this.#surface.container.getBoundingClientRect();
    const shown = pageElement(this.#surface, page)?.getBoundingClientRect();
    return shown !== undefined && shown.bottom > frame.top && shown.top < frame.bottom;
  }

  #setHighlights(chosen: string | undefined): void {
    const groups = Map.groupBy(this.#shown, ({ mark }) => `mark-${mark.kind}-${mark.color}`);
    const picked = this.#shown.filter(({ mark }) => mark.id === chosen);
    if (picked.length > 0) groups.set(CHOSEN, picked);
    for (const name of this.#names) if (!groups.has(name)) CSS.highlights.delete(name);
    for (const [name, shown] of groups) {
      const highlight = new Highlight(...shown.flatMap(({ ranges }) => ranges));
      highlight.priority = name === CHOSEN ? 1 : 0;
      CSS.highlights.set(name, highlight);
    }
    this.#names = new Set(groups.keys());
  }
}

function shownOn(layer: TextLayer, text: PageText, marks: readonly PlacedMark[]): ShownMark[] {
  return marks.flatMap(({ mark, place }) => {
    if (place === undefined || place === 'pending' || place.page !== layer.page) return [];
    const ranges = pieceRanges(text, place.start, place.end)
      .map((piece) => rangeOf(layer, piece))
      .filter((range) => range !== undefined);
    return [{ mark, page: layer.page, ranges }];
  });
}
