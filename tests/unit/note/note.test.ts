import { describe, expect, test } from 'vitest';
import { plainTitle, titleIn } from '../../../src/core/note/note.ts';
import { questionIn } from '../../../src/core/note/questions.ts';
import { noteSchema } from '../../../src/core/note/schema.ts';
import { noteOf } from '../../helpers/catalogue.ts';

describe('noteSchema', () => {
  test('fills in its defaults', () => {
    expect(noteSchema.parse({ title: ' T ' })).toEqual({
      title: 'T',
      alternativeTitles: [],
      authors: [],
      keywords: [],
      links: {},
      relations: { extends: [], comparesWith: [], analyses: [] },
      questions: [],
    });
  });

  test.each([
    [{ date: 2024 }, true], // YAML reads a year as a number
    [{ date: '2024-02-30' }, false],
    [{ links: { arxiv: '2405.14734' } }, true],
    [{ links: { arxiv: '2405.14734v2' } }, true],
    [{ links: { arxiv: 'cs/0112017' } }, true],
    [{ links: { arxiv: '2405.1' } }, false],
    [{ links: { openreview: 'https://openreview.net/forum?id=x' } }, false],
    [{ links: { doi: '10.5555/abc' } }, true],
    [{ links: { doi: 'https://doi.org/10.5555/abc' } }, false],
    [{ links: { pdf: 'a.pdf' } }, true],
    [{ links: { pdf: 'sub/a..b.pdf' } }, true],
    [{ links: { pdf: 'https://x.org/../a.pdf' } }, true],
    [{ links: { pdf: '../a.pdf' } }, false],
    [{ links: { pdf: 'sub/../../a.pdf' } }, false],
    [{ links: { pdf: 'sub\\..\\a.pdf' } }, false],
    [{ links: { pdf: '..' } }, false],
    [{ links: { pdf: '/etc/passwd' } }, false],
    [{ links: { pdf: 'C:\\a.pdf' } }, false],
    [{ links: { code: 'javascript:alert(1)' } }, false],
    [{ objective: { formula: 'x', page: 2 } }, true],
    [{ objective: { formula: 'x', source: 'https://x.org' } }, true],
    [{ objective: { formula: 'x' } }, false], // from nowhere
    [{ objective: { formula: 'x', page: 0 } }, false],
    [{ objective: { formula: 'x', page: 1, symbols: [{ symbol: 'k', en: 'a thing' }] } }, false], // not in Chinese
    [{ relations: { extends: ['lamp'] } }, true],
    [{ relations: { cites: ['lamp'] } }, false],
    [{ links: { code: 'github.com/x' } }, false],
    [{ questions: [{ en: 'Why?', zh: '为什么？' }, { zh: '如何？' }] }, true],
    [{ questions: [{}] }, false],
    [{ questions: ['Why?'] }, false],
    [{ questions: [{ en: ' ' }] }, false],
  ])('accepts %j: %s', (fields, valid) => {
    expect(noteSchema.safeParse({ title: 'T', ...fields }).success).toBe(valid);
  });
});

describe('createNote', () => {
  test.each([
    [{}, 'preprint'],
    [{ venue: 'V' }, 'published'],
    [{ venue: 'V', status: 'submitted' as const }, 'submitted'],
  ])('%j has the status %s', (fields, status) => {
    expect(noteOf({ title: 'T', ...fields }).status).toBe(status);
  });

  test('gives the Chinese title where it is wanted and given', () => {
    const both = noteOf({ title: '\\textbf{A}', titleZh: '甲' });
    expect(plainTitle(both, 'en')).toBe('A');
    expect(plainTitle(both, 'zh')).toBe('甲');
    expect(titleIn(noteOf({ title: 'A' }), 'zh')).toEqual([{ type: 'text', value: 'A' }]);
  });
});

test('a question is asked in the language of the page, or in the one that it has', () => {
  expect(questionIn({ en: 'Why?', zh: '为什么？' }, 'zh')).toEqual({ locale: 'zh', text: '为什么？' });
  expect(questionIn({ en: 'Why?' }, 'zh')).toEqual({ locale: 'en', text: 'Why?' });
});
