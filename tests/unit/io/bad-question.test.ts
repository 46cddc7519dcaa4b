import { describe, expect, test } from 'vitest';
import { problemsOfNote } from '../../helpers/memory-files.ts';

describe('the questions of a note', () => {
  test('that are none', () => {
    expect(problemsOfNote('title: A\nquestions:\n  - Why?\n  - {}\n  - en:\n  - { fr: Pourquoi ? }')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:5 error schema/invalid-value
        questions: “Why?” is no question.
        Write it as “en: …?”, as “zh: …？”, or as both.
      content/notes/lamp.md:5:5 error schema/invalid-value
        questions: “{}” is no question.
        Write it as “en: …?”, as “zh: …？”, or as both.
      content/notes/lamp.md:6:8 error schema/invalid-value
        questions.en: the value is empty.
        Write it; the line of a key that is not needed can be removed.
      content/notes/lamp.md:7:5 error schema/invalid-value
        questions: “{"fr":"Pourquoi ?"}” is no question.
        Write it as “en: …?”, as “zh: …？”, or as both.
      content/notes/lamp.md:7:7 error schema/unknown-key
        “questions.fr” is no key of this file.
        Remove it, or use one of: en, zh."
    `);
  });

  test('that are asked twice, at great length or without a question mark', () => {
    const long = `Why ${'does the lamp glow and '.repeat(8)}burn?`;
    const questions = `  - { en: Why does it glow?, zh: 它为什么发光 }\n  - { en: why does it GLOW ?, zh: 多亮？ }\n  - { en: "${long}", zh: 多久？ }`;
    expect(problemsOfNote(`title: A\nquestions:\n${questions}`)).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:34 warning note/no-question-mark
        “它为什么发光” does not end as a question.
        End it with “？”.
      content/notes/lamp.md:5:11 warning note/repeated-question
        “why does it GLOW ?” is asked twice.
        Remove one of the two, or ask another thing.
      content/notes/lamp.md:6:11 warning note/long-question
        The question “Why does the lamp glow and does the lamp glow and does the lamp glow and does the lamp glow and does the lamp glow and does the lamp glow and does the lamp glow…” has 193 characters.
        Ask in at most 160, or make several questions of it."
    `);
  });

  test('of which some stand in both languages and one does not', () => {
    expect(problemsOfNote('title: A\nquestions:\n  - { en: Why?, zh: 为什么？ }\n  - zh: 多久？')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:5:5 notice note/untranslated-question
        “多久？” stands in one language only.
        Add “en: …?”; until then the other page shows it as it is."
    `);
  });

  test('may all stand in one language', () => {
    expect(problemsOfNote('title: A\nquestions:\n  - en: Why?\n  - en: How?')).toBe('');
  });
});
