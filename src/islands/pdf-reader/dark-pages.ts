import type { PDFPageView } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import { isDrawing, type Pixels } from '../../core/reader/drawings.ts';
import { areaOf, pictureBoxes, pictureHoles, type Box } from '../../core/reader/picture-holes.ts';
import type { PdfView } from './pdf-view.ts';

/**
 * Keeps the pictures of dark pages as they are: what darkens a page has holes where its pictures stand. pdf.js notes the place of
 * each picture when it first draws a page. Drawings become dark with the text and keep their hues, be they of lines and areas or
 * pictures.
 */
export class KeptPictures {
  #view: PdfView;
  #isOn = false;
  /** How pages were turned when they were first drawn, in degrees. */
  #turns = new WeakMap<PDFPageView, number>();

  constructor(view: PdfView) {
    this.#view = view;
    view.on('pagerendered', ({ pageNumber }) => this.#keep(pageNumber));
  }

  /** Tells whether pages are dark; nothing is looked for while they are not. */
  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    if (isOn) for (let page = 1; page <= this.#view.count; page++) this.#keep(page);
  }

  #keep(number: number): void {
    const page = this.#view.pageView(number);
    const canvas = page?.div.querySelector<HTMLCanvasElement>('.canvasWrapper canvas');
    // Its types know only the value it has before a page is drawn.
    const corners = page?.imageCoordinates as ArrayLike<number> | null | undefined;
    if (!page || !canvas || !corners) return;
    const { rotation } = page.viewport;
    const first = this.#turns.get(page) ?? rotation;
    this.#turns.set(page, first);
    if (!this.#isOn) return;
    const boxes = pictureBoxes(corners, (rotation - first + 360) % 360);
    const holes = pictureHoles(boxes.filter((box) => !isDrawing(areaOf(box), () => cutOut(box, canvas))));
    page.div.toggleAttribute('data-pictures', holes !== undefined);
    page.div.style.setProperty('--page-without-pictures', holes ?? 'none');
  }
}

/** A part of a drawn page, with one more pixel on each side. */
function cutOut({ left, top, right, bottom }: Box, page: HTMLCanvasElement): Pixels {
  const [x, y] = [Math.floor(left * page.width), Math.floor(top * page.height)];
  const [width, height] = [Math.ceil(right * page.width) - x + 2, Math.ceil(bottom * page.height) - y + 2];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(page, x - 1, y - 1, width, height, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}
