import type { Corner } from './location.ts';
import { clampScale, zoomPresets, type Zoom } from './zoom.ts';

/** A place in a PDF to the point. */
export interface Position {
  /** The page that takes most of the window. */
  readonly page: number;
  readonly zoom: Zoom;
  /** What stands at the window's top left corner, and on which page; absent before anything is shown. */
  readonly corner?: Required<Corner> & { readonly pageNumber: number };
}

/** Writes a position so that `parsePosition` reads it. */
export function formatPosition({ page, zoom, corner }: Position): string {
  return JSON.stringify({ page, zoom, ...(corner && { corner }) });
}

/** Reads a position that was kept; undefined if it is not one, whoever wrote it. */
export function parsePosition(text: string): Position | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { page, zoom, corner } = asRecord(value);
  const size = typeof zoom === 'number' && zoom > 0 ? clampScale(zoom) : zoomPresets.find((preset) => preset === zoom);
  if (!isPage(page) || size === undefined) return undefined;
  const { pageNumber, left, top } = asRecord(corner);
  const isCorner = isPage(pageNumber) && Number.isFinite(left) && Number.isFinite(top);
  return { page, zoom: size, ...(isCorner && { corner: { pageNumber, left: left as number, top: top as number } }) };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isPage(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
