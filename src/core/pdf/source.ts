import type { Fragment } from './line-text.ts';
import type { PdfPage, SourceMap } from './content.ts';

/** A stretch of one item's `str`: from `start`, up to but not including `end`. */
export interface ItemRange {
  /** The index in `PageContent.items`, which is that of the element in pdf.js's text layer. */
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** Writes a page: its text, and where the text comes from. */
export class PageWriter {
  readonly #parts: string[] = [];
  readonly #source: number[] = [];
  #length = 0;
  /** Where the last run ended in the text, and its item. */
  #end = 0;
  #item = 0;

  /** Writes characters that no item holds. */
  writeGap(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Writes characters of an item, or a space. */
  write({ text, item, from, length }: Fragment): void {
    if (item >= 0) {
      this.#source.push(this.#length - this.#end, text.length, item - this.#item, from, length - text.length);
      this.#end = this.#length + text.length;
      this.#item = item;
    }
    this.writeGap(text);
  }

  /** The page as written. */
  finish(): PdfPage {
    return { text: this.#parts.join(''), source: this.#source };
  }
}

/** A run of characters, with its places told in full. */
interface Run extends ItemRange {
  readonly textStart: number;
  readonly textEnd: number;
}

function* runsOf(source: SourceMap): Generator<Run> {
  let [textEnd, item] = [0, 0];
  for (let at = 0; at < source.length; at += 5) {
    const textStart = textEnd + source[at]!;
    textEnd = textStart + source[at + 1]!;
    item += source[at + 2]!;
    const start = source[at + 3]!;
    yield { textStart, textEnd, item, start, end: start + source[at + 1]! + source[at + 4]! };
  }
}

function isWhole({ textStart, textEnd, start, end }: Run): boolean {
  return textEnd - textStart !== end - start;
}

/**
 * Where the characters `start` up to `end` of a page's text stand in the items of the page, in the order of the text.
 * A ligature of which only a part is meant comes whole. Neighbouring stretches of one item are one.
 */
export function itemRanges({ source }: PdfPage, start: number, end: number): ItemRange[] {
  const ranges: ItemRange[] = [];
  for (const run of runsOf(source)) {
    if (run.textEnd <= start) continue;
    if (run.textStart >= end) break;
    const [first, last] = isWhole(run)
      ? [run.start, run.end]
      : [run.start + Math.max(0, start - run.textStart), run.end - Math.max(0, run.textEnd - end)];
    const before = ranges.at(-1);
    if (before?.item === run.item && before.end === first) ranges[ranges.length - 1] = { ...before, end: last };
    else ranges.push({ item: run.item, start: first, end: last });
  }
  return ranges;
}

/**
 * Where a place in an item's `str` stands in the page's text: the offset of its character, or of the next one of the item that
 * the text holds; behind the item's last character where there is no next. Undefined for an item that is not in the text.
 */
export function textOffset({ source }: PdfPage, item: number, offset: number): number | undefined {
  let behind: number | undefined;
  for (const run of runsOf(source)) {
    if (run.item !== item) continue;
    if (offset < run.end) return isWhole(run) ? run.textStart : run.textStart + Math.max(0, offset - run.start);
    behind = Math.max(behind ?? 0, run.textEnd);
  }
  return behind;
}
