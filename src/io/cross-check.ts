import type { KeywordMetadata } from '../core/keyword/schema.ts';
import { foldName, type Vocabulary } from '../core/keyword/vocabulary.ts';
import type { Problem } from '../core/problem.ts';
import { nearest } from '../core/text/nearest.ts';
import type { ListFile } from './lists.ts';
import type { NoteFile } from './notes.ts';
import type { YamlText } from './yaml.ts';

/** What is wrong between the terms of a vocabulary: names given twice, broader terms that are missing or go in a circle. */
export function checkVocabulary(terms: readonly KeywordMetadata[], yaml: YamlText): Problem[] {
  const ids = new Set(terms.map((term) => term.id));
  const broaderOf = new Map(terms.map((term) => [term.id, term.broader]));
  return [
    ...repeatedNames(terms, yaml),
    ...needlessParaphrases(terms, yaml),
    ...terms.flatMap((term, index) =>
      broaderProblems(term, { ids, broaderOf, at: { file: yaml.file, ...yaml.placeOf([index, 'broader']) } }),
    ),
  ];
}

function repeatedNames(terms: readonly KeywordMetadata[], yaml: YamlText): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  terms.forEach((term, index) => {
    const names = new Map(namesIn(term).map((name) => [foldName(name), name]));
    for (const [folded, name] of names) {
      const owner = owners.get(folded);
      if (owner === undefined) owners.set(folded, term.id);
      else problems.push(repeatedName(name, { term, owner, at: { file: yaml.file, ...yaml.placeOf([index]) } }));
    }
  });
  return problems;
}

function namesIn({ id, en, zh, aliases }: KeywordMetadata): string[] {
  return [...aliases, zh, en, id];
}

function needlessParaphrases(terms: readonly KeywordMetadata[], yaml: YamlText): Problem[] {
  const owners = new Map(terms.flatMap((term) => namesIn(term).map((name) => [foldName(name), term.id])));
  return terms.flatMap(({ id, paraphrases }, term) =>
    paraphrases.flatMap((words, index) => {
      const owner = owners.get(foldName(words));
      if (owner === undefined) return [];
      return {
        rule: 'keyword/needless-paraphrase' as const,
        message: `“${words}”, a paraphrase of “${id}”, is a name of “${owner}”.`,
        hint: 'Remove the paraphrase; names are searched in any case.',
        file: yaml.file,
        ...yaml.placeOf([term, 'paraphrases', index]),
      };
    }),
  );
}

type At = Pick<Problem, 'file' | 'line' | 'column'>;

function repeatedName(name: string, { term, owner, at }: { term: KeywordMetadata; owner: string; at: At }): Problem {
  return {
    rule: 'keyword/duplicate-label',
    message: `“${name}” names both “${owner}” and “${term.id}”.`,
    hint: 'Give the name to one of them; a note that uses it must know which is meant.',
    ...at,
  };
}

interface BroaderContext {
  readonly ids: ReadonlySet<string>;
  readonly broaderOf: ReadonlyMap<string, string | undefined>;
  readonly at: At;
}

function broaderProblems({ id, broader }: KeywordMetadata, { ids, broaderOf, at }: BroaderContext): Problem[] {
  if (broader === undefined) return [];
  if (!ids.has(broader)) {
    const near = nearest(broader, ids);
    return [
      {
        rule: 'keyword/unknown-broader',
        message: `“${id}” names the broader term “${broader}”, which does not exist.`,
        hint: near ? `Did you mean “${near}”?` : 'Write the id of a term of this file.',
        ...at,
      },
    ];
  }
  return isCyclic(id, broaderOf)
    ? [
        {
          rule: 'keyword/cyclic-broader',
          message: `“${id}” is, through its broader terms, broader than itself.`,
          hint: 'Remove “broader” from one of the terms in the circle.',
          ...at,
        },
      ]
    : [];
}

function isCyclic(id: string, broaderOf: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let current = broaderOf.get(id); current !== undefined && !seen.has(current); current = broaderOf.get(current)) {
    if (current === id) return true;
    seen.add(current);
  }
  return false;
}

/** Lists that name notes which do not exist, or one note twice. */
export function checkLists(lists: readonly ListFile[], ids: ReadonlySet<string>): Problem[] {
  return lists.flatMap(({ list, yaml }) => {
    const named = new Set<string>();
    return list.notes.flatMap(({ note: id }, index): Problem[] => {
      const at = { file: yaml.file, ...yaml.placeOf(['notes', index]) };
      if (!ids.has(id)) {
        const near = nearest(id, ids);
        return [
          {
            rule: 'list/missing-note',
            message: `The list names “${id}”, but there is no note of that id.`,
            hint: near ? `Did you mean “${near}”?` : `Write notes/${id}.md, or remove the line.`,
            ...at,
          },
        ];
      }
      if (!named.has(id)) {
        named.add(id);
        return [];
      }
      return [{ rule: 'list/repeated-note', message: `The list names “${id}” twice.`, hint: 'Remove one of the two lines.', ...at }];
    });
  });
}

/** Keywords of notes that are nearly one of the vocabulary, or that mean the same term twice. */
export function checkKeywordUse(notes: readonly NoteFile[], vocabulary: Vocabulary): Problem[] {
  const suggestions = new Map<string, string | undefined>();
  const suggest = (text: string) => {
    if (!suggestions.has(text)) suggestions.set(text, vocabulary.suggest(text));
    return suggestions.get(text);
  };
  return notes.flatMap(({ metadata, yaml }) => {
    const seen = new Map<string, string>();
    return metadata.keywords.flatMap((text, index): Problem[] => {
      const at = { file: yaml.file, ...yaml.placeOf(['keywords', index]) };
      const keyword = vocabulary.resolve(text);
      const before = seen.get(keyword.id);
      seen.set(keyword.id, text);
      if (before !== undefined)
        return [
          {
            rule: 'note/duplicate-keyword',
            message: `“${before}” and “${text}” are the same keyword.`,
            hint: 'Remove one of the two.',
            ...at,
          },
        ];
      const near = keyword.known ? undefined : suggest(text);
      return near === undefined
        ? []
        : [
            {
              rule: 'note/near-keyword',
              message: `“${text}” is not in keywords.yaml, but nearly “${near}”.`,
              hint: `Write “${near}”, or add “${text}” to keywords.yaml.`,
              ...at,
            },
          ];
    });
  });
}
