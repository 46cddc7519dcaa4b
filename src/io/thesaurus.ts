import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Topic } from '../core/search/thesaurus.ts';

const FOLDER = join(import.meta.dirname, 'thesaurus');

/** The words of a topic in each language, with semicolons between them. */
type Entry = Readonly<Record<'en' | 'zh', string>>;

/** The thesaurus that ships with the project; its README says what it is. */
export function readThesaurus(): Topic[] {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return files.flatMap((name) => {
    // Tests hold the files to this shape.
    const entries = parse(readFileSync(join(FOLDER, name), 'utf8')) as Readonly<Record<string, Entry>>;
    return Object.entries(entries).map(([id, { en, zh }]) => ({ id, words: [...en.split('; '), ...zh.split('; ')] }));
  });
}
