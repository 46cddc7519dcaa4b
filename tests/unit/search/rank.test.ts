import { describe, expect, test } from 'vitest';
import type { Query } from '../../../src/core/search/query.ts';
import { rank, withoutStragglers } from '../../../src/core/search/rank.ts';
import type { Hit } from '../../../src/core/search/weigh.ts';

function unit(text: string, ...others: string[]) {
  return { text, importance: 1, asks: [text, ...others].map((words, index) => ({ words, weight: index === 0 ? 1 : 0.5 })) };
}

function hit(id: string, score = 1, ...words: number[]): Hit {
  return { id, score, words };
}

function order(query: Partial<Query>, answers: Readonly<Record<string, Hit[]>>): string[] {
  const whole = { units: [], concepts: [], phrase: undefined, topics: [], ...query };
  return rank(whole, new Map(Object.entries(answers)), { records: 100 }).map(({ id }) => id);
}

test('a record that covers more of the query comes first, the others follow', () => {
  const answers = { a: [hit('both'), hit('strong', 9)], b: [hit('both'), hit('other')] };
  expect(order({ units: [unit('a'), unit('b')] }, answers)[0]).toBe('both');
  expect(order({ units: [unit('a'), unit('b')] }, answers)).toHaveLength(3);
});

test('a rare word counts more than a common one', () => {
  const common = Array.from({ length: 60 }, (_, index) => hit(`n${index}`, 1));
  expect(order({ units: [unit('dpo'), unit('rare')] }, { dpo: common, rare: [hit('found')] })[0]).toBe('found');
});

test('a word of which most records hold only a weak form is still rare', () => {
  const weak = Array.from({ length: 80 }, (_, index) => hit(`n${index}`, 0.01));
  const common = Array.from({ length: 40 }, (_, index) => hit(`m${index}`, 1));
  const answers = { star: [hit('found', 1), ...weak], rating: [hit('other', 1), ...common] };
  expect(order({ units: [unit('star'), unit('rating')] }, answers)[0]).toBe('found');
});

test('of the forms of a unit the best counts, once', () => {
  const answers = { policy: [hit('own', 1)], policies: [hit('own', 1), hit('variant', 1)] };
  expect(order({ units: [unit('policy', 'policies')] }, answers)).toEqual(['own', 'variant']);
});

test('words that stand side by side beat words that do not, and an exact phrase beats both', () => {
  const answers = {
    a: [hit('apart', 1, 3), hit('near', 1, 3), hit('exact', 1, 3)],
    b: [hit('apart', 1, 90), hit('near', 1, 4), hit('exact', 1, 4)],
    '"a b"': [hit('exact', 1, 3, 4)],
  };
  expect(order({ units: [unit('a'), unit('b')], phrase: { words: '"a b"', weight: 1 } }, answers)).toEqual(['exact', 'near', 'apart']);
});

describe('the questions of a note', () => {
  const query = { units: [unit('a'), unit('b'), unit('c'), unit('d')], concepts: [], phrase: undefined, topics: [] };
  const answers = new Map([
    ['a', [hit('strewn', 1, 110), hit('asked', 1, 110), hit('text', 1, 10)]],
    ['b', [hit('strewn', 1, 150), hit('asked', 1, 114), hit('text', 1, 14)]],
    ['c', [hit('strewn', 1, 190), hit('asked', 1, 118), hit('text', 1, 18)]],
    ['d', [hit('strewn', 1, 230), hit('asked', 1, 122), hit('text', 1, 22)]],
  ]);
  const questions = new Map(['strewn', 'asked', 'text'].map((id) => [id, 100]));
  const scores = (of: Query) => new Map(rank(of, answers, { records: 100, questions }).map(({ id, score }) => [id, score]));

  test('bring it forward if one of them holds what somebody asks', () => {
    expect(scores(query).get('asked')).toBeGreaterThan(scores(query).get('strewn')!);
    expect(scores(query).get('strewn')).toBeGreaterThan(scores(query).get('text')!);
  });

  test('and count for nothing where somebody looks up a term or two', () => {
    const short = scores({ ...query, units: query.units.slice(0, 2) });
    expect(short.get('asked')).toBe(short.get('text'));
  });
});

test('a translation counts for more in a note that has no text in the reader’s language', () => {
  const translated = { words: '偏差', weight: 0.25, translates: 'bias' };
  const query = {
    units: [unit('length'), { text: 'bias', asks: [{ words: 'bias', weight: 1 }, translated] }],
    concepts: [],
    phrase: undefined,
    topics: [],
  };
  const answers = new Map([
    ['length', [hit('own'), hit('both'), hit('chinese')]],
    ['bias', [hit('own')]],
    ['偏差', [hit('both'), hit('chinese')]],
  ]);
  const lacking = { en: new Set(['chinese']), zh: new Set<string>() };
  expect(rank(query, answers, { records: 9, lacking }).map(({ id }) => id)).toEqual(['own', 'chinese', 'both']);
});

test('a phrase that stands only where nobody reads it counts, and upsets nothing', () => {
  const answers = { '"soft label"': [hit('keyword', 3), hit('gloss', 0.5)], bias: [hit('gloss', 1, 4), hit('keyword', 1, 4)] };
  expect(order({ units: [unit('"soft label"'), unit('bias')] }, answers)).toEqual(['keyword', 'gloss']);
});

test('of equals the one that speaks of it earlier comes first', () => {
  expect(order({ units: [unit('a')] }, { a: [hit('1', 1, 90), hit('2', 1, 20)] })).toEqual(['2', '1']);
});

test('another name of a term finds records that the words themselves do not', () => {
  const concepts = [{ name: 'length bias', covers: [0, 1], asks: [{ words: '"长度 偏差"', weight: 0.85 }] }];
  expect(
    order({ units: [unit('length'), unit('bias')], concepts }, { length: [hit('half', 1, 5)], '"长度 偏差"': [hit('zh', 1, 2, 3)] }),
  ).toEqual(['zh', 'half']);
});

test('a record says which words of the query it answers in the other language alone', () => {
  const concepts = [{ name: 'bias', covers: [0], asks: [{ words: '"长度 偏差"', weight: 0.3, translates: 'bias' }] }];
  const ranked = rank(
    { units: [unit('bias')], concepts, phrase: undefined, topics: [] },
    new Map([
      ['bias', [hit('en')]],
      ['"长度 偏差"', [hit('zh', 1, 2, 3)]],
    ]),
    { records: 9 },
  );
  expect(Object.fromEntries(ranked.map(({ id, translated }) => [id, translated]))).toEqual({
    en: [],
    zh: [{ from: 'bias', to: '长度 偏差' }],
  });
});

test('results far behind the best are listed only among the first ten', () => {
  const scores = [1, ...Array.from({ length: 20 }, () => 0.01), 0.5];
  const listed = withoutStragglers(scores.map((score) => ({ score })));
  expect(listed).toHaveLength(11);
  expect(withoutStragglers([])).toEqual([]);
});

test('no answers, no results', () => expect(order({ units: [unit('a')] }, { a: [] })).toEqual([]));
