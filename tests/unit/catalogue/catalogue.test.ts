import { describe, expect, test } from 'vitest';
import { createCatalogue, withAncestors } from '../../../src/core/catalogue/catalogue.ts';
import { vocabularySchema } from '../../../src/core/keyword/schema.ts';
import { listSchema } from '../../../src/core/list/schema.ts';
import { noteSchema, type NoteInput } from '../../../src/core/note/schema.ts';

const site = { title: { en: 'Shelf', zh: '书架' } };
const keywords = vocabularySchema.parse([
  { id: 'task', en: 'Task', zh: '任务' },
  { id: 'dialogue', en: 'Dialogue', zh: '对话', aliases: ['chat'], broader: 'task' },
  { id: 'unused', en: 'Unused', zh: '未用' },
]);
const first = { id: 'first', ...listSchema.parse({ title: { en: 'First' }, notes: ['old', 'new'] }) };
const second = { id: 'second', ...listSchema.parse({ title: { zh: '第二' }, notes: [{ note: 'new', date: '2024-02-03' }, 'broken'] }) };

function stored(id: string, input: NoteInput) {
  return { id, metadata: noteSchema.parse(input), hasPdf: false, digest: id };
}

const catalogue = createCatalogue({
  site,
  keywords,
  lists: [first, second],
  notes: [
    stored('undated', { title: 'Z', keywords: ['task'] }),
    stored('old', { title: 'A', date: '2023-05-01', keywords: ['chat', '对话', 'wick'] }),
    stored('year', { title: 'A', date: 2024 }),
    stored('beta', { title: '$\\beta$ first', date: '2024-01', keywords: ['Bright wick'] }),
    stored('alpha', { title: 'alpha', date: '2024-01' }),
    stored('new', { title: 'N', date: '2024-01-02', keywords: ['dialogue'] }),
  ],
});
const ids = (notes: readonly { id: string }[]) => notes.map((note) => note.id);

describe('createCatalogue', () => {
  test('orders notes by date, the newest first, undated ones last, equal dates by title', () => {
    expect(ids(catalogue.notes)).toEqual(['new', 'alpha', 'beta', 'year', 'old', 'undated']);
  });

  test('resolves keywords, each once', () => {
    expect(catalogue.note('old').keywords).toEqual(['dialogue', 'wick']);
  });

  test('knows the terms in their order, then plain keywords by label', () => {
    expect(ids(catalogue.keywords)).toEqual(['task', 'dialogue', 'unused', 'bright-wick', 'wick']);
    expect(catalogue.keyword('wick').known).toBe(false);
  });

  test('finds the notes of a keyword and of narrower ones', () => {
    expect(ids(catalogue.notesWith('task'))).toEqual(['new', 'old', 'undated']);
    expect(ids(catalogue.notesWith('dialogue'))).toEqual(['new', 'old']);
    expect(catalogue.notesWith('unused')).toEqual([]);
    expect(catalogue.notesWith('nowhere')).toEqual([]);
  });

  test('keeps the order of lists, leaves out a note that cannot be read, and numbers as the list does', () => {
    expect(catalogue.lists.map(({ notes }) => ids(notes))).toEqual([['old', 'new'], ['new']]);
    expect(catalogue.listsOf('new')).toEqual([
      { list: first, number: 2, date: undefined },
      { list: second, number: 1, date: '2024-02-03' },
    ]);
    expect(catalogue.listsOf('year')).toEqual([]);
  });

  test('says why two notes are related', () => {
    const [old] = catalogue.related('new');
    expect(old).toEqual({ note: catalogue.note('old'), link: undefined, shared: [catalogue.keyword('dialogue')], spoken: [] });
    expect(catalogue.related('year')).toEqual([]);
  });

  test('has no patience with ids that it does not hold', () => {
    expect(() => catalogue.note('nobody')).toThrow('The catalogue has no “nobody”.');
    expect(() => catalogue.keyword('nothing')).toThrow();
  });
});

test('withAncestors adds every broader term once', () => {
  expect([...withAncestors(['dialogue', 'task', 'wick'], catalogue.vocabulary)]).toEqual(['dialogue', 'task', 'wick']);
});
