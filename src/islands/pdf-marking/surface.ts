import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** An open PDF as those need it who add something to its pages. */
export interface PdfSurface {
  readonly pdf: PDFDocumentProxy;
  readonly viewer: PDFViewer;
  readonly bus: EventBus;
  /** The element that scrolls the pages. */
  readonly container: HTMLElement;
}
