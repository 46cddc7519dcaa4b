import { describe, expect, test } from 'vitest';
import { DEFAULT_STATE, readState, sortOrders, sortPapers, toggle, writeState } from '../../../src/core/catalogue/list-state.ts';
import { furtherPages, PAGE_SIZE, pageCount, pageOf } from '../../../src/core/catalogue/paging.ts';
import { toRecords } from '../../../src/core/catalogue/record.ts';
import { fillTemplate } from '../../../src/core/text/template.ts';
import { catalogueOf } from '../../helpers/catalogue.ts';

describe('the state of a list in an address', () => {
  test.each([
    '',
    '?year=2024&year=2023',
    '?venue=V+2024%3F&keyword=%E5%AF%B9%E8%AF%9D&keyword=task&sort=title&view=table',
    '?venue=', // a preprint has no venue
    '?list=a%26b',
    '?view=rows&pick=lantern&pick=alpha-lamp&show=picked',
  ])('%s is read and written back', (query) => {
    expect(writeState(readState(query))).toBe(query);
  });

  test('what is unknown, or said twice, is passed over', () => {
    expect(readState('?sort=magic&view=cubes&utm=x&show=all')).toEqual(DEFAULT_STATE);
    expect(readState('?year=2024&year=2024').selection.year).toEqual(['2024']);
    expect(writeState(readState('?sort=newest&view=cards'))).toBe('');
  });

  test('a value is chosen and taken back, and the state before stays as it was', () => {
    const chosen = toggle(DEFAULT_STATE, 'year', '2024');
    expect(writeState(chosen)).toBe('?year=2024');
    expect(writeState(toggle(chosen, 'year', '2024'))).toBe('');
    expect(DEFAULT_STATE.selection.year).toEqual([]);
  });
});

test('papers are sorted, those without a date or venue last', () => {
  const { papers } = toRecords(
    catalogueOf({
      notes: {
        a: { title: 'b', date: '2024-05', venue: 'W' },
        b: { title: 'C', date: '2023', venue: 'V', status: 'submitted' },
        c: { title: 'a', date: '2024-06', venue: 'V' },
        d: { title: 'D' },
      },
    }),
  );
  const sorted = Object.fromEntries(
    sortOrders.map((order) => [
      order,
      sortPapers(papers, order)
        .map(({ id }) => id)
        .join(''),
    ]),
  );
  expect(sorted).toEqual({ newest: 'cabd', oldest: 'bacd', title: 'cabd', venue: 'cbad' });
});

test.each([
  [0, 1, []],
  [PAGE_SIZE, 1, []],
  [PAGE_SIZE + 1, 2, [2]],
  [3 * PAGE_SIZE, 3, [2, 3]],
])('%i papers need %i pages', (length, count, further) => {
  const items = Array.from({ length }, (_, index) => index);
  expect(pageCount(items)).toBe(count);
  expect(furtherPages(items)).toEqual(further);
  expect([1, ...further].flatMap((page) => pageOf(items, page))).toEqual(items);
});

test('a template keeps the placeholders that have no value', () => {
  expect(fillTemplate('{shown} of {all}, {shown} {else}', { shown: 3, all: 0 })).toBe('3 of 0, 3 {else}');
  expect(fillTemplate('{x}', { x: '$&' })).toBe('$&');
});
