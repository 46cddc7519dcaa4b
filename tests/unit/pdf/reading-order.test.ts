import { expect, test } from 'vitest';
import type { PageContent } from '../../../src/core/pdf/content.ts';
import { readPages } from '../../../src/core/pdf/document.ts';
import { column, letterPage, textItem } from '../../helpers/pdf-items.ts';

const texts = (...pages: readonly PageContent[]) => readPages(pages).map(({ text }) => text);
const textOf = (page: PageContent) => texts(page)[0]!;

const left = [
  'The left column of the paper goes',
  'on for some lines of even width,',
  'until it reaches its own bottom',
  'line and then stops where it is.',
];
const right = [
  'What the right column says comes',
  'only behind all of the left one,',
  'although its lines stand on the',
  'same height as their neighbours.',
];

test('two columns are read one after the other, whether the content goes down them or across', () => {
  const columns = [column(left, { x: 60, y: 600 }), column(right, { x: 320, y: 600 })] as const;
  const across = columns[0].flatMap((item, row) => [item, columns[1][row]!]);
  const title = textItem('A Title That Stands Over the Whole Width of the Page, and of Both Columns of It', { x: 60, y: 650 });
  const expected = [title.str, left.join(' '), right.join(' ')].join('\n');
  expect(textOf(letterPage(title, ...columns))).toBe(expected);
  expect(textOf(letterPage(title, across))).toBe(expected);
});

test('a sentence goes on from the foot of a column to the head of the next', () => {
  const open = [...left.slice(0, 3), 'line and goes on, without a stop,'];
  const page = letterPage(column(open, { x: 60, y: 600 }), column(['in the right one. There it ends.'], { x: 320, y: 600 }));
  expect(textOf(page)).toBe(`${open.join(' ')} in the right one. There it ends.`);
});

test('a table is read row by row', () => {
  const rows = [
    ['Method', 'Accuracy', 'Length'],
    ['DPO', '71.2', '1532'],
    ['SimPO', '75.9', '1320'],
  ];
  const cells = rows.flatMap((row, index) => row.map((cell, place) => textItem(cell, { x: 100 + place * 100, y: 500 - index * 12 })));
  expect(textOf(letterPage(cells))).toBe('Method Accuracy Length\nDPO 71.2 1532\nSimPO 75.9 1320');
});

test('paragraphs are told apart by a short last line, an indent, or more room', () => {
  const short = [
    'A paragraph whose lines are full until the last,',
    'which ends early.',
    'Then another begins and also goes on for a while,',
    'as they do.',
  ];
  expect(textOf(letterPage(column(short, { x: 60, y: 600 })))).toBe(`${short.slice(0, 2).join(' ')}\n${short.slice(2).join(' ')}`);
  const indented = [
    ...column(['A paragraph that ends with a line as full as any.'], { x: 60, y: 600 }),
    ...column(['The next one is set in by the width of one em.'], { x: 75, y: 588 }),
    ...column(['Its second line is not, and it ends here, so far.'], { x: 60, y: 576 }),
  ];
  expect(
    textOf(letterPage(column(['This is a first line, of the same width, for now.'], { x: 60, y: 612 }), indented)).split('\n'),
  ).toEqual([`This is a first line, of the same width, for now. ${indented[0]!.str}`, `${indented[1]!.str} ${indented[2]!.str}`]);
  const apart = [
    textItem('A line that is as wide as the one below it.', { x: 60, y: 600 }),
    textItem('A line that is as wide as the one above.', { x: 60, y: 570 }),
  ];
  expect(textOf(letterPage(apart, column(left, { x: 60, y: 500 }))).split('\n')).toHaveLength(3);
});

test('references with a hanging indent are one line each', () => {
  const entry = (y: number, first: string, second: string) => [textItem(first, { x: 60, y }), textItem(second, { x: 70, y: y - 12 })];
  const page = letterPage(
    entry(600, 'Ada Lovelace, Grace Hopper, and Alan M. Turing. On', 'lamps and their order. Journal of Lamps, 1843.'),
    entry(582, 'Charles Babbage. A difference of opinion, in parts.', 'Annals of Engines, 12, 1822.'),
  );
  expect(textOf(page).split('\n')).toEqual([
    'Ada Lovelace, Grace Hopper, and Alan M. Turing. On lamps and their order. Journal of Lamps, 1843.',
    'Charles Babbage. A difference of opinion, in parts. Annals of Engines, 12, 1822.',
  ]);
});

test('a page that is shown turned is read as it is shown', () => {
  const lines = ['Lines of a page that lies on its side,', 'as wide tables do, are read in order.'];
  const items = lines.map((line, index) => ({ ...textItem(line, { x: 0, y: 0 }), transform: [0, 10, -10, 0, 100 + index * 12, 80] }));
  expect(textOf({ items, width: 612, height: 792, rotation: 90 })).toBe(lines.join(' '));
});

test('upright text and a label that runs up an axis stay apart', () => {
  const label = { ...textItem('Reward', { x: 0, y: 0 }), transform: [0, 10, -10, 0, 95, 600] };
  expect(textOf(letterPage(textItem('1.0', { x: 100, y: 610 }), label, textItem('Figure 1', { x: 100, y: 560 })))).toBe(
    '1.0\nReward\nFigure 1',
  );
});

test('a page without text is an empty text, and a document without pages has none', () => {
  expect(texts(letterPage())).toEqual(['']);
  expect(texts(letterPage(textItem(' ', { x: 1, y: 1 }), textItem('\u0001', { x: 1, y: 1 })))).toEqual(['']);
  expect(texts()).toEqual([]);
});
