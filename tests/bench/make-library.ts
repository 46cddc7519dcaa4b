import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { makeVocabulary } from './library/keywords.ts';
import { makeNote } from './library/note.ts';
import { createRandom, zipf } from './library/random.ts';

/** What a generated library is like. */
export interface LibraryOptions {
  /** How many notes it has. */
  readonly notes: number;
  /** The same seed makes the same library. Default 1. */
  readonly seed?: number;
}

/** A collection of realistic bilingual notes: the path of every file below its folder, and the file's text. */
export function makeLibrary({ notes, seed = 1 }: LibraryOptions): Map<string, string> {
  const vocabulary = makeVocabulary(notes, seed);
  const draw = zipf(vocabulary.length);
  const ids = Array.from({ length: notes }, (_, index) => `paper-${String(index + 1).padStart(6, '0')}`);
  const files = new Map<string, string>([
    ['site.yaml', stringify({ title: { en: 'Bench library', zh: '基准文库' }, license: 'CC-BY-4.0' })],
    ['keywords.yaml', stringify(vocabulary)],
    ['lists/first-reading.yaml', readingList('First reading', '入门阅读', ids.slice(0, 25))],
    ['lists/survey.yaml', readingList('Survey', '综述', ids.filter((_, index) => index % 10 === 3).slice(0, 200))],
  ]);
  ids.forEach((id, index) => {
    const random = createRandom(seed, 2, index);
    const wanted = random.between(4, 8);
    const chosen = new Set<number>();
    while (chosen.size < wanted) chosen.add(draw(random));
    const terms = [...chosen].map((number) => vocabulary[number]!);
    files.set(`notes/${id}.md`, makeNote(random, terms));
  });
  return files;
}

/** Writes files, given by their paths below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function readingList(en: string, zh: string, notes: readonly string[]): string {
  return stringify({ title: { en, zh }, notes });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { notes: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' }, out: { type: 'string' } },
  });
  if (!values.out) throw new Error('Say where the library goes: node tests/bench/make-library.ts --notes 500 --out <folder>');
  writeFiles(resolve(values.out), makeLibrary({ notes: Number(values.notes), seed: Number(values.seed) }));
}
