import { expect, test } from 'vitest';
import { isDrawing } from '../../../src/core/reader/drawings.ts';

type Color = readonly [red: number, green: number, blue: number];

const PAPER: Color = [255, 255, 255];
const SIZE = 40;

/** A picture of 38 by 38 pixels and the row of pixels around it. */
function drawn(colorOf: (x: number, y: number) => Color) {
  const data = Array.from({ length: SIZE * SIZE }, (_, index) => [...colorOf(index % SIZE, Math.floor(index / SIZE)), 255]).flat();
  return () => ({ width: SIZE, height: SIZE, data });
}

const inside = (x: number, y: number) => x > 0 && y > 0 && x < SIZE - 1 && y < SIZE - 1;

test('a photograph, and a heat map with its white margin, are none', () => {
  expect(isDrawing(0.005, drawn((x, y) => (inside(x, y) ? [(7 * x) % 256, (11 * y) % 256, 90] : PAPER)))).toBe(false); // prettier-ignore
  expect(
    isDrawing(
      0.01,
      drawn((x, y) => (x > 4 && x < 38 && y > 1 && y < 35 ? [255, 245, 240] : PAPER)),
    ),
  ).toBe(false);
});

test('a plot with its frame, and an icon, are drawings', () => {
  const isFrame = (x: number, y: number) => inside(x, y) && (x === 1 || y === 1 || x === 38 || y === 38);
  expect(
    isDrawing(
      0.02,
      drawn((x, y) => (isFrame(x, y) || Math.abs(x - y) < 2 ? [0, 90, 200] : PAPER)),
    ),
  ).toBe(true);
  expect(
    isDrawing(
      0.001,
      drawn((x, y) => (Math.hypot(x - 20, y - 20) < 15 ? [220, 30, 60] : PAPER)),
    ),
  ).toBe(true);
});

test('what shows the drawing that it lies on is a drawing too', () => {
  const panel: Color = [227, 241, 243];
  expect(
    isDrawing(
      0.001,
      drawn((x, y) => (Math.abs(x - y) < 3 ? [0, 0, 0] : panel)),
    ),
  ).toBe(true);
});

test('a large plot is a figure that stays as it is', () => {
  expect(
    isDrawing(
      0.03,
      drawn(() => PAPER),
    ),
  ).toBe(false);
});
