import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/problem.ts';
import { checkBodies } from '../../../src/io/bodies.ts';
import { readCollection } from '../../../src/io/collection.ts';
import { bareSite, memoryFiles, memoryPlace } from '../../helpers/memory-files.ts';

const keywords = `
- { id: length-bias, en: Length bias, zh: 长度偏差, aliases: [冗长偏差, LB] }
- { id: text, en: Text, zh: 文本, aliases: [文字] }
`;

function problemsOfBodies(notes: Readonly<Record<string, string>>): string {
  const texts = Object.fromEntries(Object.entries(notes).map(([id, text]) => [`content/notes/${id}.md`, text]));
  const files = memoryFiles({ ...bareSite, 'content/keywords.yaml': keywords, ...texts });
  return checkBodies(readCollection(memoryPlace, files), files).map(formatProblem).join('\n');
}

const bilingual = (en: string, zh: string) => `---\ntitle: A\n---\n\n## Abstract\n\n${en}\n\n## 摘要\n\n${zh}\n`;

describe('a term', () => {
  test('that the translation calls by another of its Chinese names', () => {
    expect(problemsOfBodies({ lamp: bilingual('It has a length bias.\nIt reads text.', '它有冗长偏差。\n它能读文字。') }))
      .toMatchInlineSnapshot(`
      "content/notes/lamp.md:12:1 warning note/mixed-rendering
        “Length bias” is rendered as 冗长偏差 here.
        Write 长度偏差, as keywords.yaml has it, so that one term is translated one way.
      content/notes/lamp.md:12:1 warning note/mixed-rendering
        “Text” is rendered as 文字 here.
        Write 文本, as keywords.yaml has it, so that one term is translated one way."
    `);
  });

  test('that the translation does not name', () => {
    expect(problemsOfBodies({ lamp: bilingual('Its length-bias is small.', '它偏爱长回答的倾向很弱。') })).toMatchInlineSnapshot(`
      "content/notes/lamp.md:11:1 notice note/unrendered-term
        “Length bias” stands in the English passage, but no name of it in this one.
        Write 长度偏差 if it is meant; or add the words used here to the term’s aliases."
    `);
  });

  test.each([
    ['by its label', 'A length bias.', '长度偏差。'],
    ['by an acronym', 'A length bias.', '即 LB。'],
    ['if it is one everyday word', 'A text.', '一段话。'],
    ['inside another word', 'A context.', '一段上下文字。'],
  ])('may be rendered %s', (_, en, zh) => {
    expect(problemsOfBodies({ lamp: bilingual(en, zh) })).toBe('');
  });

  test('in key points is looked for point by point, wherever both sides have as many', () => {
    const points = (zh: string) => `---\ntitle: A\n---\n\n## Key points\n\n- One.\n- Length bias.\n\n## 主要内容\n\n- 一。\n${zh}`;
    expect(problemsOfBodies({ lamp: points('- 冗长偏差。\n') })).toContain('lamp.md:13:1 warning note/mixed-rendering');
    expect(problemsOfBodies({ lamp: points('') })).toBe('');
  });
});

describe('a relation', () => {
  const lantern = '---\ntitle: "Lantern Tuning: Order"\nshortTitle: L-Tune\n---\n';
  const related = (body: string) => `---\ntitle: A\nrelations: { extends: [lantern] }\n---\n\n${body}\n`;

  test('that the text does not bear out', () => {
    expect(problemsOfBodies({ lantern, lamp: related('It stands alone.') })).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:24 warning note/unsupported-relation
        “extends” names “lantern”, but the note’s text does not speak of that paper.
        Say in the text how the two are related, calling it “L-Tune”, or remove the relation."
    `);
  });

  test.each(['It builds on L Tune.', 'It builds on lantern tuning.'])('is borne out by “%s”', (text) => {
    expect(problemsOfBodies({ lantern, lamp: related(text) })).toBe('');
  });
});
