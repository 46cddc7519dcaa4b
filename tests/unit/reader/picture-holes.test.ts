import { expect, test } from 'vitest';
import { pictureBoxes, pictureHoles, type Box } from '../../../src/core/reader/picture-holes.ts';

type Point = readonly [x: number, y: number];

const box = ([left, top]: Point, [right, bottom]: Point): Box => ({ left, top, right, bottom });

/** Whether a point of the page is darkened, by the rule of even and odd crossings. */
function isDarkened(shape: string, [x, y]: Point): boolean {
  const points = [...shape.matchAll(/([\d.]+)% ([\d.]+)%/g)].map(([, left, top]) => [Number(left) / 100, Number(top) / 100] as const);
  const crossings = points.filter(([x1, y1], index) => {
    const [x2, y2] = points[(index + 1) % points.length]!;
    return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
  });
  return crossings.length % 2 === 1;
}

test('a page is darkened except for its pictures, also where three lie over one another', () => {
  const shape = pictureHoles([box([0.1, 0.1], [0.4, 0.3]), box([0.3, 0.2], [0.6, 0.4]), box([0.35, 0.15], [0.5, 0.5])])!;
  for (const point of [[0.2, 0.2], [0.38, 0.25], [0.55, 0.3], [0.45, 0.45]] as const) expect(isDarkened(shape, point)).toBe(false); // prettier-ignore
  for (const point of [[0.05, 0.05], [0.2, 0.35], [0.9, 0.9], [0.55, 0.45]] as const) expect(isDarkened(shape, point)).toBe(true); // prettier-ignore
});

test('a page without pictures, or that is one picture, is darkened whole', () => {
  expect(pictureHoles([])).toBeUndefined();
  expect(pictureHoles([box([0, 0], [1, 0.98])])).toBeUndefined();
});

test('a picture that is turned, or on a page that is turned, has its place where it is shown', () => {
  const corners = [0.5, 0.2, 0.5, 0.3, 0.9, 0.2];
  const rounded = (turn: number) =>
    pictureBoxes(corners, turn).flatMap(({ left, top, right, bottom }) =>
      [left, top, right, bottom].map((value) => Math.round(value * 10)),
    );
  expect(rounded(0)).toEqual([5, 2, 9, 3]);
  expect(rounded(90)).toEqual([7, 5, 8, 9]);
  expect(rounded(180)).toEqual([1, 7, 5, 8]);
  const tilted = pictureBoxes([0.4, 0.2, 0.2, 0.4, 0.6, 0.4], 0)[0]!;
  expect([tilted.left, tilted.top, tilted.right, tilted.bottom].map((value) => Math.round(value * 10))).toEqual([2, 2, 6, 6]);
});

test('rules and bullets are no pictures', () => {
  expect(pictureBoxes([0.1, 0.1, 0.1, 0.105, 0.9, 0.1], 0)).toEqual([]);
});
