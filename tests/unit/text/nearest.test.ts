import { describe, expect, test } from 'vitest';
import { editDistance, nearest } from '../../../src/core/text/nearest.ts';

describe('editDistance', () => {
  test.each([
    ['', '', 0],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['lamp', 'lamp', 0],
    ['lamp', 'lamps', 1], // one insertion
    ['lamp', 'camp', 1], // one replacement
    ['lamp', 'lmap', 1], // one swap of neighbors
    ['ca', 'abc', 3], // optimal string alignment, not the unrestricted distance of 2
    ['kitten', 'sitting', 3],
    ['偏好', '偏号', 1],
    ['𝒳', 'X', 1], // a character outside the basic plane is one character
  ])('%s → %s is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('nearest', () => {
  const words = ['title', 'titleZh', 'authors', 'date', 'venue', 'keywords', 'links'];

  test.each([
    ['titel', 'title'],
    ['TITLE', 'title'], // case does not count
    ['keyword', 'keywords'],
    ['titlezh', 'titleZh'],
    ['dates', 'date'],
    ['xyz', undefined],
    ['', undefined],
    ['d', undefined], // a single letter is near nothing
    ['abstract', undefined],
  ])('to %s is %s', (word, found) => {
    expect(nearest(word, words)).toBe(found);
  });

  test('prefers the first of two that are equally near', () => {
    expect(nearest('lamb', ['lamp', 'lama'])).toBe('lamp');
  });
});
