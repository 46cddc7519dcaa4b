import type { EventBus } from 'pdfjs-dist/legacy/web/pdf_viewer.mjs';

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
