import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locate, searchablePage } from '../../../src/core/annotation/locate.ts';
import { joinPieces, makeAnchor, type PageText } from '../../../src/core/annotation/page-text.ts';
import { markAndFind, readPageTexts } from '../../helpers/random-marks.ts';
import { seededRandom } from '../../helpers/random.ts';

const PAPERS = new URL('../../../../shared/papers/', import.meta.url).pathname;
const MARKS = 600;

/** Pages of made-up prose in lines, with words that are hyphenated and phrases that come again. */
function madeUpDocument(random: () => number): PageText[] {
  const syllables = [
    'lan',
    'tern',
    'pre',
    'fer',
    'ence',
    'mod',
    'el',
    'loss',
    're',
    'ward',
    'ing',
    'al',
    'pha',
    'β',
    'ﬁne',
    'é',
    '1',
    '23',
  ];
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const word = () => Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(syllables)).join('');
  const refrain = 'under review as a paper at a conference';
  return Array.from({ length: 8 }, () => {
    const lines = Array.from({ length: 45 }, () => Array.from({ length: 9 }, word).join(' ') + pick(['', '', '-', '.']));
    return joinPieces([refrain, ...lines, refrain].map((str) => ({ str, hasEOL: true })));
  });
}

test('of 600 random marks all are found in the same text, and 99.5 % where 2 % of the characters changed', { timeout: 120_000 }, () => {
  const random = seededRandom(5);
  const found = markAndFind(madeUpDocument(random), { count: MARKS, random });
  expect(found.same).toBe(MARKS);
  expect(found.disturbed).toBeGreaterThanOrEqual(MARKS * 0.995);
});

test.skipIf(!existsSync(PAPERS))('so it is in the papers at hand', { timeout: 300_000 }, async () => {
  const random = seededRandom(7);
  const files = readdirSync(PAPERS).filter((name) => name.endsWith('.pdf'));
  const found = { same: 0, disturbed: 0 };
  for (const file of files) {
    const { same, disturbed } = markAndFind(await readPageTexts(PAPERS + file), { count: MARKS / files.length, random });
    found.same += same;
    found.disturbed += disturbed;
  }
  expect(found.same).toBe(MARKS);
  expect(found.disturbed).toBeGreaterThanOrEqual(MARKS * 0.995);
});

describe('a quote is found', () => {
  const page = (text: string) => joinPieces(text.split('\n').map((str) => ({ str, hasEOL: true })));
  const original = page('The keeper lights the lamps in the order of prefer-\nence, and the model predicts the next one of ﬁve lamps.');
  const anchorOf = (words: string) => makeAnchor(1, original, [original.text.indexOf(words), original.text.indexOf(words) + words.length])!;
  const found = (words: string, ...texts: string[]) => {
    const place = locate(
      anchorOf(words),
      texts.map((text) => searchablePage(page(text).text)),
    );
    return place && `${place.page}: ${page(texts[place.page - 1]!).text.slice(place.start, place.end)}`;
  };

  test('as it is read: lines joined, hyphenation undone, ligatures as letters', () => {
    expect(anchorOf('order of prefer-\nence').quote.exact).toBe('order of preference');
    expect(anchorOf('ﬁve lamps').quote.exact).toBe('five lamps');
  });

  test('on another page, in other lines', () => {
    expect(
      found(
        'order of prefer-\nence',
        'A new title page.',
        'Now the keeper lights the lamps in\nthe order of preference, and the model predicts',
      ),
    ).toBe('2: order of preference');
  });

  test('with a slip in a short word, by what stands around it', () => {
    expect(
      found('model', 'The keeper lights the lamps in the order of preference, and the modal predicts the next one of five lamps.'),
    ).toBe('1: modal');
  });

  test('nowhere in a text about something else', () => {
    expect(found('lights the lamps', 'A treatise on rivers, their width and their bridges, in twelve parts with tables.')).toBeUndefined();
    expect(found('lights the lamps', '')).toBeUndefined();
  });

  test('of nothing that can be read there is no anchor', () => {
    expect(makeAnchor(1, page('  -  '), [0, 5])).toBeUndefined();
  });
});
