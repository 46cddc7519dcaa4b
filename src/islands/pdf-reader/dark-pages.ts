import { isDrawing, type Pixels } from '../../core/reader/drawings.ts';
import { areaOf, pictureBox, pictureHoles, type Box } from '../../core/reader/picture-holes.ts';
import type { PdfView } from './pdf-view.ts';

/**
 * Keeps the pictures of dark pages as they are: what darkens a page has holes where its pictures stand. pdf.js marks the place of
 * each picture in the text layer. Drawings become dark with the text and keep their hues, be they of lines and areas or pictures.
 */
export class KeptPictures {
  #view: PdfView;
  #isOn = false;

  constructor(view: PdfView) {
    this.#view = view;
    view.on('textlayerrendered', ({ pageNumber }) => this.#isOn && this.#keep(pageNumber));
  }

  /** Tells whether pages are dark; nothing is looked for while they are not. */
  set isOn(isOn: boolean) {
    this.#isOn = isOn;
    if (isOn) for (let page = 1; page <= this.#view.count; page++) this.#keep(page);
  }

  #keep(number: number): void {
    const page = this.#view.pageView(number);
    const layer = page?.textLayer?.div;
    if (!page || !layer) return;
    const { pageWidth, pageHeight } = page.viewport.rawDims as { pageWidth: number; pageHeight: number };
    const marks = [...layer.querySelectorAll<HTMLElement>('.textLayerImagePlaceholder')];
    const boxes = marks.map(({ style }) => pictureBox(style, pageWidth / pageHeight)).filter((box) => box !== undefined);
    const canvas = page.div.querySelector('canvas');
    const holes = pictureHoles(boxes.filter((box) => !canvas || !isDrawing(areaOf(box), () => cutOut(box, canvas))));
    if (holes === undefined) return;
    layer.style.setProperty('--page-without-pictures', holes);
    layer.dataset.pictures = '';
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
