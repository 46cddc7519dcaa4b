import type { PieceRange } from '../../core/annotation/page-text.ts';
import type { PdfView } from './pdf-view.ts';

/** What is selected on one page. */
export interface SelectedPieces {
  /** The page, counted from 1. */
  readonly page: number;
  /** The pieces of text, in the order of the text layer. */
  readonly pieces: readonly PieceRange[];
}

/** What is selected in the PDF, page by page; empty if nothing is, or something else. */
export function selectedPieces(view: PdfView): SelectedPieces[] {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const pages = [...view.container.querySelectorAll<HTMLElement>('.page[data-page-number]')].filter((page) => range.intersectsNode(page));
  return pages.flatMap((element) => {
    const page = Number(element.dataset.pageNumber);
    const pieces = piecesIn(textElements(view, page), range);
    return pieces.length > 0 ? [{ page, pieces }] : [];
  });
}

/** The elements of a page's text layer, one for each piece of text; empty while it is not drawn. */
export function textElements(view: PdfView, page: number): readonly HTMLElement[] {
  // pdf.js keeps them for its own marks; its types call them null, for that is what they are before.
  const highlighter = view.pageView(page)?.textLayer?.highlighter as
    { readonly textDivs?: readonly HTMLElement[] | null } | null | undefined;
  return highlighter?.textDivs ?? [];
}

function piecesIn(elements: readonly HTMLElement[], range: Range): PieceRange[] {
  return elements.flatMap((element, piece) => {
    const length = element.textContent?.length ?? 0;
    if (length === 0 || !range.intersectsNode(element)) return [];
    const start = element.contains(range.startContainer) ? offsetIn(element, range.startContainer, range.startOffset) : 0;
    const end = element.contains(range.endContainer) ? offsetIn(element, range.endContainer, range.endOffset) : length;
    return start < end ? [{ piece, start, end }] : [];
  });
}

/** How many characters of an element stand before a place in it. */
function offsetIn(element: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
