import { describe, expect, test } from 'vitest';
import type { TextItem } from '../../../src/core/pdf/content.ts';
import { readPages } from '../../../src/core/pdf/document.ts';
import { column, letterPage, run, textItem } from '../../helpers/pdf-items.ts';

const textOf = (...items: readonly (TextItem | readonly TextItem[])[]) => readPages([letterPage(...items)])[0]!.text;
const at = { x: 100, y: 600 };

/** A paragraph of two lines, the first of which ends in a hyphen, with other words of the document below. */
const broken = (first: string, second: string, elsewhere = '') =>
  textOf(column([first, second], at), column(elsewhere ? [elsewhere] : [], { x: 100, y: 300 })).split('\n')[0];

describe('hyphens at the ends of lines', () => {
  test.each([
    ['We speak of optimiza-', 'tion with lamps.', '', 'We speak of optimization with lamps.'],
    ['A model after pre-', 'training is a model.', 'Here pre-training is written out.', 'A model after pre-training is a model.'],
    ['The prefer-', 'ence of a reader.', 'A preference is a preference.', 'The preference of a reader.'],
    ['A state-of-the-', 'art lamp.', '', 'A state-of-the-art lamp.'],
    ['A state-of-', 'the-art lamp.', 'We know the state-of-the-art.', 'A state-of-the-art lamp.'],
    ['They use GPT-', '4 for it.', '', 'They use GPT-4 for it.'],
    ['A loss of high-', 'quality data.', 'Of high and low quality are lamps.', 'A loss of high-quality data.'],
    ['It is reference-', 'free as it was.', '', 'It is reference-free as it was.'],
    ['This is Trace-', 'Monkey, which is fast.', 'We call it TraceMonkey.', 'This is TraceMonkey, which is fast.'],
    ['Of the soft\u00ad', 'ware no word is kept.', '', 'Of the software no word is kept.'],
  ])('%s %s', (first, second, ...[elsewhere, expected]) => {
    expect(broken(first, second, elsewhere)).toBe(expected);
  });

  test('an address that goes over the end of a line stays whole', () => {
    expect(broken('See https://example.org/lamps/', 'order-of-lamps.html for more.')).toBe(
      'See https://example.org/lamps/order-of-lamps.html for more.',
    );
  });
});

describe('small capitals', () => {
  test('are joined, with a hint of a gap and without', () => {
    const title = run([['T', 17], ['OWARDS', 13.8], [' ', 13.8], ['R', 17], ['OBUST', 13.8]], at); // prettier-ignore
    expect(textOf(title)).toBe('TOWARDS ROBUST');
    const gapped = [
      textItem('T', { ...at, size: 17 }),
      textItem(' ', { x: 108.5, y: 600, width: 2 }),
      textItem('OWARDS A', { x: 110.5, y: 600, size: 13.8 }),
    ];
    expect(textOf(gapped)).toBe('TOWARDS A');
  });
});

describe('letters', () => {
  test('ligatures are letters, and letters of formulas stay what they are', () => {
    expect(textOf(textItem('e\uFB03cient \uFB02ow of 𝒟 and x² over 𝛽', at))).toBe('efficient flow of 𝒟 and x² over 𝛽');
  });

  test('accents that TeX sets before their letters, or under them, join them', () => {
    expect(textOf(textItem('Schr¨', at), textItem('odinger', { x: 121, y: 600 }))).toBe('Schrödinger');
    expect(textOf(textItem('S´ebastien, ¨Uber, Fran¸cois', at))).toBe('Sébastien, Über, François');
    expect(textOf(textItem('Tas', at), textItem('¸', { x: 110.5, y: 600 }), textItem('ırlar', { x: 115, y: 600 }))).toBe('Taşırlar');
    expect(textOf(textItem('na¨ıve e\u0301t\u0301', at))).toBe('naïve ét\u0301');
  });

  test('signs of a font of their own that look like accents stay', () => {
    expect(textOf(textItem('exp p ´ r q', at))).toBe('exp p ´ r q');
  });

  test('what cannot be read is left out', () => {
    expect(textOf(textItem('a\u0000lamp \uE012 here\u200B', at))).toBe('alamp here');
  });
});

describe('spaces', () => {
  test('between pieces are judged by their gap', () => {
    const items = [textItem('the', at), textItem('lamp', { x: 117.5, y: 600 }), textItem('keeper', { x: 137.6, y: 600 })];
    expect(textOf(items)).toBe('the lampkeeper');
  });

  test('a formula is set tight, and the words around it are not', () => {
    const items = [textItem('of', at), textItem(' ', { x: 110, y: 600, width: 2.5 }), textItem('π', { x: 112.5, y: 600 }), textItem('θ', { x: 117.5, y: 598.5, size: 7 }), textItem(' ', { x: 121, y: 600, width: 0.7 }), textItem('(', { x: 121.7, y: 600 }), textItem('x', { x: 126.7, y: 600 })]; // prettier-ignore
    expect(textOf(items)).toBe('of πθ(x');
  });

  test('a footnote mark is not a part of its word; an exponent is a part of its formula', () => {
    expect(textOf(textItem('framework', at), textItem('1', { x: 145, y: 604, size: 7 }))).toBe('framework 1');
    expect(textOf(textItem('x', at), textItem('2', { x: 105, y: 604, size: 7 }))).toBe('x2');
  });
});

describe('Chinese', () => {
  test('lines and pieces join without spaces; Latin words keep theirs', () => {
    const lines = ['直接偏好优化无需显式的奖励模', '型，直接在偏好数据上训练策略', '。本文分析 3 种 DPO 方法的差别'];
    expect(textOf(column(lines, at))).toBe('直接偏好优化无需显式的奖励模型，直接在偏好数据上训练策略。本文分析 3 种 DPO 方法的差别');
  });

  test('spaces that justification leaves between ideographs are none', () => {
    expect(textOf(textItem('偏 好 优 化，与 人 类', at), textItem('对齐', { x: 207, y: 600 }))).toBe('偏好优化，与人类对齐');
  });

  test('parts of ideographs in their stead, and full-width signs, read right', () => {
    expect(textOf(textItem('⻓度偏差与⼈类对⻬（ＤＰＯ）', at))).toBe('长度偏差与人类对齐（ＤＰＯ）');
  });
});
