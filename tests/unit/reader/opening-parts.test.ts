import { expect, test } from 'vitest';
import { formatOpeningParts, parseOpeningParts, PIECE, rangesOfPieces } from '../../../src/core/reader/opening-parts.ts';

test('pieces that touch are one range, and the last ends with the file', () => {
  const length = 5 * PIECE - 100;
  expect(rangesOfPieces([4, 0, 1, 1, 3], length)).toEqual([
    [0, 2 * PIECE],
    [3 * PIECE, length],
  ]);
  expect(rangesOfPieces([], length)).toEqual([]);
});

test('parts are read as they were written', () => {
  const parts = { length: 50_000, index: [[0, 16_384] as const, [49_152, 50_000] as const], firstPage: [[16_384, 32_768] as const] };
  expect(parseOpeningParts(formatOpeningParts(parts))).toEqual(parts);
  const small = { length: 800, index: [[0, 800] as const], firstPage: [] };
  expect(parseOpeningParts(formatOpeningParts(small))).toEqual(small);
});

test.each(['', '800', '800;;', '800;0-801;', '800;40-20;', '800;0-800;1-2;3', 'x;0-800;', '800;0-800;<b>'])('%j is no parts', (text) => {
  expect(parseOpeningParts(text)).toBeUndefined();
});
