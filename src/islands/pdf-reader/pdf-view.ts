import { AnnotationMode, AnnotationEditorType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { EventBus, PDFViewer } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { ReaderLocation } from '../../core/reader/location.ts';
import { clampPage } from '../../core/reader/page-number.ts';
import { clampScale, zoomPresets, type Zoom } from '../../core/reader/zoom.ts';
import type { PdfSurface } from '../pdf-marking/surface.ts';
import { ReaderLinkService } from './link-service.ts';
import { namePages, noTranslations } from './page-names.ts';
import { listen, type ViewLocation } from './viewer-events.ts';

/** A place in a PDF to the point, as the browser's history keeps it. */
export interface Position {
  /** The page that takes most of the window. */
  readonly page: number;
  readonly zoom: Zoom;
  /** What stands at the window's top left corner; absent before anything is shown. */
  readonly corner?: Pick<ViewLocation, 'pageNumber' | 'left' | 'top'>;
}

/** What a view needs to stand on a page and to tell of what happens in it. */
export interface PdfViewOptions {
  /** The element that scrolls; its only child takes the pages. */
  readonly container: HTMLDivElement;
  /** The folder of pdf.js's own files, with a slash at its end. */
  readonly assets: string;
  /** What a page is called, with `{page}` for its number. */
  readonly pageName: string;
  readonly signal: AbortSignal;
  /** Called when the reader is at another place or sees pages at another size. */
  readonly onMove: () => void;
  /** Called before a link inside the PDF is followed to a page. */
  readonly onJump: (page: number) => void;
  /** Called when the pages have their places; it decides which of them is shown. */
  readonly onReady: (view: PdfView) => void;
}

/** Below this width in pixels pages have no margin to spare. */
const NARROW = 640;

/** How long the picture of a page may be stretched while the zoom changes, in milliseconds. */
const REDRAW_AFTER = 300;

/** The pages of a PDF in continuous scroll: pdf.js's viewer, in the reader's own words. */
export class PdfView {
  readonly container: HTMLDivElement;
  #viewer: PDFViewer;
  #links: ReaderLinkService;
  #bus = new EventBus();
  #options: PdfViewOptions;
  #corner: ViewLocation | undefined;

  constructor(options: PdfViewOptions) {
    this.#options = options;
    this.container = options.container;
    this.#links = new ReaderLinkService({ eventBus: this.#bus, onJump: options.onJump });
    this.#viewer = new PDFViewer(viewerOptions(options, { eventBus: this.#bus, linkService: this.#links }));
    this.#links.setViewer(this.#viewer);
    this.#listen();
  }

  /** Shows a document. */
  show(pdf: PDFDocumentProxy): void {
    this.#links.setDocument(pdf);
    this.#viewer.setDocument(pdf);
  }

  /** Lets go of the document and of every picture of it. */
  close(): void {
    // pdf.js takes null here and asks for it on closing; its types do not say so.
    this.#viewer.setDocument(null as unknown as PDFDocumentProxy);
    this.#links.setDocument(null);
  }

  /** The document and its pages, for those who add something to them. */
  get surface(): PdfSurface {
    return { pdf: this.#viewer.pdfDocument!, viewer: this.#viewer, bus: this.#bus, container: this.container };
  }

  get count(): number {
    return this.#viewer.pagesCount;
  }

  get page(): number {
    return this.#viewer.currentPageNumber;
  }

  get scale(): number {
    return this.#viewer.currentScale;
  }

  get zoom(): Zoom {
    return zoomPresets.find((preset) => preset === this.#viewer.currentScaleValue) ?? this.scale;
  }

  set zoom(zoom: Zoom) {
    this.#viewer.currentScaleValue = String(zoom);
  }

  get position(): Position {
    const { page, zoom } = this;
    if (!this.#corner) return { page, zoom };
    const { pageNumber, left, top } = this.#corner;
    return { page, zoom, corner: { pageNumber, left, top } };
  }

  /** Whether pages are wider than the window on them, so that they scroll sideways. */
  get isWide(): boolean {
    return this.#viewer.isHorizontalScrollbarEnabled;
  }

  /** Goes to the place that an address names; a page that is not there means the last one. */
  goTo({ page, zoom, destination }: ReaderLocation): void {
    if (zoom !== undefined) this.zoom = zoom;
    if (page !== undefined) this.#viewer.scrollPageIntoView({ pageNumber: clampPage(page, this.count) });
    if (destination !== undefined) void this.#links.arrive(destination);
  }

  /** Goes back to the very point where the reader was. */
  restore({ page, zoom, corner }: Position): void {
    this.zoom = zoom;
    if (!corner) return this.goTo({ page });
    const pageNumber = clampPage(corner.pageNumber, this.count);
    const destArray = [null, { name: 'XYZ' }, corner.left, corner.top, null];
    this.#viewer.scrollPageIntoView({ pageNumber, destArray, allowNegativeOffset: true });
  }

  /** Multiplies the size of pages while the point of the window at `origin` stays where it is. */
  zoomBy(factor: number, origin: readonly [x: number, y: number]): void {
    const scaleFactor = clampScale(this.scale * factor) / this.scale;
    this.#viewer.updateScale({ scaleFactor, origin: [...origin], drawingDelay: REDRAW_AFTER });
  }

  /** Fits pages to a window of a new size. */
  refit(): void {
    const { zoom } = this;
    if (typeof zoom === 'string') this.zoom = zoom;
    this.#viewer.update();
  }

  #listen(): void {
    const { signal, onMove, onReady, pageName, container } = this.#options;
    const here = { bus: this.#bus, signal };
    listen(here, 'pagesinit', () => {
      namePages(container, pageName);
      onReady(this);
    });
    listen(here, 'pagechanging', onMove);
    listen(here, 'scalechanging', onMove);
    listen(here, 'updateviewarea', ({ location }) => {
      this.#corner = location;
      onMove();
    });
  }
}

function viewerOptions({ container, assets, signal }: PdfViewOptions, parts: { eventBus: EventBus; linkService: ReaderLinkService }) {
  return {
    ...parts,
    container,
    l10n: noTranslations,
    imageResourcesPath: `${assets}images/`,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    removePageBorders: container.clientWidth < NARROW,
    abortSignal: signal,
  };
}
