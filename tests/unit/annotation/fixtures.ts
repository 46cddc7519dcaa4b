import type { Mark } from '../../../src/core/annotation/mark.ts';

/** A mark like any other, but for what is given. */
export function someMark(different: Partial<Mark> = {}): Mark {
  return {
    id: '0b9a7f0e-54a0-4b8e-9d5e-5d2f6f1f0a01',
    paper: 'lantern',
    kind: 'highlight',
    color: 'yellow',
    comment: '',
    anchor: { page: 2, start: 10, end: 24, quote: { exact: 'a lamp stays lit', prefix: 'before ', suffix: ' behind' } },
    created: '2026-01-02T03:04:05.000Z',
    modified: '2026-01-02T03:04:05.000Z',
    ...different,
  };
}
