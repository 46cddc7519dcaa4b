import { AnnotationMode } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PdfView } from './pdf-view.ts';

/** The resolution at which pages are printed, in dots per inch, and that of a point. */
const DOTS = 200;
const POINTS = 72;

/** What printing needs. */
export interface PrintOptions {
  readonly view: PdfView;
  /** Called with the share of the pages that are ready, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Draws all pages at the size of paper and opens the browser's dialog for printing. */
export async function printPages({ view, onProgress, signal }: PrintOptions): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'printed-pages';
  const urls: string[] = [];
  const clear = (): void => {
    sheets.remove();
    for (const url of urls) URL.revokeObjectURL(url);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
    delete document.documentElement.dataset.printing;
  };
  const paper = new CSSStyleSheet();
  for (let page = 1; page <= view.count; page++) {
    const { blob, size } = await drawPage(view, page);
    if (signal.aborted) return clear();
    if (page === 1) paper.replaceSync(`@page { size: ${size[0]}pt ${size[1]}pt; margin: 0; }`);
    urls.push(URL.createObjectURL(blob));
    const image = new Image();
    image.src = urls.at(-1)!;
    image.alt = '';
    sheets.append(image);
    onProgress(page / view.count);
  }
  await Promise.all([...sheets.querySelectorAll('img')].map((image) => image.decode()));
  document.body.append(sheets);
  document.adoptedStyleSheets.push(paper);
  document.documentElement.dataset.printing = '';
  addEventListener('afterprint', clear, { once: true });
  signal.addEventListener('abort', clear, { once: true });
  print();
}

interface Sheet {
  readonly blob: Blob;
  /** Width and height, in points. */
  readonly size: readonly [number, number];
}

async function drawPage(view: PdfView, number: number): Promise<Sheet> {
  const page = await view.pdf.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: Math.min(DOTS / POINTS, 5000 / Math.max(size.width, size.height)) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport, intent: 'print', annotationMode: AnnotationMode.ENABLE }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  canvas.width = canvas.height = 0;
  if (!blob) throw new Error(`Page ${number} is too large to be printed`);
  return { blob, size: [size.width, size.height] };
}
