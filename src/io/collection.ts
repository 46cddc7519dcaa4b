import { join } from 'node:path';
import { vocabularySchema, type KeywordMetadata } from '../core/keyword/schema.ts';
import { createVocabulary, type Vocabulary } from '../core/keyword/vocabulary.ts';
import { START, type Problem } from '../core/problem.ts';
import { siteSchema, type SiteSettings } from '../core/site/settings.ts';
import { checkKeywordUse, checkLists, checkVocabulary } from './cross-check.ts';
import { displayPath, localFiles, type Files } from './files.ts';
import { readLists, type ListFile } from './lists.ts';
import { readNotes, type CollectionPlace, type NoteFile } from './notes.ts';
import { checkObjectives } from './objective-check.ts';
import { checkQuestions } from './question-check.ts';
import { checkRelations } from './relation-check.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** A whole collection as it lies on disk, with everything that is wrong with its metadata. */
export interface Collection {
  readonly site: SiteSettings | undefined;
  readonly vocabulary: Vocabulary;
  readonly keywords: readonly KeywordMetadata[];
  readonly lists: readonly ListFile[];
  readonly notes: readonly NoteFile[];
  readonly problems: readonly Problem[];
}

/** Reads and checks a collection's metadata; the bodies of the notes are rendered, and checked, apart. */
export function readCollection(place: CollectionPlace, files: Files = localFiles): Collection {
  const site = readSite(place, files);
  const keywords = readKeywords(place, files);
  const lists = readLists(place, files);
  const notes = readNotes(place, files);
  const vocabulary = createVocabulary(keywords.value);
  return {
    site: site.value,
    vocabulary,
    keywords: keywords.value,
    lists: lists.value,
    notes: notes.value,
    problems: [
      ...site.problems,
      ...keywords.problems,
      ...checkVocabulary(keywords.value, keywords.yaml),
      ...lists.problems,
      ...checkLists(lists.value, new Set(notes.ids)),
      ...notes.problems,
      ...checkKeywordUse(notes.value, vocabulary),
      ...checkRelations(notes.value, new Set(notes.ids)),
      ...checkObjectives(notes.value),
      ...checkQuestions(notes.value),
    ],
  };
}

/** Reads `site.yaml`. */
export function readSite({ contentDir }: CollectionPlace, files: Files = localFiles) {
  const path = join(contentDir, 'site.yaml');
  const text = files.read(path);
  if (text === undefined) return { value: undefined, problems: [missingFile(path, 'Write it with at least a “title: { en: …, zh: … }”.')] };
  return validate(siteSchema, readYaml(text, displayPath(path)));
}

/** Reads `keywords.yaml`; a collection without one has an empty vocabulary. */
export function readKeywords({ contentDir }: CollectionPlace, files: Files = localFiles) {
  const path = join(contentDir, 'keywords.yaml');
  const yaml = readYaml(files.read(path) ?? '[]', displayPath(path));
  const { value, problems } = validate(vocabularySchema, yaml.data === null ? { ...yaml, data: [] } : yaml);
  return { value: value ?? [], problems, yaml };
}

function missingFile(path: string, hint: string): Problem {
  return { rule: 'collection/missing-file', message: `${displayPath(path)} does not exist.`, hint, file: displayPath(path), ...START };
}
