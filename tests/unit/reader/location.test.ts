import { describe, expect, test } from 'vitest';
import { formatLocation, parseLocation, type ReaderLocation } from '../../../src/core/reader/location.ts';

describe('an address names a place in a PDF', () => {
  const places: readonly (readonly [hash: string, place: ReaderLocation])[] = [
    ['#page=7', { page: 7 }],
    ['page=7', { page: 7 }],
    ['#page=7&zoom=page-width', { page: 7, zoom: 'page-width' }],
    ['#page=7&zoom=125', { page: 7, zoom: 1.25 }],
    ['#page=7&zoom=125,-20,700', { page: 7, zoom: 1.25, corner: { left: -20, top: 700 } }],
    ['#zoom=Fit&page=2', { page: 2, zoom: 'page-fit' }],
    ['#nameddest=cite.rafailov2023', { destination: 'cite.rafailov2023' }],
    ['#nameddest=%E7%AC%AC%E4%B8%80%E7%AB%A0', { destination: '第一章' }],
    ['#section.3', { destination: 'section.3' }],
    ['#%5B4%2C%7B%22name%22%3A%22Fit%22%7D%5D', { destination: [4, { name: 'Fit' }] }],
  ];

  test.each(places)('%s', (hash, place) => {
    expect(parseLocation(hash)).toEqual(place);
  });

  test.each([
    '',
    '#',
    '#page=',
    '#page=0',
    '#page=-3',
    '#page=2.5',
    '#page=x',
    '#zoom=',
    '#zoom=-5',
    '#zoom=NaN',
    '#%',
    '#%E0%A4%A',
    '#%7B%22page%22%3A3%7D',
    '#page=%E0',
  ])('no place: %j', (hash) => {
    expect(parseLocation(hash)).toEqual({});
  });
});

describe('a place is written as an address', () => {
  const places: readonly (readonly [place: ReaderLocation, hash: string])[] = [
    [{}, ''],
    [{ page: 7 }, '#page=7'],
    [{ page: 7, zoom: 1.25 }, '#page=7&zoom=125'],
    [{ zoom: 'page-fit' }, '#zoom=page-fit'],
    [{ destination: 'a&b=c' }, '#nameddest=a%26b%3Dc'],
  ];

  test.each(places)('%j', (place, hash) => {
    expect(formatLocation(place)).toBe(hash);
    expect(parseLocation(hash)).toEqual(place);
  });
});
