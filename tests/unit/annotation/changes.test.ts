import { describe, expect, test } from 'vitest';
import { applicable, emptyHistory, record, redo, undo } from '../../../src/core/annotation/history.ts';
import { inReadingOrder, passes } from '../../../src/core/annotation/listing.ts';
import { nextModified } from '../../../src/core/annotation/mark.ts';
import { mergeImport, newer } from '../../../src/core/annotation/merge.ts';
import { joinPieces, pieceRanges } from '../../../src/core/annotation/page-text.ts';
import { joinQuads, quadOf } from '../../../src/core/annotation/quads.ts';
import { moveSelection, spanOf, wordsOf } from '../../../src/core/annotation/words.ts';
import { someMark } from './fixtures.ts';

const mark = someMark();
const edited = someMark({ comment: 'Edited', modified: '2026-02-02T00:00:00.000Z' });
const deletion = { id: mark.id, paper: mark.paper, deleted: true, modified: '2026-03-03T00:00:00.000Z' } as const;

describe('undoing', () => {
  test('takes steps back and does them again, in turn', () => {
    const history = record(record(emptyHistory, [{ after: mark }]), [{ before: mark, after: edited }]);
    const first = undo(history)!;
    expect(first.step).toEqual([{ before: edited, after: mark }]);
    const second = undo(first.history)!;
    expect(second.step).toEqual([{ before: mark }]);
    expect(undo(second.history)).toBeUndefined();
    expect(redo(second.history)!.step).toEqual([{ after: mark }]);
    expect(redo(record(first.history, [{ before: mark }]))).toBeUndefined();
  });

  test('leaves a mark alone that was changed elsewhere since', () => {
    const step = [{ before: edited, after: mark }];
    expect(applicable(step, () => ({ ...edited, modified: '2027-01-01T00:00:00.000Z' }))).toEqual(step);
    expect(applicable(step, () => ({ ...edited, comment: 'By another tab' }))).toEqual([]);
    expect(applicable(step, () => undefined)).toEqual([]);
  });
});

describe('merging', () => {
  test('the later record counts, whichever comes first', () => {
    expect(newer(mark, edited)).toBe(edited);
    expect(newer(edited, mark)).toBe(edited);
    expect(newer(deletion, edited)).toBe(deletion);
    const twin = { ...mark, comment: 'At the same instant' };
    expect(newer(mark, twin)).toBe(newer(twin, mark));
  });

  test('a change is later than what it changes, even when the clock went back', () => {
    expect(nextModified('2030-01-01T00:00:00.000Z', new Date('2026-01-01T00:00:00Z'))).toBe('2030-01-01T00:00:00.001Z');
    expect(nextModified(undefined, new Date('2026-01-01T00:00:00Z'))).toBe('2026-01-01T00:00:00.000Z');
  });

  test.each([
    ['new', undefined, mark, { added: 1, updated: 0, same: 0, kept: 0 }],
    ['deleted here', deletion, mark, { added: 1, updated: 0, same: 0, kept: 0 }],
    ['later in the file', mark, edited, { added: 0, updated: 1, same: 0, kept: 0 }],
    ['the same', mark, mark, { added: 0, updated: 0, same: 1, kept: 0 }],
    ['later here', edited, mark, { added: 0, updated: 0, same: 0, kept: 1 }],
  ] as const)('an imported mark that is %s', (...[, here, imported, counts]) => {
    const merged = mergeImport([imported, someMark({ modified: '2020-01-01T00:00:00.000Z', comment: 'An old state' })], () => here);
    expect(merged.counts).toEqual(counts);
    expect(merged.step).toHaveLength(counts.added + counts.updated);
  });
});

test('marks are listed as they are read, lost ones last', () => {
  const at = (id: string, page: number, start: number) => ({ mark: { ...mark, id }, place: { page, start, end: start + 1 } });
  const lost = { mark: { ...mark, id: 'lost' } };
  const listed = inReadingOrder([lost, at('c', 2, 1), at('b', 1, 9), at('a', 1, 2)]);
  expect(listed.map((placed) => placed.mark.id)).toEqual(['a', 'b', 'c', 'lost']);
});

test('filters look at kind, color and all words of quote and comment', () => {
  const some = someMark({ comment: 'Über die Lampe' });
  expect(passes(some, { words: 'uber LAMP lit' })).toBe(true);
  expect(passes(some, { words: 'lamp dark' })).toBe(false);
  expect(passes(some, { kind: 'highlight', color: 'yellow' })).toBe(true);
  expect(passes(some, { kind: 'note' })).toBe(false);
  expect(passes(some, { color: 'blue' })).toBe(false);
});

test('a stretch of a page is told in pieces, line ends left out', () => {
  const text = joinPieces([
    { str: 'one ', hasEOL: false },
    { str: '', hasEOL: true },
    { str: 'two', hasEOL: true },
    { str: 'three', hasEOL: false },
  ]);
  expect(text.text).toBe('one \ntwo\nthree');
  expect(pieceRanges(text, 2, 11)).toEqual([
    { piece: 0, start: 2, end: 4 },
    { piece: 2, start: 0, end: 3 },
    { piece: 3, start: 0, end: 2 },
  ]);
});

test('words are walked by word and line, and extended', () => {
  const words = wordsOf({ text: 'the first line\n\nthe second 中文文本' });
  expect(words.length).toBeGreaterThan(6);
  const start = { anchor: 1, focus: 1 };
  expect(moveSelection(words, start, { move: 'down', isExtending: false })).toEqual({ anchor: 4, focus: 4 });
  expect(moveSelection(words, start, { move: 'line-end', isExtending: true })).toEqual({ anchor: 1, focus: 2 });
  expect(moveSelection(words, { anchor: 0, focus: 0 }, { move: 'previous', isExtending: false })).toBeUndefined();
  expect(moveSelection(words, { anchor: 0, focus: 0 }, { move: 'up', isExtending: false })).toBeUndefined();
  expect(spanOf(words, { anchor: 2, focus: 1 })).toEqual([4, 14]);
});

test('corners follow the text, and pieces of one line are one', () => {
  const first = quadOf({ transform: [10, 0, 0, 10, 100, 200], width: 50 }, [0.5, 1]);
  expect([first[0], first[2], first[1] > 200, first[5] < 200]).toEqual([125, 150, true, true]);
  const next = quadOf({ transform: [10, 0, 0, 10, 153, 200], width: 20 }, [0, 1]);
  const below = quadOf({ transform: [10, 0, 0, 10, 100, 185], width: 20 }, [0, 1]);
  expect(joinQuads([first, next, below])).toHaveLength(2);
});
