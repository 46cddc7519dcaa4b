import type { PageContent, TextItem } from '../../src/core/pdf/content.ts';

/** Where and how large a piece of text is set; by default, of size 10, and half as wide a letter as it is high. */
interface Setting {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly width?: number;
}

/** The widths by which a hand-made page is measured: letters are half as wide as they are high, ideographs as wide. */
export const LETTER = 0.5;

/** A piece of text as pdf.js gives it, on an upright line. */
export function textItem(str: string, { x, y, size = 10, width }: Setting): TextItem {
  const ems = [...str].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : LETTER), 0);
  return { str, dir: 'ltr', transform: [size, 0, 0, size, x, y], width: width ?? ems * size, height: size, fontName: 'f1', hasEOL: false };
}

/** Lines of one column, from its upper left corner down, 12 points apart. */
export function column(lines: readonly string[], { x, y, size = 10 }: Setting): TextItem[] {
  return lines.map((line, index) => textItem(line, { x, y: y - index * 1.2 * size, size }));
}

/** Pieces that follow one another on a line without a gap, each with its size. */
export function run(parts: readonly (readonly [string, number])[], { x, y }: Setting): TextItem[] {
  let at = x;
  return parts.map(([str, size]) => {
    const item = textItem(str, { x: at, y, size });
    at += item.width;
    return item;
  });
}

/** A page of US letter size. */
export function letterPage(...items: readonly (TextItem | readonly TextItem[])[]): PageContent {
  return { items: items.flat(), width: 612, height: 792 };
}
