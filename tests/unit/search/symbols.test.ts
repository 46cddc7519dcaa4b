import { describe, expect, test } from 'vitest';
import { createLexicon, createLexiconData } from '../../../src/core/search/lexicon.ts';
import { needsPages, pageLexicon, parsePageQuery } from '../../../src/core/search/page-query.ts';
import { phraseForms } from '../../../src/core/search/phrase.ts';
import { parseQuery } from '../../../src/core/search/query.ts';
import { queryLanguage } from '../../../src/core/search/query-language.ts';
import { cutAtSymbols } from '../../../src/core/search/symbols.ts';
import { asksOf } from '../../../src/core/search/weigh.ts';
import { dictionaryOf } from '../../helpers/dictionary.ts';

const contents = ['the policy π_ref, the ratio γ/β with β=0.1 and a mask m_u over (y_w) μ', 'Zephyr-7B-beta lava smart SFT'];
const notes = createLexicon(createLexiconData({ contents, terms: [] }));
const pages = pageLexicon(createLexicon(createLexiconData({ contents: ['plain words'], terms: [] })), notes);

const asks = (text: string) => parseQuery(text, { lexicon: notes }).units.flatMap(({ asks: own }) => own.map(({ words }) => words));

describe('a symbol is asked for as the notes write it', () => {
  test.each([
    ['π_ref', ['π_ref']],
    ['pi_ref', ['π_ref']],
    ['πref', ['π_ref']],
    ['\\pi_{\\mathrm{ref}}', ['π_ref']],
    ['γ/β', ['γβ']],
    ['gamma/beta', ['γβ']],
    ['\\gamma/\\beta', ['γβ']],
    ['β=0.1', ['β01']],
    ['β = 0.1', ['β01']],
    ['m_u', ['m_u']],
    ['yw', ['y_w']],
    ['y_w/π_ref', ['y_w', 'π_ref']],
  ])('%s', (typed, words) => expect(asks(typed)).toEqual(words));

  test('beside Chinese and other words', () => {
    expect(cutAtSymbols('掩码m_u 的 ratio', notes).map(({ text, forms }) => [text, forms])).toEqual([
      ['掩码', undefined],
      ['m_u', ['m_u']],
      [' 的 ratio', undefined],
    ]);
  });

  test('in quotes', () => expect(phraseForms('policy π_ref', notes)).toEqual(['"policy π_ref"']));
});

describe('what is no symbol of the notes is read as words', () => {
  test('letters that only sound like one', () => expect(asks('μ')).toContain('μ'));
  test('words with a stroke between them', () => expect(asks('smart/SFT')).toEqual(['smart', 'sft']));
  test.each(['', '_', '/', '=', '\\', '_{', '$\\', 'a_', '\uD800_x'])('%j is no error', (typed) => expect(() => asks(typed)).not.toThrow());
});

test('a Greek letter is not asked for by a name that no note holds, nor translated', () => {
  expect(asks('λ')).not.toContain('lambda');
  expect(asks('β')).toContain('beta');
  const words = ['贝塔', '风'].map((han, index) => ({ simplified: han, traditional: han, meanings: [['beta', 'zephyr'][index]!] }));
  const rendered = parseQuery('风 beta', {
    lexicon: notes,
    dictionary: dictionaryOf({ lexicon: notes, words, pairs: [{ en: 'beta', zh: '贝塔' }] }),
  });
  expect(asksOf(rendered).map(({ words: asked }) => asked)).not.toContain('贝塔');
});

test.each([
  ['π_ref', undefined],
  ['\\pi_{\\mathrm{ref}}', undefined],
  ['β', undefined],
  ['mask m_u', 'en'],
  ['掩码m_u', 'zh'],
])('the language of %s is %s', (typed, language) => expect(queryLanguage(typed, notes)).toBe(language));

describe('in PDFs, which keep nothing below the line', () => {
  const printed = (text: string) =>
    parsePageQuery(text, {
      lexicon: pages,
      dictionary: dictionaryOf({ lexicon: createLexicon(createLexiconData({ contents: [], terms: [] })) }),
    }).units.flatMap(({ asks: own }) => own.map(({ words }) => words));

  test.each(['π_ref', 'pi_ref', 'πref'])('%s is asked for joined and apart', (typed) =>
    expect(printed(typed)).toEqual(['"πref"', '"π ref"']),
  );
  test('also where no note has it', () => expect(printed('r_theta')).toEqual(['"rθ"', '"r θ"']));

  test.each([
    ['r_θ', true],
    ['π_ref', false],
  ])('%s has them asked: %s', (typed, wanted) =>
    expect(needsPages(typed, notes, { best: { closeness: 1, coverage: 1 }, isQuoteMet: true })).toBe(wanted),
  );
});
