import { expect, test } from 'vitest';
import { RELATED_COUNT, relatedPapers, type RelatedInput } from '../../../src/core/related/related.ts';

const papers: RelatedInput[] = [
  { id: 'a', keywords: ['common', 'rare'] },
  { id: 'b', keywords: ['common', 'rare'] },
  { id: 'c', keywords: ['common'] },
  { id: 'd', keywords: ['common', 'other'] },
  { id: 'e', keywords: ['alone'] },
  { id: 'f', keywords: [] },
];

test('who shares more, and rarer, keywords is nearer, and the reason is named rarest first', () => {
  const related = relatedPapers(papers);
  expect(related.get('a')).toEqual([
    { id: 'b', shared: ['rare', 'common'] },
    { id: 'c', shared: ['common'] },
    { id: 'd', shared: ['common'] },
  ]);
  expect(related.get('e')).toEqual([]);
  expect(related.get('f')).toEqual([]);
});

test('nobody is related to itself, and relatedness goes both ways', () => {
  const related = relatedPapers(papers);
  for (const [id, others] of related)
    for (const other of others) {
      expect(other.id).not.toBe(id);
      expect(related.get(other.id)!.map((paper) => paper.id)).toContain(id);
    }
});

test('the order of the papers and of their keywords does not matter', () => {
  const shuffled = papers.toReversed().map(({ id, keywords }) => ({ id, keywords: keywords.toReversed() }));
  const sorted = (map: ReturnType<typeof relatedPapers>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(relatedPapers(shuffled))).toEqual(sorted(relatedPapers(papers)));
});

test('ties fall to the id', () => {
  const same = ['d', 'b', 'c', 'a'].map((id) => ({ id, keywords: ['k'] }));
  expect(
    relatedPapers(same)
      .get('a')!
      .map(({ id }) => id),
  ).toEqual(['b', 'c', 'd']);
});

test('a keyword that stands in 4,000 papers still gives each its five', () => {
  const library = Array.from({ length: 4000 }, (_, index) => ({ id: `p${index}`, keywords: ['everywhere'] }));
  const related = relatedPapers(library);
  expect([...related.values()].every((found) => found.length === RELATED_COUNT)).toBe(true);
}, 10_000);
