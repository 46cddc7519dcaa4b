/** A zoom that follows the size of the window, by the names that PDF viewers share. `auto` fits the width, up to 125%. */
export const zoomPresets = ['auto', 'page-width', 'page-fit', 'page-height', 'page-actual'] as const;

/** One of the zooms that follow the window. */
export type ZoomPreset = (typeof zoomPresets)[number];

/** A preset, or a scale where 1 is the page's own size on paper. */
export type Zoom = ZoomPreset | number;

/** How large pages are until the reader chooses otherwise. */
export const defaultZoom: Zoom = 'auto';

/** The scales that the zoom buttons stop at. */
const STOPS: readonly number[] = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

/** A scale this close to a stop counts as the stop itself. */
const TOLERANCE = 0.005;

/** How far a mouse wheel's notch zooms, per pixel that it would have scrolled. */
const WHEEL_SPEED = 0.0025;

/** The height in pixels that stands for a line where a wheel counts lines. */
const LINE_HEIGHT = 40;

/** The next larger stop, or the largest. */
export function zoomIn(scale: number): number {
  return STOPS.find((stop) => stop > scale + TOLERANCE) ?? STOPS.at(-1)!;
}

/** The next smaller stop, or the smallest. */
export function zoomOut(scale: number): number {
  return STOPS.findLast((stop) => stop < scale - TOLERANCE) ?? STOPS[0]!;
}

/** The scale nearest to `scale` at which pages can be shown. */
export function clampScale(scale: number): number {
  return Math.min(Math.max(scale, STOPS[0]!), STOPS.at(-1)!);
}

/**
 * By how much a turn of the wheel multiplies the scale; above 1 for a turn away from the reader.
 * @param turn As a wheel event tells it: `deltaMode` is 0 where `deltaY` counts pixels, else lines.
 */
export function wheelFactor({ deltaY, deltaMode }: { readonly deltaY: number; readonly deltaMode: number }): number {
  return Math.exp(-deltaY * (deltaMode === 0 ? 1 : LINE_HEIGHT) * WHEEL_SPEED);
}

/** A zoom as it stands in an address: a preset's name, or percent. */
export function formatZoom(zoom: Zoom): string {
  return typeof zoom === 'number' ? String(Math.round(zoom * 100)) : zoom;
}

/** Reads a zoom from an address, by our names or by Adobe's (`Fit`, `FitH`, `FitV`); undefined if it is neither. */
export function parseZoom(text: string): Zoom | undefined {
  const percent = Number(text);
  if (text !== '' && Number.isFinite(percent)) return percent > 0 ? clampScale(percent / 100) : undefined;
  return zoomPresets.find((preset) => preset === text) ?? ADOBE_NAMES.get(text);
}

const ADOBE_NAMES: ReadonlyMap<string, ZoomPreset> = new Map([
  ['Fit', 'page-fit'],
  ['FitB', 'page-fit'],
  ['FitH', 'page-width'],
  ['FitBH', 'page-width'],
  ['FitV', 'page-height'],
  ['FitBV', 'page-height'],
]);
