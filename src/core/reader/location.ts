import { formatZoom, parseZoom, type Zoom } from './zoom.ts';

/** A place in a PDF as an address names it after its `#`, in the words that PDF viewers share. */
export interface ReaderLocation {
  /** The page, counted from 1. */
  readonly page?: number;
  /** How large pages are shown. */
  readonly zoom?: Zoom;
  /** A destination that the PDF itself names, such as `cite.rafailov2023`. */
  readonly destination?: string;
}

/**
 * Reads the part of an address after its `#`. What is malformed or unknown is passed over.
 * @param hash With or without the `#`.
 * @example parseLocation('#page=7&zoom=page-width') // { page: 7, zoom: 'page-width' }
 */
export function parseLocation(hash: string): ReaderLocation {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const zoom = parseZoom(words.get('zoom')?.split(',')[0] ?? '');
  const page = Number(words.get('page'));
  const destination = words.get('nameddest');
  return {
    ...(Number.isSafeInteger(page) && page > 0 && { page }),
    ...(zoom !== undefined && { zoom }),
    ...(destination && { destination }),
  };
}

/**
 * Writes a place as the part of an address from `#` on; empty if nothing is to be said.
 * @example formatLocation({ page: 7, zoom: 1.25 }) // '#page=7&zoom=125'
 */
export function formatLocation({ page, zoom, destination }: ReaderLocation): string {
  const words = [
    page !== undefined && `page=${page}`,
    zoom !== undefined && `zoom=${formatZoom(zoom)}`,
    destination !== undefined && `nameddest=${encodeURIComponent(destination)}`,
  ].filter((word) => word !== false);
  return words.length > 0 ? `#${words.join('&')}` : '';
}
