import { describe, expect, test } from 'vitest';
import { facetPanel, type FacetWords } from '../../../src/core/catalogue/facet-groups.ts';
import { createFacetIndex, EMPTY_SELECTION, readVenueValue, venueValue, type Selection } from '../../../src/core/catalogue/facets.ts';
import { toRecords } from '../../../src/core/catalogue/record.ts';
import { catalogueOf } from '../../helpers/catalogue.ts';

const catalogue = catalogueOf({
  keywords: [
    { id: 'task', en: 'Task', zh: '任务' },
    { id: 'dialogue', en: 'Dialogue', zh: '对话', broader: 'task' },
    { id: 'chat', en: 'Small talk', zh: '闲聊', broader: 'dialogue' },
    { id: 'unused', en: 'Unused', zh: '未用', broader: 'task' },
    { id: 'image', en: 'Image', zh: '图像' },
  ],
  lists: { first: ['a', 'b'], second: ['b'] },
  notes: {
    a: {
      title: 'A',
      titleZh: '甲',
      date: '2024-05-23',
      venue: 'V 2024',
      keywords: ['chat', 'image'],
      links: { code: 'https://c.org' },
      hasPdf: true,
    },
    b: {
      title: '\\textbf{B}',
      date: '2024-01',
      venue: 'V 2024',
      status: 'submitted',
      keywords: ['dialogue', 'wick'],
      authors: ['W', 'X', 'Y', 'Z'],
      hasPdf: true,
    },
    c: { title: 'C', date: 2023, keywords: ['image'] },
    d: { title: 'D' },
  },
});
const records = toRecords(catalogue);
const index = createFacetIndex(records);
const choose = (chosen: Partial<Selection>): Selection => ({ ...EMPTY_SELECTION, ...chosen });
const idsFor = (chosen: Partial<Selection>) => index.select(choose(chosen)).map(({ id }) => id);

test('a record holds what the home page needs, as plain text', () => {
  expect(records.papers[1]).toEqual({
    id: 'b',
    titles: ['B', ''],
    authors: ['W, X, Y et al.', 'W、X、Y 等'],
    date: '2024-01',
    venue: 'V 2024',
    submitted: true,
    keywords: ['dialogue', 'wick'],
    lists: ['first', 'second'],
    pdf: true,
    code: false,
  });
  expect(records.keywords).toMatchObject({ chat: ['Small talk', '闲聊', 'dialogue'], task: ['Task', '任务'], wick: ['wick', 'wick'] });
});

describe('select', () => {
  test.each<[Partial<Selection>, string[]]>([
    [{}, ['a', 'b', 'c', 'd']],
    [{ year: ['2024'] }, ['a', 'b']],
    [{ year: ['2024', '2023'] }, ['a', 'b', 'c']], // values of a facet widen it
    [{ keyword: ['task'] }, ['a', 'b']], // narrower terms belong to it
    [{ keyword: ['task', 'image'] }, ['a']], // but keywords narrow one another
    [{ has: ['pdf', 'code'] }, ['a']],
    [{ venue: ['V 2024'] }, ['a']],
    [{ venue: ['V 2024?'] }, ['b']],
    [{ venue: [''] }, ['c', 'd']],
    [{ quarter: ['2024-Q2'], list: ['first'] }, ['a']],
    [{ list: ['second'], year: ['2023'] }, []],
    [{ keyword: ['nowhere'] }, []],
  ])('%j leaves %j', (chosen, ids) => {
    expect(idsFor(chosen)).toEqual(ids);
  });
});

test.each<Partial<Selection>>([
  {},
  { year: ['2024'] },
  { keyword: ['task'] },
  { has: ['pdf'], list: ['first'] },
  { venue: ['V 2024?'], year: ['2023'] },
])('each count is what choosing the value leaves, given %j', (chosen) => {
  const selection = choose(chosen);
  const counts = index.counts(selection);
  for (const facet of ['keyword', 'has'] as const)
    for (const [value, count] of counts[facet]) expect(idsFor({ ...chosen, [facet]: [...selection[facet], value] })).toHaveLength(count);
  for (const facet of ['list', 'year', 'quarter', 'venue'] as const)
    for (const [value, count] of counts[facet]) expect(idsFor({ ...chosen, [facet]: [value] })).toHaveLength(count);
});

test('the venue’s value keeps submitted papers apart', () => {
  for (const paper of [
    { venue: 'V', submitted: false },
    { venue: 'V', submitted: true },
    { venue: '', submitted: false },
  ])
    expect(readVenueValue(venueValue(paper))).toEqual(paper);
});

describe('facetPanel', () => {
  const words: FacetWords = {
    list: 'List',
    year: 'Year',
    venue: 'Venue',
    has: 'Has',
    pdf: 'PDF',
    code: 'Code',
    preprint: 'Preprint',
    other: 'Other',
    submitted: (venue) => `under review at ${venue}`,
  };
  const panel = facetPanel(catalogue, 'en', words);
  const shown = Object.fromEntries(
    panel.groups.map(({ label, options }) => [
      label,
      options.map((option) => `${'·'.repeat(option.depth)}${option.label} ${option.count}`),
    ]),
  );

  test('groups keywords by the terms at the top and leaves out what nobody uses', () => {
    expect(shown).toEqual({
      List: ['first 2', 'second 1'],
      Task: ['Dialogue 2', '·Small talk 1'],
      Other: ['Image 2', 'wick 1'],
      Year: ['2024 2', '2023 1'],
      Venue: ['Preprint 2', 'V 2024 1', 'under review at V 2024 1'],
      Has: ['PDF 2', 'Code 1'],
    });
  });

  test('has a bar for every quarter, empty ones too', () => {
    expect(panel.timeline).toEqual([
      { quarter: '2024-Q1', count: 1 },
      { quarter: '2024-Q2', count: 1 },
    ]);
    const years = catalogueOf({ notes: { a: { title: 'A', date: '2023-11' }, b: { title: 'B', date: '2024-04' } } });
    expect(facetPanel(years, 'zh', words).timeline.map(({ quarter, count }) => `${quarter} ${count}`)).toEqual([
      '2023-Q4 1',
      '2024-Q1 0',
      '2024-Q2 1',
    ]);
    expect(facetPanel(catalogueOf({ notes: { a: { title: 'A' } } }), 'en', words).timeline).toEqual([]);
  });
});
