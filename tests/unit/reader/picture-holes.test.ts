import { expect, test } from 'vitest';
import { pictureBox, pictureHoles, type Box } from '../../../src/core/reader/picture-holes.ts';

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

test('a picture that is turned has its place where it is shown', () => {
  const style = { left: '50%', top: '20%', width: '20%', height: '10%', transform: 'matrix(0, 1, -1, 0, 0, 0)' };
  const { left, top, right, bottom } = pictureBox(style, 0.5)!;
  expect([left, top, right, bottom].map((value) => Math.round(value * 1000))).toEqual([300, 200, 500, 300]);
  expect(pictureBox({ ...style, left: '' }, 0.5)).toBeUndefined();
});
