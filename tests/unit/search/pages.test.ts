import { describe, expect, test } from 'vitest';
import type { NoteId } from '../../../src/core/note/id.ts';
import { createNote } from '../../../src/core/note/note.ts';
import { noteSchema } from '../../../src/core/note/schema.ts';
import { groupPages, mergePapers } from '../../../src/core/search/group-pages.ts';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { phraseToMark } from '../../../src/core/search/page-phrase.ts';
import { isPlainWord, needsPages, pageLexicon, parsePageQuery, quotedPhrases } from '../../../src/core/search/page-query.ts';
import { rankPages } from '../../../src/core/search/page-rank.ts';
import { createPageRecord, readPageRecord } from '../../../src/core/search/page-record.ts';
import type { Hit } from '../../../src/core/search/weigh.ts';
import { dictionaryOf } from '../../helpers/dictionary.ts';

const lengthBias = {
  id: 'length-bias',
  label: { en: 'Length bias', zh: '长度偏差' },
  aliases: [],
  paraphrases: [],
  gloss: {},
  broader: undefined,
  known: true,
};
const notes = createLexicon(
  createLexiconData({ contents: ['长度 偏差 length bias drift of preferences under noisy labels'], terms: [lengthBias] }),
);
const pages = createLexicon(createLexiconData({ contents: ['length bias win rate labels table'], terms: [] }));

const knowledge = {
  lexicon: pageLexicon(pages, notes),
  dictionary: dictionaryOf({ lexicon: createLexicon(createLexiconData({ contents: [], terms: [] })) }),
};

function record(text: string) {
  const metadata = noteSchema.parse({ title: 'α-Thing: a Title', titleZh: '一个标题', authors: ['A'] });
  const note = createNote({ id: 'a-thing' as NoteId, metadata, keywords: [], hasPdf: true, digest: '' });
  return createPageRecord({ note, page: 7, text });
}

describe('the record of a page', () => {
  const made = record('Length bias.\n长度偏差的表 1');
  const read = readPageRecord({ raw_url: made.url, content: made.content, meta: made.meta });

  test('can be read back', () => {
    expect(read).toMatchObject({ note: 'a-thing', page: 7, title: 'α-Thing: a Title', titleZh: '一个 标题' });
    expect(read.body.map(({ locale }) => locale)).toEqual(['en', 'zh']);
  });

  test('knows the paper by its names, however they are joined', () => {
    expect(made.meta.al!.split(' ')).toEqual(expect.arrayContaining(['alpha-thing:', 'a-thing', 'athing']));
  });

  test('of an empty page is empty', () => expect(record('').content).toBe(''));
});

describe('a query to the pages', () => {
  const asked = (text: string) => parsePageQuery(text, knowledge).units.flatMap(({ asks }) => asks.map(({ words }) => words));

  test('asks for a figure as a whole', () => expect(asked('win rate 57.5%')).toEqual(['win', 'rate', '575']));
  test('keeps figures that no lexicon lists', () => expect(asked('81')).toEqual(['81']));
  test('brings the translation of a Chinese term that no page holds', () => {
    expect(parsePageQuery('长度偏差', knowledge).concepts.flatMap(({ asks }) => asks.map(({ words }) => words))).toContain('"length bias"');
  });

  test.each([
    ['a "length bias" b', ['"length bias"']],
    ['“长度偏差”', ['"长度 偏差"']],
    ['「f-DPO」 "open', ['"fdpo"']],
    ['""', []],
  ])('%s quotes', (text, phrases) => expect(quotedPhrases(text)).toEqual(phrases));

  test.each([
    ['σrθx', false],
    ['β', true],
    ['naïve', true],
    ['偏差', true],
    ['a'.repeat(33), false],
  ])('the lexicon lists %s: %s', (word, listed) => expect(isPlainWord(word)).toBe(listed));
});

