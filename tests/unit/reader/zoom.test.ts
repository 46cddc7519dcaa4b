import { describe, expect, test } from 'vitest';
import { clampScale, formatZoom, parseZoom, wheelFactor, zoomIn, zoomOut } from '../../../src/core/reader/zoom.ts';

describe('zoom buttons go from stop to stop', () => {
  test.each([
    [1, 1.1, 0.9],
    [0.92, 1, 0.9],
    [1.2499, 1.5, 1.1],
    [0.25, 0.33, 0.25],
    [5, 5, 4],
    [9, 5, 5],
  ])('from %d in to %d and out to %d', (scale, larger, smaller) => {
    expect(zoomIn(scale)).toBe(larger);
    expect(zoomOut(scale)).toBe(smaller);
  });
});

test('a scale stays where pages can be shown', () => {
  expect([0, 0.3, 7].map(clampScale)).toEqual([0.25, 0.3, 5]);
});

describe('a zoom in an address', () => {
  test.each([
    ['auto', 'auto'],
    ['page-width', 'page-width'],
    ['150', 1.5],
    ['33.5', 0.335],
    ['90000', 5],
    ['FitH', 'page-width'],
    ['FitV', 'page-height'],
  ])('%s', (text, zoom) => {
    expect(parseZoom(text)).toBe(zoom);
  });

  test.each(['', '0', '-1', 'Infinity', 'huge', 'fit'])('is not %j', (text) => {
    expect(parseZoom(text)).toBeUndefined();
  });

  test('is written in whole percents', () => {
    expect(formatZoom(1 / 3)).toBe('33');
    expect(formatZoom('page-fit')).toBe('page-fit');
  });
});

describe('the wheel', () => {
  test('zooms in when it turns away from the reader, out when it turns back', () => {
    expect(wheelFactor({ deltaY: -100, deltaMode: 0 })).toBeGreaterThan(1.2);
    expect(wheelFactor({ deltaY: 100, deltaMode: 0 }) * wheelFactor({ deltaY: -100, deltaMode: 0 })).toBeCloseTo(1);
  });

  test('means the same in lines as in pixels', () => {
    expect(wheelFactor({ deltaY: 3, deltaMode: 1 })).toBeCloseTo(wheelFactor({ deltaY: 120, deltaMode: 0 }));
  });
});
