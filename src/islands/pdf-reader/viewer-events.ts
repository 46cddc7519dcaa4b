import type { EventBus, TextLayerBuilder } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

/** The messages of pdf.js's viewer that the reader listens to, with the parts that it uses. */
export interface ViewerEvents {
  /** The pages have their places; nothing is drawn yet. */
  pagesinit: object;
  /** Another page is the current one. */
  pagechanging: { readonly pageNumber: number };
  /** Pages were scrolled or resized. */
  updateviewarea: { readonly location: ViewLocation };
  /** Pages were resized; `presetValue` is there if the zoom follows the window. */
  scalechanging: { readonly scale: number; readonly presetValue?: string };
  /** Pages were turned. */
  rotationchanging: { readonly pagesRotation: number };
  /** A page is about to be drawn; what it is made of is there. */
  pagerender: { readonly pageNumber: number; readonly source: { readonly textLayer: TextLayerBuilder | null } };
  /** A page's picture is there, or could not be drawn. */
  pagerendered: { readonly pageNumber: number; readonly error: unknown };
  /** A page's text can be selected. */
  textlayerrendered: { readonly pageNumber: number };
  /** A page's links are there. */
  annotationlayerrendered: { readonly pageNumber: number };
  /** More matches were found. */
  updatefindmatchescount: { readonly matchesCount: MatchesCount };
  /** A search began, or came to a match: `state` is one of pdf.js's `FindState`. */
  updatefindcontrolstate: { readonly state: number; readonly matchesCount: MatchesCount };
}

/** How many matches there are, and which of them is the current one, counted from 1; 0 if there is none. */
export interface MatchesCount {
  readonly current: number;
  readonly total: number;
}

/** What stands at the top left of the window on the PDF, in the page's own units. */
export interface ViewLocation {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
}

/** Listens to one kind of message of a viewer until `signal` aborts. */
export function listen<Name extends keyof ViewerEvents>(
  { bus, signal }: { bus: EventBus; signal: AbortSignal },
  name: Name,
  listener: (event: ViewerEvents[Name]) => void,
): void {
  bus.on(name, listener, { signal });
}
