import { createDictionary, createShards, type Dictionary } from '../../src/core/search/dictionary.ts';

type Source = Parameters<typeof createShards>[0];

/** The whole dictionary of a collection; without what is not given. */
export function dictionaryOf(source: Partial<Source> & Pick<Source, 'lexicon'>): Dictionary {
  return createDictionary(new Map(createShards({ words: [], pairs: [], ...source }).entries()));
}
