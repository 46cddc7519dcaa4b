import { join } from 'node:path';
import { listSchema, type ReadingList } from '../core/list/schema.ts';
import { slug } from '../core/note/id.ts';
import type { Problem } from '../core/problem.ts';
import { displayPath, localFiles, type Files } from './files.ts';
import type { CollectionPlace } from './notes.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlText } from './yaml.ts';

/** A reading list's file. */
export interface ListFile {
  readonly list: ReadingList;
  readonly yaml: YamlText;
}

/** Reads every reading list. */
export function readLists({ contentDir }: CollectionPlace, files: Files = localFiles) {
  const value: ListFile[] = [];
  const problems: Problem[] = [];
  for (const name of files.list(join(contentDir, 'lists')).filter((entry) => /\.ya?ml$/.test(entry))) {
    const path = join(contentDir, 'lists', name);
    const text = files.read(path);
    if (text === undefined) continue;
    const yaml = readYaml(text, displayPath(path));
    const result = validate(listSchema, yaml);
    problems.push(...result.problems);
    if (result.value) value.push({ list: { id: slug(name.replace(/\.ya?ml$/, '')), ...result.value }, yaml });
  }
  return { value, problems };
}
