import { expect, test } from 'vitest';
import type { PageContent, PdfPage } from '../../../src/core/pdf/content.ts';
import { readPages } from '../../../src/core/pdf/document.ts';
import { findPhrase } from '../../../src/core/pdf/find-phrase.ts';
import { itemRanges, textOffset } from '../../../src/core/pdf/source.ts';
import { column, letterPage, run, textItem } from '../../helpers/pdf-items.ts';

const content = letterPage(
  run([['T', 17], ['OWARDS', 13.8]], { x: 100, y: 700 }), // prettier-ignore
  column(['The e\uFB03cient optimiza-', 'tion of all the lamps here', 'is told by  Schr¨odinger.'], { x: 100, y: 600 }),
  textItem('', { x: 1, y: 1 }),
  column(['偏 好 优 化'], { x: 100, y: 500 }),
);
const page = readPages([content])[0]!;

/** What the items hold where a phrase of the clean text stands. */
function marked(phrase: string, within: PdfPage = page, items: PageContent = content): string[] {
  const [found] = findPhrase(within.text, phrase);
  return itemRanges(within, found!.start, found!.end).map(({ item, start, end }) => items.items[item]!.str.slice(start, end));
}

test('a phrase of the clean text is found in the items', () => {
  expect(page.text).toBe('TOWARDS\nThe efficient optimization of all the lamps here is told by Schrödinger.\n偏好优化');
  expect(marked('towards')).toEqual(['T', 'OWARDS']);
  expect(marked('efficient optimization of')).toEqual(['e\uFB03cient optimiza', 'tion of']);
  expect(marked('lamps here is')).toEqual(['lamps here', 'is']);
  expect(marked('by schrodinger')).toEqual(['by ', 'Schr¨odinger']);
  expect(marked('好优')).toEqual(['好', '优']);
});

test('a part of a ligature comes whole', () => {
  const at = page.text.indexOf('ffi') + 1;
  expect(itemRanges(page, at, at + 1)).toEqual([{ item: 2, start: 5, end: 6 }]);
});

test('every character goes to its item and back', () => {
  for (let offset = 0; offset < page.text.length; offset++) {
    const ranges = itemRanges(page, offset, offset + 1);
    if (/\s/.test(page.text[offset]!) && ranges.length === 0) continue;
    const [{ item, start }] = ranges as [(typeof ranges)[0]];
    const back = textOffset(page, item, start)!;
    expect(back).toBeLessThanOrEqual(offset);
    expect(itemRanges(page, back, offset + 1)).toEqual([expect.objectContaining({ item, start })]);
  }
});

test('a place that is not in the text leads to the next one that is, or behind the last', () => {
  const hyphen = content.items[2]!.str.indexOf('-');
  expect(textOffset(page, 2, hyphen)).toBe(page.text.indexOf('optimiza') + 'optimiza'.length);
  expect(textOffset(page, 2, hyphen + 1)).toBe(textOffset(page, 2, hyphen));
  expect(textOffset(page, 4, content.items[4]!.str.indexOf('¨'))).toBe(page.text.indexOf('ö'));
  expect(textOffset(page, 5, 0)).toBeUndefined();
});

test('phrases are found whatever their case, spaces, hyphens, quotes and accents', () => {
  const text = 'The “state-of-the-art” na\u00efve Ｍodel of 𝛽 and ﬁnal words';
  const found = (phrase: string) => findPhrase(text, phrase).map(({ start, end }) => text.slice(start, end));
  expect(found('STATE OF THE ART" naive')).toEqual(['state-of-the-art” naïve']);
  expect(found('model of β and fi')).toEqual(['Ｍodel of 𝛽 and ﬁ']);
  expect(found('fi')).toEqual(['ﬁ']);
  expect(found(' -  ')).toEqual([]);
  expect(found('absent')).toEqual([]);
  expect(findPhrase('aba aba', 'aba')).toEqual([{ start: 0, end: 3 }, { start: 4, end: 7 }]); // prettier-ignore
});
