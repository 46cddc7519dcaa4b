import { describe, expect, test } from 'vitest';
import { toRecords } from '../../../src/core/catalogue/record.ts';
import { namesOf } from '../../../src/core/keyword/vocabulary.ts';
import { createFieldFilter } from '../../../src/core/search/field-filter.ts';
import { nearestTerms } from '../../../src/core/search/nearest-terms.ts';
import { phraseForms } from '../../../src/core/search/phrase.ts';
import { isNarrowed, orderResults, readSearchState, writeSearchState } from '../../../src/core/search/search-state.ts';
import { readSyntax } from '../../../src/core/search/syntax.ts';
import { catalogueOf } from '../../helpers/catalogue.ts';

const catalogue = catalogueOf({
  keywords: [
    { id: 'bias', en: 'Bias', zh: '偏差' },
    { id: 'length-bias', en: 'Length bias', zh: '长度偏差', aliases: ['verbosity', '冗长偏差'], broader: 'bias' },
    { id: 'video', en: 'Video', zh: '视频' },
  ],
  lists: { 'first-shelf': ['lamp', 'river'] },
  notes: {
    lamp: {
      title: 'Lamp',
      authors: ['Mira Quill', 'Åsa Öst', 'A', 'Bo Wu'],
      date: '2024-05',
      venue: 'Lamps 2024',
      keywords: ['Length bias'],
    },
    river: { title: 'River', authors: ['林小舟'], date: '2021', venue: 'Rivers 2021', keywords: ['video', 'bias'] },
    boat: { title: 'Boat', keywords: ['paper'] },
  },
});
const source = {
  records: toRecords(catalogue),
  terms: catalogue.vocabulary.terms.map((term) => namesOf(term).map((name) => name.toLowerCase())),
  authors: Object.fromEntries(catalogue.notes.map(({ id, authors }) => [id, authors])),
};
const papers = (typed: string) =>
  source.records.papers
    .filter(createFieldFilter(readSyntax(typed).fields, source))
    .map(({ id }) => id)
    .sort();

describe('the fields of a query', () => {
  test.each([
    ['keyword:length-bias', ['lamp']],
    ['keyword:Verbosity', ['lamp']],
    ['关键词：冗长偏差', ['lamp']],
    ['keyword:bias', ['lamp', 'river']],
    ['keyword:偏差 keyword:视频', ['river']],
    ['keyword:vid', ['river']],
    ['keyword:paper', ['boat']],
    ['keyword:nothing', []],
    ['-keyword:bias', ['boat']],
    ['author:quill', ['lamp']],
    ['author:"Quill, Mira"', ['lamp']],
    ['author:ost', ['lamp']],
    ['author:wu author:mira', ['lamp']],
    ['作者：小舟', ['river']],
    ['venue:lamps', ['lamp']],
    ['venue:lamps venue:rivers', ['lamp', 'river']],
    ['venue:"Lamps 2024"', ['lamp']],
    ['venue:preprint', ['boat']],
    ['year:2024', ['lamp']],
    ['year:2020-2024', ['lamp', 'river']],
    ['year:<2024', ['river']],
    ['-year:2024', ['boat', 'river']],
    ['list:first', ['lamp', 'river']],
    ['list:"First shelf" year:2021', ['river']],
    ['list:other', []],
    ['', ['boat', 'lamp', 'river']],
  ])('%s', (typed, expected) => expect(papers(typed)).toEqual(expected));
});

describe('a phrase', () => {
  const lexicon = { has: (word: string) => word !== '度', knows: (word: string) => word === 'texttoimage', symbolForms: () => [] };

  test('is asked for as it stands', () => expect(phraseForms('Length-bias of  models', lexicon)).toEqual(['"length bias of models"']));

  test.each(['text-to-image models', 'Text to image models'])('is asked for with hyphens and without them: %s', (phrase) =>
    expect(phraseForms(phrase, lexicon)).toEqual(['"text to image models"', '"texttoimage models"']),
  );

  test('in Chinese is asked for as it may be cut elsewhere, too', () => {
    const forms = phraseForms('偏好对齐', lexicon);
    expect(forms).toContain('"偏 好 对 齐"');
    expect(forms.length).toBeGreaterThan(2);
    expect(phraseForms('长度', lexicon)).toEqual(['"长度"']);
  });

  test.each(['', '?!', '“'])('of nothing, %j, asks nothing', (phrase) => expect(phraseForms(phrase, lexicon)).toEqual([]));
});

describe('where nothing is found', () => {
  const data = { words: 'lantern river verbose', han: '偏好 长度', terms: [['length-bias', 'length bias', '长度偏差', 'verbosity']] };

  test.each([
    ['lenght biass', 'length bias'],
    ['冗长度偏', '长度偏差'],
    ['lanturnz', 'lantern'],
  ])('%s is answered by %s', (typed, expected) => expect(nearestTerms(typed, data)).toContain(expected));

  test.each(['', '?', 'qqqq', '\uD800'])('%j has nothing near', (typed) => expect(nearestTerms(typed, data)).toEqual([]));
});

describe('the state of a search', () => {
  test('stands in the address and is read back', () => {
    const address = '?q=a%26b&year=2024&year=2023&keyword=length-bias&sort=newest&pdfs=1';
    const state = readSearchState(address);
    expect(state).toMatchObject({
      query: 'a&b',
      selection: { year: ['2024', '2023'], keyword: ['length-bias'] },
      order: 'newest',
      inPdfs: true,
    });
    expect(readSearchState(writeSearchState(state))).toEqual(state);
    expect(isNarrowed(state.selection)).toBe(true);
  });

  test('is empty where the address says nothing that is known', () => {
    const state = readSearchState('?sort=upwards&x=1');
    expect(writeSearchState(state)).toBe('');
    expect(isNarrowed(state.selection)).toBe(false);
  });

  test('orders results by date, those without one last', () => {
    const found = ['2023', '', '2024-05'].map((date) => ({ paper: { date } }));
    const dates = (order: 'relevance' | 'newest' | 'oldest') => orderResults(found, order).map(({ paper }) => paper.date);
    expect(dates('newest')).toEqual(['2024-05', '2023', '']);
    expect(dates('oldest')).toEqual(['2023', '2024-05', '']);
    expect(dates('relevance')).toEqual(['2023', '', '2024-05']);
  });
});
