import { AnnotationMode, AnnotationEditorType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { EventBus, PDFViewer, SpreadMode, type PDFPageView } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';
import type { ReaderLocation } from '../../core/reader/location.ts';
import { clampPage, usefulLabels } from '../../core/reader/page-number.ts';
import type { Position } from '../../core/reader/position.ts';
import { clampScale, zoomPresets, type Zoom } from '../../core/reader/zoom.ts';
import type { PdfSurface } from '../pdf-marking/surface.ts';
import { ReaderFindController } from './find-controller.ts';
import { ReaderLinkService } from './link-service.ts';
import { namePages, noTranslations } from './page-names.ts';
import type { PageTexts } from './page-texts.ts';
import { TextTurns } from './text-turns.ts';
import { listen, type ViewerEvents, type ViewLocation } from './viewer-events.ts';

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

/** Pictures in a page that are at least this high and wide, in pixels, are told apart from it. */
const LEAST_PICTURE = 16;

/** The pages of a PDF in continuous scroll: pdf.js's viewer, in the reader's own words. */
export class PdfView {
  readonly container: HTMLDivElement;
  readonly links: ReaderLinkService;
  readonly finder: ReaderFindController;
  #viewer: PDFViewer;
  #bus = new EventBus();
  #options: PdfViewOptions;
  #corner: ViewLocation | undefined;
  #pdf: PDFDocumentProxy | undefined;
  #texts: PageTexts | undefined;
  #labels: readonly string[] | undefined;

  constructor(options: PdfViewOptions) {
    this.#options = options;
    this.container = options.container;
    this.links = new ReaderLinkService({ eventBus: this.#bus, onJump: options.onJump });
    this.finder = new ReaderFindController({ eventBus: this.#bus, linkService: this.links });
    const parts = { eventBus: this.#bus, linkService: this.links, findController: this.finder };
    this.#viewer = new PDFViewer(viewerOptions(options, parts));
    this.links.setViewer(this.#viewer);
    this.#listen();
  }

  /** Shows a document. */
  show(pdf: PDFDocumentProxy, texts: PageTexts): void {
    this.#pdf = pdf;
    this.#texts = texts;
    this.finder.texts = texts;
    this.links.setDocument(pdf);
    this.#viewer.setDocument(pdf);
    void pdf.getPageLabels().then(this.#label, () => undefined);
  }

  /** Lets go of the document and of every picture of it. */
  close(): void {
    // pdf.js takes null here and asks for it on closing; its types do not say so.
    this.#viewer.setDocument(null as unknown as PDFDocumentProxy);
    this.links.setDocument(null);
  }

  /** The document; it is there as long as the view is of use. */
  get pdf(): PDFDocumentProxy {
    return this.#pdf!;
  }

  get texts(): PageTexts {
    return this.#texts!;
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

  /** What is printed on each page, where that is not its number. */
  get labels(): readonly string[] | undefined {
    return this.#labels;
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

  /** By how many degrees pages are turned clockwise: 0, 90, 180 or 270. */
  get rotation(): number {
    return this.#viewer.pagesRotation;
  }

  /** Whether two pages stand beside each other. */
  get isSpread(): boolean {
    return this.#viewer.spreadMode !== SpreadMode.NONE;
  }

  set isSpread(isSpread: boolean) {
    this.#viewer.spreadMode = isSpread ? SpreadMode.ODD : SpreadMode.NONE;
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

  /** Turns all pages by a right angle, clockwise or back. */
  rotate(direction: 1 | -1): void {
    this.#viewer.pagesRotation = (this.rotation + 360 + 90 * direction) % 360;
  }

  /** Goes to the place that an address names; a page that is not there means the last one. */
  goTo({ page, zoom, corner, area, destination }: ReaderLocation): void {
    if (zoom !== undefined) this.zoom = zoom;
    const pageNumber = clampPage(page ?? this.page, this.count);
    if (area) this.#viewer.scrollPageIntoView({ pageNumber, destArray: [null, { name: 'FitR' }, ...area] });
    else if (corner) this.#scrollTo(pageNumber, corner);
    else if (page !== undefined) this.#viewer.scrollPageIntoView({ pageNumber });
    // The first page has its margin above it, as the picture has that stood in its place.
    if (page === 1 && !area && !corner) this.container.scrollTop = 0;
    if (destination !== undefined) void this.links.arrive(destination);
  }

  /** Goes back to the very point where the reader was. */
  restore({ page, zoom, corner }: Position): void {
    this.zoom = zoom;
    if (corner) this.#scrollTo(clampPage(corner.pageNumber, this.count), corner);
    else this.goTo({ page });
  }

  /** Multiplies the size of pages while the point of the window at `origin` stays where it is. */
  zoomBy(factor: number, origin: readonly [x: number, y: number]): void {
    const scaleFactor = clampScale(this.scale * factor) / this.scale;
    this.#viewer.updateScale({ scaleFactor, origin: [...origin], drawingDelay: REDRAW_AFTER });
  }

  /** Fits pages to a window of a new size. */
  refit(): void {
    const { zoom } = this;
    // Sizing pages anew goes back to where the viewer was last seen, which must not be before a jump that was just made.
    this.#viewer.update();
    if (typeof zoom === 'string') this.zoom = zoom;
    this.#viewer.update();
  }

  /** A page as pdf.js holds it, counted from 1; undefined if there is no such page. */
  pageView(page: number): PDFPageView | undefined {
    return this.#viewer.getPageView(page - 1) as PDFPageView | undefined;
  }

  /** Listens to messages of the viewer as long as the view lives. */
  on<Name extends keyof ViewerEvents>(name: Name, listener: (event: ViewerEvents[Name]) => void): void {
    listen({ bus: this.#bus, signal: this.#options.signal }, name, listener);
  }

  #scrollTo(pageNumber: number, { left, top }: NonNullable<ReaderLocation['corner']>): void {
    const destArray = [null, { name: 'XYZ' }, left ?? null, top ?? null, null];
    this.#viewer.scrollPageIntoView({ pageNumber, destArray, allowNegativeOffset: true });
  }

  #label = (labels: string[] | null): void => {
    this.#labels = usefulLabels(labels, this.count);
    if (this.#labels) this.#options.onMove();
  };

  #listen(): void {
    const { onMove, onReady, pageName, container } = this.#options;
    this.on('pagesinit', () => {
      namePages(container, pageName);
      onReady(this);
    });
    const turns = new TextTurns({ container, currentPage: () => this.page, signal: this.#options.signal });
    this.on('pagerender', ({ pageNumber, source }) => source.textLayer && turns.hold(source.textLayer, pageNumber));
    this.on('pagechanging', onMove);
    this.on('scalechanging', onMove);
    this.on('updateviewarea', ({ location }) => {
      this.#corner = location;
      onMove();
    });
  }
}

interface ViewerParts {
  eventBus: EventBus;
  linkService: ReaderLinkService;
  findController: ReaderFindController;
}

function viewerOptions({ container, assets, signal }: PdfViewOptions, parts: ViewerParts) {
  return {
    ...parts,
    container,
    l10n: noTranslations,
    imageResourcesPath: `${assets}images/`,
    annotationMode: AnnotationMode.ENABLE,
    annotationEditorMode: AnnotationEditorType.DISABLE,
    imagesRightClickMinSize: LEAST_PICTURE,
    removePageBorders: container.clientWidth < NARROW,
    abortSignal: signal,
  };
}
