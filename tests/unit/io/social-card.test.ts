import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { encodeIndexedPng } from '../../../src/io/indexed-png.ts';
import { drawCard } from '../../../src/io/social-card.ts';

async function pixelsOf(png: Buffer): Promise<{ width: number; height: number; data: Uint8ClampedArray }> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data };
}

test('a picture of few colors comes back as it was, and one of many nearly', async () => {
  const few = new Uint8ClampedArray(6 * 5 * 4).map((_, index) => (index % 4 === 3 ? 255 : (index >> 3) % 2 ? 253 : 13));
  expect((await pixelsOf(encodeIndexedPng({ width: 6, height: 5, data: few }))).data).toEqual(few);
  const many = new Uint8ClampedArray(64 * 64 * 4).map((_, index) => (index % 4 === 3 ? 255 : (index * 7 + (index >> 6)) % 256));
  const read = await pixelsOf(encodeIndexedPng({ width: 64, height: 64, data: many }));
  expect([read.width, read.height]).toEqual([64, 64]);
  expect(Math.max(...read.data.map((value, index) => Math.abs(value - many[index]!)))).toBeLessThan(64);
});

test('titles of any length and script stay inside the picture', { timeout: 180_000 }, async () => {
  const titles = ['A', '窗', 'Word '.repeat(80), '偏好优化'.repeat(60), 'Unbroken'.repeat(30), ''];
  for (const title of titles) {
    const { width, height, data } = await pixelsOf(drawCard({ title, second: title, by: title, facts: title, site: 'Room · 室' }));
    expect([width, height]).toEqual([1200, 630]);
    const paper = [...data.subarray((300 * width + 4) * 4, (300 * width + 4) * 4 + 3)];
    const column = (x: number) =>
      Array.from({ length: height - 20 }, (_, y) => [...data.subarray(((y + 20) * width + x) * 4, ((y + 20) * width + x) * 4 + 3)]);
    for (const x of [30, width - 20])
      expect(
        column(x).every((pixel) => String(pixel) === String(paper)),
        `${title.slice(0, 9)} at ${x}`,
      ).toBe(true);
  }
});
