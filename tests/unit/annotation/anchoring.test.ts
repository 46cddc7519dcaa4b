import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, test } from 'vitest';
import { locate, searchablePage, type Location } from '../../../src/core/annotation/locate.ts';
import type { Anchor } from '../../../src/core/annotation/mark.ts';
import { joinPieces, makeAnchor, type PageText, type TextPiece } from '../../../src/core/annotation/page-text.ts';
import { seededRandom } from '../../helpers/random.ts';

const PAPERS = new URL('../../../../shared/papers/', import.meta.url).pathname;
const MARKS = 600;
const NOISE = 0.02;

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

async function readDocument(file: string): Promise<PageText[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: PageText[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
    pages.push(joinPieces(items.filter((item): item is (typeof items)[number] & TextPiece => 'str' in item)));
  }
  await pdf.loadingTask.destroy();
  return pages;
}

/** An anchor of up to sixty words anywhere in a document; short ones are as common as in marking by hand. */
function randomAnchor(pages: readonly PageText[], random: () => number): Anchor {
  for (;;) {
    const index = Math.floor(random() * pages.length);
    const words = [...pages[index]!.text.matchAll(/\S+/g)];
    if (words.length < 40) continue;
    const first = Math.floor(random() * words.length);
    const last = words[Math.min(first + Math.floor(random() ** 2 * 60), words.length - 1)]!;
    const anchor = makeAnchor(index + 1, pages[index]!, [words[first]!.index, last.index + last[0].length]);
    if (anchor) return anchor;
  }
}

/** A text with characters changed, dropped or added at random, and where each of its places has gone. */
function disturb(text: string, random: () => number): { text: string; places: number[] } {
  let out = '';
  const places: number[] = [];
  for (const unit of text.split('')) {
    places.push(out.length);
    const letter = String.fromCharCode(97 + Math.floor(random() * 26));
    const isHit = random() < NOISE;
    out += isHit ? [letter, '', unit + letter][Math.floor(random() * 3)]! : unit;
  }
  return { text: out, places: [...places, out.length] };
}

/** How many of a document's random marks are found again: in the same text to the character, in a disturbed one nearly so. */
function measure(
  pages: readonly PageText[],
  { count, random }: { count: number; random: () => number },
): { same: number; disturbed: number } {
  const disturbedPages = pages.map(({ text }) => disturb(text, random));
  const same = pages.map(({ text }) => searchablePage(text));
  const other = disturbedPages.map(({ text }) => searchablePage(text));
  const found = { same: 0, disturbed: 0 };
  for (let mark = 0; mark < count; mark++) {
    const anchor = randomAnchor(pages, random);
    const { places } = disturbedPages[anchor.page - 1]!;
    const [start, end] = [places[anchor.start]!, places[anchor.end]!];
    if (isNear(locate(anchor, same), { page: anchor.page, start: anchor.start, end: anchor.end }, 0)) found.same += 1;
    if (isNear(locate(anchor, other), { page: anchor.page, start, end }, Math.max(2, 0.12 * (end - start)))) found.disturbed += 1;
  }
  return found;
}

const isNear = (found: Location | undefined, wanted: Location, slack: number) =>
  found?.page === wanted.page && Math.abs(found.start - wanted.start) + Math.abs(found.end - wanted.end) <= slack;

test('of 600 random marks all are found in the same text, and 99.5 % where 2 % of the characters changed', { timeout: 120_000 }, () => {
  const random = seededRandom(5);
  const found = measure(madeUpDocument(random), { count: MARKS, random });
  expect(found.same).toBe(MARKS);
  expect(found.disturbed).toBeGreaterThanOrEqual(MARKS * 0.995);
});

test.skipIf(!existsSync(PAPERS))('so it is in the papers at hand', { timeout: 300_000 }, async () => {
  const random = seededRandom(7);
  const files = readdirSync(PAPERS).filter((name) => name.endsWith('.pdf'));
  const found = { same: 0, disturbed: 0 };
  for (const file of files) {
    const { same, disturbed } = measure(await readDocument(PAPERS + file), { count: MARKS / files.length, random });
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