describe('the pages are asked', () => {
  const well = { closeness: 1, coverage: 1 };
  test.each([
    ['not where a note answers', 'length bias', well, false],
    ['not for a mistyped word', 'prefrences drift', well, false],
    ['not for nothing', '?!', undefined, false],
    ['not for a quoted phrase that a note holds', '"length bias"', well, false],
    ['for a figure', 'drift 57.5', well, true],
    ['for a share', 'drift 40%', well, true],
    ['not for a year', 'drift 2024', well, false],
    ['for a part of a paper', 'drift ablation', well, true],
    ['for a part of a paper in Chinese', '漂移 消融', well, true],
    ['for a word that no note holds', 'zebrafish drift', well, true],
    ['where no note answers', 'drift', undefined, true],
    ['where no note holds most of it', 'length drift', { closeness: 0.9, coverage: 0.6 }, true],
    ['not for a word that one note holds', 'drift', { closeness: 1, coverage: 1 }, false],
    ['where no note holds a long query together', 'length bias of noisy preferences', { closeness: 0.6, coverage: 1 }, true],
    ['not where a note holds all of it together', 'length bias of noisy preferences', { closeness: 0.95, coverage: 1 }, false],
  ])('%s', (...[, text, best, wanted]) => expect(needsPages(text, notes, { best, isQuoteMet: true })).toBe(wanted));

  test('for a quoted phrase that no note holds', () =>
    expect(needsPages('"bias length"', notes, { best: well, isQuoteMet: false })).toBe(true));
});

describe('pages are ranked', () => {
  const unit = (text: string) => ({ text, importance: 1, asks: [{ words: text, weight: 1 }] });
  const hit = (id: string, ...words: number[]): Hit => ({ id, score: 1, words });
  const query = { units: [unit('a'), unit('b')], concepts: [], phrase: { words: '"a b"', weight: 1 }, topics: [], required: [] };

  test('the one that holds the words together before the one that scatters them', () => {
    const answers = new Map([
      ['a', [hit('apart', 1), hit('together', 500)]],
      ['b', [hit('apart', 900), hit('together', 510)]],
    ]);
    expect(rankPages(query, answers, 50).map(({ id }) => id)).toEqual(['together', 'apart']);
  });

  test('the one that holds the phrase first, and says so', () => {
    const answers = new Map([
      ['a', [hit('near', 1), hit('exact', 5)]],
      ['b', [hit('near', 4), hit('exact', 6)]],
      ['"a b"', [hit('exact', 5, 6)]],
    ]);
    expect(rankPages(query, answers, 50).map(({ id, exact }) => [id, exact])).toEqual([
      ['exact', true],
      ['near', false],
    ]);
  });

  test('what is quoted is required', () => {
    const answers = new Map([
      ['a', [hit('x', 1), hit('y', 1)]],
      ['"q r"', [hit('y', 3, 4)]],
    ]);
    expect(rankPages({ ...query, required: ['"q r"'] }, answers, 50).map(({ id }) => id)).toEqual(['y']);
  });
});

describe('pages and papers', () => {
  const page = (note: string, number: number, score: number) => ({ note, page: number, score });

  test('a paper has its best pages beneath it, a paper with a better page comes first', () => {
    const grouped = groupPages([page('a', 1, 0.5), page('b', 9, 1), page('a', 3, 0.9), page('b', 2, 0.1)]);
    expect(grouped.map(({ note, pages: own }) => [note, own.map((one) => one.page)])).toEqual([
      ['b', [9]],
      ['a', [3, 1]],
    ]);
  });

  test('notes and papers are one list, each paper once', () => {
    const merged = mergePapers([page('x', 0, 0.8), page('y', 0, 0.7)], [page('y', 4, 1.5), page('z', 2, 0.1)]);
    expect(merged.map(({ note, inNote, inPages }) => [note, inNote !== undefined, inPages?.page])).toEqual([
      ['y', true, 4],
      ['x', true, undefined],
      ['z', false, 2],
    ]);
  });
});

describe('what the reader marks', () => {
  const { body } = readPageRecord({ raw_url: 'a#1', content: 'the win rate of (length bias) is high ¶ win', meta: {} });
  test.each([
    ['the longest stretch, words between included', [[1], [2], [4]], 'win rate of (length'],
    ['without marks at its ends', [[4], [5]], 'length bias'],
    ['nothing where nothing matches', [[], []], ''],
  ])('%s', (_, matches, phrase) => expect(phraseToMark(body, matches)).toBe(phrase));
});
