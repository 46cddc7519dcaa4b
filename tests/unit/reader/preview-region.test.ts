import { describe, expect, test } from 'vitest';
import type { PageLine } from '../../../src/core/reader/page-lines.ts';
import { previewRegion } from '../../../src/core/reader/preview-region.ts';

const page = { left: 0, bottom: 0, right: 600, top: 800 };
const prose = 'words of the text that go on and on as they do in a paper';

/** A line of 10 points whose baseline stands at a height. */
const line = (baseline: number, text: string, { left = 100, right = 500, isRow = false } = {}): PageLine => ({
  text,
  left,
  right,
  top: baseline + 7.5,
  bottom: baseline - 2.5,
  size: 10,
  isRow,
});

const region = (name: string, [left, top]: readonly [number, number], lines: readonly PageLine[]) =>
  previewRegion({ view: [0, { name: 'XYZ' }, left, top, null], name }, page, lines);

const shows = ({ top, bottom }: { top: number; bottom: number }, { top: high, bottom: low }: PageLine) => top >= high && bottom <= low;

describe('what a link leads to is shown whole', () => {
  const above = [line(700, prose), line(688, prose)];
  const after = [line(380, prose), line(368, prose)];
  const tick = line(560, '0 50 100 150', { left: 150, right: 450, isRow: true });

  test('a figure stands above its caption, and the text around it is left out', () => {
    const caption = [line(420, 'Figure 3: A lamp in its room'), line(409, 'and the stairs that lead there.')];
    const shown = region('figure.3', [100, 430], [...above, tick, ...caption, ...after]);
    expect(shown.top).toBeGreaterThan(650);
    expect(shown.top).toBeLessThanOrEqual(above[1]!.bottom);
    expect(shows(shown, caption[1]!)).toBe(true);
    expect(shows(shown, after[0]!)).toBe(false);
    expect([shown.left, shown.right]).toEqual([92, 508]);
  });

  test('a figure whose destination is its upper edge is shown from there', () => {
    const caption = line(420, 'Figure 3: A lamp');
    const shown = region('figure.caption.3', [100, 660], [...above, tick, caption, ...after]);
    expect(shown).toMatchObject({ top: 668 });
    expect(shows(shown, caption)).toBe(true);
    expect(shows(shown, after[1]!)).toBe(false);
  });

  test('a table stands below its caption', () => {
    const rows = [640, 620, 600, 580, 560, 540].map((at) => line(at, 'lamp 1 2 3', { isRow: true }));
    const shown = region(
      'table.1',
      [100, 670],
      [line(700, prose), line(660, 'Table 1: Lamps.'), ...rows, line(500, prose), line(300, prose)],
    );
    expect(shows(shown, rows.at(-1)!)).toBe(true);
    expect(shown.bottom).toBeGreaterThan(400);
  });

  test('of the references one entry is shown', () => {
    const hanging = { left: 110 };
    const entries = [line(700, 'A. One. First'), line(689, 'title.', hanging), line(672, 'B. Two. Second'), line(661, 'title.', hanging)];
    const shown = region('cite.one', [100, 710], entries);
    expect(shows(shown, entries[1]!)).toBe(true);
    expect(shows(shown, entries[2]!)).toBe(false);
  });

  test('in a page of two columns the column of the destination is shown', () => {
    const column = (left: number, right: number) => Array.from({ length: 8 }, (_, index) => line(700 - 12 * index, prose, { left, right }));
    const shown = region('equation.2', [310, 690], [...column(50, 290), ...column(310, 550)]);
    expect(shown.left).toBeGreaterThan(285);
    expect(shown.right).toBe(558);
  });

  test('a page without text, or a destination without a place, shows the top of the page', () => {
    expect(region('', [100, 700], [])).toMatchObject({ left: 0, right: 600, top: 708 });
    expect(previewRegion({ view: [0, { name: 'Fit' }], name: 'x' }, page, [])).toMatchObject({ top: 800 });
  });
});
