import { describe, expect, test } from 'vitest';
import type { PageContent, TextItem } from '../../../src/core/pdf/content.ts';
import { readPages } from '../../../src/core/pdf/document.ts';
import { column, letterPage, textItem } from '../../helpers/pdf-items.ts';

const texts = (pages: readonly PageContent[]) => readPages(pages).map(({ text }) => text);

/** The numbers of a review copy: three digits a line, down a margin. */
function lineNumbers(first: number, count: number, x: number): TextItem[] {
  return Array.from({ length: count }, (_, row) =>
    textItem(String(first + row).padStart(3, '0'), { x, y: 700 - row * 12, size: 8, width: 13 }),
  );
}

const bodies = ['lamps', 'rooms', 'keepers', 'nights'].map((word) => [
  `Page of ${word} whose lines fill all the room there`,
  `is, and then end. There are 24 ${word} in it.`,
]);

describe('line numbers', () => {
  test('in both margins go, wherever they stand in the content', () => {
    const pages = bodies.map((lines, page) =>
      letterPage(lineNumbers(page * 108, 54, 73), column(lines, { x: 108, y: 700 }), lineNumbers(page * 108 + 54, 54, 520)),
    );
    expect(texts(pages)).toEqual(bodies.map((lines) => lines.join(' ')));
  });

  test('that stand between the lines of the text, right-aligned and without zeros, go too', () => {
    const lines = Array.from({ length: 12 }, (_, row) => `line ${row} of a text that is numbered line by line.`);
    const page = letterPage(
      lines.flatMap((line, row) => [
        textItem(String(row + 1), { x: row < 9 ? 60 : 55, y: 700 - row * 12, size: 6, width: row < 9 ? 5 : 10 }),
        ...column([line], { x: 80, y: 700 - row * 12 }),
      ]),
    );
    expect(texts([page])[0]).not.toMatch(/(^| )\d+ line/m);
    expect(texts([page])[0]).toContain('line 3 of a text');
  });

  test('go from a last page that has only two lines', () => {
    const pages = bodies.map((lines, page) =>
      letterPage(lineNumbers(page * 54, page === 3 ? 2 : 54, 73), column(lines, { x: 108, y: 700 })),
    );
    expect(texts(pages)[3]).toBe(bodies[3]!.join(' '));
  });

  test('are not the numbered lines of a program on one page, nor the first column of a table', () => {
    const program = Array.from({ length: 8 }, (_, row) => [
      textItem(String(row + 1), { x: 95, y: 500 - row * 12 }),
      textItem('x += 1;', { x: 110, y: 500 - row * 12 }),
    ]);
    const pages = bodies.map((lines, page) => letterPage(column(lines, { x: 108, y: 700 }), page === 2 ? program.flat() : []));
    expect(texts(pages)[2]).toContain('3 x += 1;');
  });
});

describe('running heads and page numbers', () => {
  const withFurniture = (head: (page: number) => string, foot: (page: number) => string) =>
    bodies.map((lines, page) =>
      letterPage(textItem(head(page), { x: 108, y: 756 }), column(lines, { x: 108, y: 700 }), textItem(foot(page), { x: 300, y: 30 })),
    );

  test('go where they are repeated', () => {
    expect(
      texts(
        withFurniture(
          () => 'Under review as a conference paper',
          (page) => String(page + 1),
        ),
      ),
    ).toEqual(bodies.map((lines) => lines.join(' ')));
    expect(
      texts(
        withFurniture(
          (page) => `Lamps and rooms, page ${page + 7} of 40`,
          () => '',
        ),
      )[1],
    ).toBe(bodies[1]!.join(' '));
  });

  test('that differ from page to page, and figures that do not count pages, stay', () => {
    const [first] = texts(
      withFurniture(
        (page) => `${['One', 'Two', 'Three', 'Four'][page]} of a kind`,
        (page) => String([50, 12, 99, 3][page]),
      ),
    );
    expect(first).toContain('One of a kind');
    expect(first).toContain('50');
  });

  test('are not known in a document of one page', () => {
    expect(
      texts(
        withFurniture(
          () => 'A Title',
          () => '1',
        ).slice(0, 1),
      )[0],
    ).toBe(`A Title\n${bodies[0]!.join(' ')}\n1`);
  });
});
