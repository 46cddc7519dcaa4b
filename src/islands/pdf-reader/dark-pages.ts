import { pictureBox, pictureHoles, type Box } from '../../core/reader/picture-holes.ts';
import type { PdfView } from './pdf-view.ts';

/** A picture that takes less than this part of its page may be an icon, or a drawing that is laid over the paper. */
const SMALL = 0.03;

/** How many points on each edge of a small picture are looked at, and from which value on all three colors are that of paper. */
const SAMPLES = 16;
const PAPER = 250;

/** The part of a small picture's edge that is paper where the picture is a drawing; other lines may cross the rest. */
const EDGE_OF_PAPER = 0.6;

/**
 * Keeps the pictures of dark pages as they are: what darkens a page has holes where its pictures stand. pdf.js marks the place of
 * each picture in the text layer.
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
    const holes = pictureHoles(boxes.filter((box) => !canvas || !liesOnPaper(box, canvas)));
    if (holes === undefined) return;
    layer.style.setProperty('--page-without-pictures', holes);
    layer.dataset.pictures = '';
  }
}

/** Whether a small picture has the color of paper all around, so that it darkens with the page like any drawing. */
function liesOnPaper({ left, top, right, bottom }: Box, page: HTMLCanvasElement): boolean {
  const [width, height] = [right - left, bottom - top];
  if (width * height >= SMALL) return false;
  const small = new OffscreenCanvas(SAMPLES, SAMPLES);
  const context = small.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(page, left * page.width, top * page.height, width * page.width, height * page.height, 0, 0, SAMPLES, SAMPLES);
  const { data } = context.getImageData(0, 0, SAMPLES, SAMPLES);
  const isEdge = (index: number) => index % SAMPLES === 0 || index % SAMPLES === SAMPLES - 1 || index < SAMPLES || index >= SAMPLES * (SAMPLES - 1); // prettier-ignore
  const edge = Array.from({ length: SAMPLES * SAMPLES }, (_, index) => index).filter(isEdge);
  const ofPaper = edge.filter((index) => Math.min(data[4 * index]!, data[4 * index + 1]!, data[4 * index + 2]!) >= PAPER);
  return ofPaper.length >= EDGE_OF_PAPER * edge.length;
}
