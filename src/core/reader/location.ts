import type { TextQuote } from '../annotation/mark.ts';
import { formatZoom, parseZoom, type Zoom } from './zoom.ts';

/** Where on a page the window's corner stands, in the page's own units, from its lower left corner. */
export interface Corner {
  readonly left?: number;
  readonly top?: number;
}

/** What is looked for in a PDF. */
export interface SearchTerms {
  readonly text: string;
  /** Whether the words stand one behind the other, rather than anywhere. */
  readonly isPhrase: boolean;
}

/** A destination inside a PDF: its name, or the array that the PDF itself would hold (ISO 32000-2, 12.3.2). */
export type Destination = string | readonly unknown[];

/** A place in a PDF as an address names it after its `#`, in the words that PDF viewers share. */
export interface ReaderLocation {
  /** The page, counted from 1. */
  readonly page?: number;
  /** How large pages are shown. */
  readonly zoom?: Zoom;
  /** What of the page stands at the window's corner. */
  readonly corner?: Corner;
  /** A part of the page that fills the window: left, bottom, right, top. */
  readonly area?: readonly [number, number, number, number];
  /** A destination that the PDF itself knows, such as `cite.rafailov2023`. */
  readonly destination?: Destination;
  /** What is to be looked for and marked. */
  readonly search?: SearchTerms;
  /** Words to be found and marked even if they moved. */
  readonly quote?: TextQuote;
}

/**
 * Reads the part of an address after its `#`, as PDF.js does and with the words `quote`, `prefix` and `suffix`, which hold a
 * TextQuoteSelector (W3C Web Annotation Data Model, 4.2.4). What is malformed or unknown is passed over.
 * @param hash With or without the `#`.
 * @example parseLocation('#page=7&zoom=page-width') // { page: 7, zoom: 'page-width' }
 */
export function parseLocation(hash: string): ReaderLocation {
  const text = hash.replace(/^#/, '');
  if (!text.includes('=')) return parseExplicit(text);
  const words = new URLSearchParams(text);
  const page = Number(words.get('page'));
  const destination = words.get('nameddest');
  const search = parseSearch(words);
  const quote = parseQuote(words);
  return {
    ...(Number.isSafeInteger(page) && page > 0 && { page }),
    ...parseView(words.get('zoom') ?? ''),
    ...(destination && { destination }),
    ...(search && { search }),
    ...(quote && { quote }),
  };
}

/** Reads a destination that stands alone: its name, or written out as PDF.js writes it into the links of a page. */
function parseExplicit(text: string): ReaderLocation {
  const name = decode(text);
  if (!name) return {};
  try {
    const destination: unknown = JSON.parse(name);
    return Array.isArray(destination) && destination.length > 1 ? { destination } : {};
  } catch {
    return /[\p{L}\p{N}]/u.test(name) ? { destination: name } : {};
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Reads `zoom`: `scale,left,top`, or one of Adobe's names with its numbers. */
function parseView(text: string): Pick<ReaderLocation, 'zoom' | 'corner' | 'area'> {
  const [name = '', ...words] = text.split(',');
  const numbers = words.map((word) => (word.trim() === '' ? NaN : Number(word)));
  const [first, second, third, fourth] = numbers;
  if (name === 'FitR') return numbers.length === 4 && numbers.every(Number.isFinite) ? { area: [first!, second!, third!, fourth!] } : {};
  const zoom = parseZoom(name);
  const [left, top] = /^FitB?H$/.test(name) ? [undefined, first] : /^FitB?V$/.test(name) ? [first, undefined] : [first, second];
  const corner = { ...(isNumber(left) && { left }), ...(isNumber(top) && { top }) };
  return { ...(zoom !== undefined && { zoom }), ...(Object.keys(corner).length > 0 && { corner }) };
}

const isNumber = (value: number | undefined): value is number => Number.isFinite(value);

function parseSearch(words: URLSearchParams): SearchTerms | undefined {
  const text = words.get('search')?.replaceAll('"', '').trim();
  return text ? { text, isPhrase: words.get('phrase') === 'true' } : undefined;
}

function parseQuote(words: URLSearchParams): TextQuote | undefined {
  const exact = words.get('quote')?.trim();
  return exact ? { exact, prefix: words.get('prefix') ?? '', suffix: words.get('suffix') ?? '' } : undefined;
}

/**
 * Writes a place as the part of an address from `#` on; empty if nothing is to be said.
 * @example formatLocation({ page: 7, zoom: 1.25 }) // '#page=7&zoom=125'
 */
export function formatLocation({ page, zoom, corner, destination, search, quote }: ReaderLocation): string {
  if (destination !== undefined && typeof destination !== 'string') return `#${encodeURIComponent(JSON.stringify(destination))}`;
  const words: [string, string][] = [];
  if (page !== undefined) words.push(['page', String(page)]);
  if (zoom !== undefined) words.push(['zoom', [formatZoom(zoom), ...(corner ? [corner.left ?? '', corner.top ?? ''] : [])].join(',')]);
  if (destination !== undefined) words.push(['nameddest', destination]);
  if (search) words.push(['search', search.text]);
  if (search?.isPhrase) words.push(['phrase', 'true']);
  if (quote) words.push(['quote', quote.exact], ...contextWords(quote));
  return words.length > 0 ? `#${words.map(([name, value]) => `${name}=${encodeValue(value)}`).join('&')}` : '';
}

function contextWords({ prefix, suffix }: TextQuote): [string, string][] {
  return [...(prefix ? [['prefix', prefix] as [string, string]] : []), ...(suffix ? [['suffix', suffix] as [string, string]] : [])];
}

/** The comma of a zoom stays as it is read everywhere. */
function encodeValue(value: string): string {
  return encodeURIComponent(value).replaceAll('%2C', ',');
}
