import type { PieceRange } from '../../core/annotation/page-text.ts';
import type { PdfSurface } from './surface.ts';

/** The elements that hold a page's text, in the order of its pieces. */
export interface TextLayer {
  /** The page, counted from 1. */
  readonly page: number;
  readonly element: HTMLElement;
  readonly pieces: readonly HTMLElement[];
}

/** The part of pdf.js's page view that leads to its text layer. */
interface PageView {
  readonly div: HTMLElement;
  readonly textLayer?: {
    readonly div: HTMLElement;
    readonly highlighter?: { readonly textDivs: readonly HTMLElement[] | null } | null;
  } | null;
}

/** The element of a page. */
export function pageElement({ viewer }: PdfSurface, page: number): HTMLElement | undefined {
  return (viewer.getPageView(page - 1) as PageView | undefined)?.div;
}

/** The text of a page, if it is drawn at the moment. */
export function textLayer({ viewer }: PdfSurface, page: number): TextLayer | undefined {
  const layer = (viewer.getPageView(page - 1) as PageView | undefined)?.textLayer;
  const pieces = layer?.highlighter?.textDivs;
  return layer && pieces && layer.div.isConnected && layer.div.querySelector('.endOfContent')
    ? { page, element: layer.div, pieces }
    : undefined;
}

/** The texts of all pages that are drawn at the moment. */
export function textLayers(surface: PdfSurface): TextLayer[] {
  const pages = surface.container.querySelectorAll<HTMLElement>('.page[data-loaded]');
  return [...pages].map(({ dataset }) => textLayer(surface, Number(dataset.pageNumber))).filter((layer) => layer !== undefined);
}

/** The range of a stretch of a piece; undefined if the element holds less text. */
export function rangeOf({ pieces }: TextLayer, { piece, start, end }: PieceRange): Range | undefined {
  const element = pieces[piece];
  const first = element && placeIn(element, start, false);
  const last = element && placeIn(element, end, true);
  if (!first || !last) return undefined;
  const range = new Range();
  range.setStart(...first);
  range.setEnd(...last);
  return range;
}

/** The text node and the offset in it at an offset of an element's text; where one node ends and another begins, either. */
function placeIn(element: HTMLElement, offset: number, isEnd: boolean): [Text, number] | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (isEnd ? offset <= before + node.length : offset < before + node.length) return [node, offset - before];
    before += node.length;
  }
  return undefined;
}

/** What is selected of a page: from an offset in one piece to one in another. */
export interface SelectedPieces {
  readonly page: number;
  readonly first: { readonly piece: number; readonly offset: number };
  readonly last: { readonly piece: number; readonly offset: number };
}

/** What is selected in the pages that are drawn, page by page. */
export function selectedPieces(surface: PdfSurface): SelectedPieces[] {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(surface.container)) return [];
  return textLayers(surface)
    .filter(({ element }) => range.intersectsNode(element))
    .map((layer) => selectedIn(layer, range))
    .filter((selected) => selected !== undefined);
}

function selectedIn({ page, pieces }: TextLayer, range: Range): SelectedPieces | undefined {
  const isSelected = (piece: HTMLElement) => piece.isConnected && range.intersectsNode(piece);
  const [first, last] = [pieces.findIndex(isSelected), pieces.findLastIndex(isSelected)];
  if (first < 0) return undefined;
  return {
    page,
    first: { piece: first, offset: offsetIn(pieces[first]!, [range.startContainer, range.startOffset]) ?? 0 },
    last: { piece: last, offset: offsetIn(pieces[last]!, [range.endContainer, range.endOffset]) ?? pieces[last]!.textContent.length },
  };
}

function offsetIn(piece: HTMLElement, [node, offset]: readonly [Node, number]): number | undefined {
  if (!piece.contains(node)) return undefined;
  const before = new Range();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}
