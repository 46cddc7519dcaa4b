import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/problem.ts';
import { readCollection } from '../../../src/io/collection.ts';
import { memoryFiles, memoryPlace, problemsIn, readMemory } from '../../helpers/memory-files.ts';

const note = '---\ntitle: A Lamp\n---\n';

describe('keywords.yaml', () => {
  const problemsOfTerms = (text: string) => problemsIn({ 'content/keywords.yaml': text });

  test('with a key that does not exist', () => {
    expect(problemsOfTerms('- id: a\n  en: A\n  zh: 甲\n  glos: { en: x }\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:4:3 error schema/unknown-key
        “glos” is no key of this file.
        Did you mean “gloss”? Known keys: id, en, zh, aliases, paraphrases, gloss, broader."
    `);
    expect(problemsOfTerms('- id: a\n  en: A\n  zh: 甲\n- id: b\n  en: B\n  zh: 乙\n  gloss: { e: x }\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:7:12 error schema/unknown-key
        “gloss.e” is no key of this file.
        Remove it, or use one of: en, zh."
    `);
  });

  test('with a term that lacks something', () => {
    expect(problemsOfTerms('- id: a\n  en: A\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:1:3 error schema/missing-key
        “zh” is missing.
        Add a line “zh: …”."
    `);
    expect(problemsOfTerms('- A Term\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:1:3 error schema/invalid-value
        The entry: “A Term” is not a set of keys.
        Write keys with values, such as “key: value”, each on a line of its own."
    `);
    expect(problemsOfTerms('a: { en: A }\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:1:1 error schema/invalid-value
        The file: “{"a":{"en":"A"}}” is not a list.
        Write a list, such as [one, two]."
    `);
  });

  test('with values of the wrong kind', () => {
    expect(problemsOfTerms('- id: A Term\n  en: A\n  zh: 甲\n  aliases: [[x]]\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:1:7 error schema/invalid-value
        id: “A Term” is no id.
        Write lower-case words joined by hyphens.
      content/keywords.yaml:4:13 error schema/invalid-value
        aliases: “["x"]” is no name.
        Write a text, such as “SimPO”."
    `);
  });

  test('with a name that two terms share', () => {
    expect(problemsOfTerms('- { id: a, en: Wick, zh: 甲 }\n- { id: b, en: B, zh: 乙, aliases: [WICK] }\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:2:3 error keyword/duplicate-label
        “WICK” names both “a” and “b”.
        Give the name to one of them; a note that uses it must know which is meant."
    `);
  });

  test('with a paraphrase that is a name', () => {
    expect(problemsOfTerms('- { id: a, en: Wick, zh: 甲, paraphrases: [burns] }\n- { id: b, en: B, zh: 乙, paraphrases: [wick] }\n'))
      .toMatchInlineSnapshot(`
        "content/keywords.yaml:2:40 warning keyword/needless-paraphrase
          “wick”, a paraphrase of “b”, is a name of “a”.
          Remove the paraphrase; names are searched in any case."
      `);
  });

  test('with broader terms that are missing or go in a circle', () => {
    expect(problemsOfTerms('- { id: task, en: Task, zh: 任务 }\n- { id: chat, en: Chat, zh: 聊天, broader: taks }\n'))
      .toMatchInlineSnapshot(`
      "content/keywords.yaml:2:42 error keyword/unknown-broader
        “chat” names the broader term “taks”, which does not exist.
        Did you mean “task”?"
    `);
    expect(problemsOfTerms('- { id: a, en: A, zh: 甲, broader: b }\n- { id: b, en: B, zh: 乙, broader: a }\n')).toMatchInlineSnapshot(`
      "content/keywords.yaml:1:35 error keyword/cyclic-broader
        “a” is, through its broader terms, broader than itself.
        Remove “broader” from one of the terms in the circle.
      content/keywords.yaml:2:35 error keyword/cyclic-broader
        “b” is, through its broader terms, broader than itself.
        Remove “broader” from one of the terms in the circle."
    `);
  });

  test('may be absent or empty', () => {
    expect(problemsOfTerms('')).toBe('');
    expect(problemsOfTerms('# nothing yet\n')).toBe('');
    expect(problemsIn({})).toBe('');
  });
});

describe('a list', () => {
  const problemsOfList = (text: string) => problemsIn({ 'content/lists/shelf.yaml': text, 'content/notes/lamp.md': note });

  test('that names a note which does not exist', () => {
    expect(problemsOfList('title: { en: Shelf }\nnotes:\n  - lamp\n  - lapm\n  - window\n')).toMatchInlineSnapshot(`
      "content/lists/shelf.yaml:4:5 error list/missing-note
        The list names “lapm”, but there is no note of that id.
        Did you mean “lamp”?
      content/lists/shelf.yaml:5:5 error list/missing-note
        The list names “window”, but there is no note of that id.
        Write notes/window.md, or remove the line."
    `);
  });

  test('that names a note twice', () => {
    expect(problemsOfList('title: { en: Shelf }\nnotes: [lamp, lamp]\n')).toMatchInlineSnapshot(`
      "content/lists/shelf.yaml:2:15 warning list/repeated-note
        The list names “lamp” twice.
        Remove one of the two lines."
    `);
  });

  test('with a title in no language or in an unknown one', () => {
    expect(problemsOfList('title: {}\nnotes: []\n')).toMatchInlineSnapshot(`
      "content/lists/shelf.yaml:1:8 error schema/invalid-value
        title: “{}” has no text.
        Give it in English, Chinese or both."
    `);
    expect(problemsOfList('title: { en: Shelf, fr: Étagère }\nnotes: []\n')).toMatchInlineSnapshot(`
      "content/lists/shelf.yaml:1:21 error schema/unknown-key
        “title.fr” is no key of this file.
        Remove it, or use one of: en, zh."
    `);
  });

  test('may name a note whose front matter is broken: that is told once, at the note', () => {
    const files = {
      'content/lists/shelf.yaml': 'title: { en: Shelf }\nnotes: [lamp]\n',
      'content/notes/lamp.md': '---\ndate: 2024\n---\n',
    };
    expect(readMemory(files).problems.map(({ rule }) => rule)).toEqual(['schema/missing-key']);
  });
});

describe('site.yaml', () => {
  test('that does not exist', () => {
    expect(readCollection(memoryPlace, memoryFiles({})).problems.map(formatProblem).join('\n')).toMatchInlineSnapshot(`
      "content/site.yaml:1:1 error collection/missing-file
        content/site.yaml does not exist.
        Write it with at least a “title: { en: …, zh: … }”."
    `);
  });

  test('with a key or an address that is wrong', () => {
    expect(problemsIn({ 'content/site.yaml': 'title: { en: A }\ndescripton: { en: B }\nrepository: github.com/x/y\n' }))
      .toMatchInlineSnapshot(`
      "content/site.yaml:2:1 error schema/unknown-key
        “descripton” is no key of this file.
        Did you mean “description”? Known keys: title, description, author, repository, license.
      content/site.yaml:3:13 error schema/invalid-value
        repository: “github.com/x/y” is no web address.
        Write it in full, beginning with https://."
    `);
    expect(problemsIn({ 'content/site.yaml': 'title: A\n' })).toMatchInlineSnapshot(`
      "content/site.yaml:1:8 error schema/invalid-value
        title: “A” is not a set of keys.
        Write keys with values, such as “key: value”, each on a line of its own."
    `);
  });
});

test('a folder with nothing but a read-me is a collection', () => {
  expect(readMemory({ 'content/notes/README.md': '# How to write notes' }).notes).toEqual([]);
});
