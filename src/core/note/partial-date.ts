import type { Locale } from '../site/locale.ts';

/** A date as precise as it is known: `2024`, `2024-05` or `2024-05-23`. */
export type PartialDate = string & { readonly brand: 'PartialDate' };

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The date that a text states as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or undefined if no such day exists. */
export function parsePartialDate(text: string): PartialDate | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
  return exists ? (text as PartialDate) : undefined;
}

/** The year of a date. */
export function yearOf(date: PartialDate): number {
  return Number(date.slice(0, 4));
}

/** The quarter of a date as `2024-Q2`, or undefined when only the year is known. */
export function quarterOf(date: PartialDate): string | undefined {
  const month = Number(date.slice(5, 7));
  return month ? `${date.slice(0, 4)}-Q${Math.ceil(month / 3)}` : undefined;
}

/** A date as readers of a language write it: `23 May 2024`, `2024年5月23日`. */
export function formatPartialDate(date: PartialDate, locale: Locale): string {
  const [year, month, day] = date.split('-');
  const value = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  return formatterFor(locale, day ? 'day' : month ? 'month' : 'year').format(value);
}

type Precision = 'year' | 'month' | 'day';

/** Making a formatter costs a hundred times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(locale: Locale, precision: Precision): Intl.DateTimeFormat {
  const key = `${locale} ${precision}`;
  const formatter = formatters.get(key) ?? createFormatter(locale, precision);
  formatters.set(key, formatter);
  return formatter;
}

function createFormatter(locale: Locale, precision: Precision): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: precision === 'year' ? undefined : 'long',
    day: precision === 'day' ? 'numeric' : undefined,
    timeZone: 'UTC',
  });
}
