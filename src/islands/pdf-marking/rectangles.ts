import type { Mark } from '../../core/annotation/mark.ts';
import type { PdfSurface } from './surface.ts';
import { pageElement } from './text-layers.ts';

/** A mark on a page that is drawn. */
export interface ShownMark {
  readonly mark: Mark;
  readonly page: number;
  readonly ranges: readonly Range[];
}

const CLASS = 'mark-rectangles';

/** Shows marks as rectangles over the pages, for browsers that cannot style ranges of text. */
export function paintRectangles(surface: PdfSurface, { shown, chosen }: { shown: readonly ShownMark[]; chosen: string | undefined }): void {
  removeRectangles(surface);
  for (const [number, marks] of Map.groupBy(shown, ({ page }) => page)) {
    const page = pageElement(surface, number);
    if (!page) continue;
    const layer = document.createElement('div');
    layer.className = CLASS;
    layer.ariaHidden = 'true';
    layer.append(...marks.flatMap((mark) => rectanglesOf(mark, { page, isChosen: mark.mark.id === chosen })));
    page.append(layer);
  }
}

/** Takes the rectangles off all pages. */
export function removeRectangles({ container }: PdfSurface): void {
  for (const layer of container.querySelectorAll(`.${CLASS}`)) layer.remove();
}

function rectanglesOf({ mark, ranges }: ShownMark, { page, isChosen }: { page: HTMLElement; isChosen: boolean }): HTMLElement[] {
  const frame = page.getBoundingClientRect();
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return ranges.flatMap((range) =>
    [...range.getClientRects()].map(({ left, top, width, height }) => {
      const rectangle = document.createElement('div');
      rectangle.className = `mark-${mark.kind}-${mark.color}${isChosen ? ' mark-chosen' : ''}`;
      rectangle.style.insetInlineStart = percent(left - frame.left - page.clientLeft, page.clientWidth);
      rectangle.style.insetBlockStart = percent(top - frame.top - page.clientTop, page.clientHeight);
      rectangle.style.inlineSize = percent(width, page.clientWidth);
      rectangle.style.blockSize = percent(height, page.clientHeight);
      return rectangle;
    }),
  );
}
