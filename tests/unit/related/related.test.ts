import { describe, expect, test } from 'vitest';
import { RELATED_COUNT, relatedPapers, type RelatedInput } from '../../../src/core/related/related.ts';

type Given = Partial<Omit<RelatedInput, 'id' | 'terms' | 'mentioned' | 'relations'>> & {
  readonly terms?: readonly string[];
  readonly mentioned?: readonly string[];
  readonly relations?: Partial<RelatedInput['relations']>;
};

function paper(id: string, { keywords = [], terms = [], mentioned = [], relations = {} }: Given = {}): RelatedInput {
  return {
    id,
    keywords,
    terms: new Set(terms),
    mentioned: new Set(mentioned),
    relations: { extends: [], comparesWith: [], analyses: [], ...relations },
  };
}

const papers = [
  paper('a', { keywords: ['common', 'rare'] }),
  paper('b', { keywords: ['common', 'rare'] }),
  paper('c', { keywords: ['common'] }),
  paper('d', { keywords: ['common', 'other'] }),
  paper('e', { keywords: ['alone'] }),
  paper('f'),
];
const nothing = { link: undefined, shared: [], spoken: [] };
const idsOf = (related: ReadonlyMap<string, readonly { id: string }[]>, id: string) => related.get(id)!.map((other) => other.id);

describe('likeness', () => {
  test('who shares more, and rarer, keywords is nearer, and the reason is named rarest first', () => {
    const related = relatedPapers(papers);
    expect(related.get('a')).toEqual([
      { ...nothing, id: 'b', shared: ['rare', 'common'] },
      { ...nothing, id: 'c', shared: ['common'] },
      { ...nothing, id: 'd', shared: ['common'] },
    ]);
    expect(related.get('e')).toEqual([]);
    expect(related.get('f')).toEqual([]);
  });

  test('terms of the text count, less than keywords, and are told apart from them', () => {
    const related = relatedPapers([
      paper('a', { keywords: ['wick'], terms: ['oil'] }),
      paper('b', { keywords: ['wick'] }),
      paper('c', { terms: ['oil', 'wick'] }),
      paper('d', { keywords: ['glass'] }),
    ]);
    expect(related.get('a')).toEqual([
      { ...nothing, id: 'b', shared: ['wick'] },
      { ...nothing, id: 'c', spoken: ['wick', 'oil'] },
    ]);
  });

  test('nobody is related to itself, and relatedness goes both ways', () => {
    const related = relatedPapers([...papers, paper('g', { relations: { extends: ['g', 'f'] } })]);
    for (const [id, others] of related)
      for (const other of others) {
        expect(other.id).not.toBe(id);
        expect(idsOf(related, other.id)).toContain(id);
      }
  });

  test('the order of the papers and of their keywords does not matter', () => {
    const shuffled = papers.toReversed().map((entry) => ({ ...entry, keywords: entry.keywords.toReversed() }));
    const sorted = (map: ReturnType<typeof relatedPapers>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(sorted(relatedPapers(shuffled))).toEqual(sorted(relatedPapers(papers)));
  });

  test('ties fall to the id', () => {
    const same = ['d', 'b', 'c', 'a'].map((id) => paper(id, { keywords: ['k'] }));
    expect(idsOf(relatedPapers(same), 'a')).toEqual(['b', 'c', 'd']);
  });
});

describe('links', () => {
  test('a stated relation stands on both pages with its direction', () => {
    const related = relatedPapers([paper('new', { relations: { extends: ['old'] } }), paper('old'), paper('third')]);
    const link = { kind: 'extends', from: 'new', to: 'old' };
    expect(related.get('new')).toEqual([{ ...nothing, id: 'old', link }]);
    expect(related.get('old')).toEqual([{ ...nothing, id: 'new', link }]);
  });

  test('the closest of several links is told, a relation before a name in the text', () => {
    const related = relatedPapers([
      paper('a', { mentioned: ['b'], relations: { comparesWith: ['b'], extends: ['b'] } }),
      paper('b', { mentioned: ['a'] }),
    ]);
    expect(related.get('b')![0]!.link).toEqual({ kind: 'extends', from: 'a', to: 'b' });
  });

  test('a link to a paper that everybody points to says less than one to a paper that few do', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => paper(`crowd-${index}`, { relations: { extends: ['hub'] } }));
    const related = relatedPapers([...crowd, paper('hub'), paper('quiet'), paper('me', { relations: { extends: ['hub', 'quiet'] } })]);
    expect(idsOf(related, 'me')).toEqual(['quiet', 'hub']);
  });

  test('what is no paper of the collection is passed over', () => {
    expect(relatedPapers([paper('a', { relations: { extends: ['gone'] } })]).get('a')).toEqual([]);
  });
});

test('a keyword that stands in 4,000 papers still gives each its five', () => {
  const library = Array.from({ length: 4000 }, (_, index) => paper(`p${index}`, { keywords: ['everywhere'] }));
  const related = relatedPapers(library);
  expect([...related.values()].every((found) => found.length === RELATED_COUNT)).toBe(true);
}, 10_000);
