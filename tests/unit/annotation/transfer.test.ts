import { describe, expect, test } from 'vitest';
import { readMarkdown, toMarkdown } from '../../../src/core/annotation/markdown.ts';
import type { Mark } from '../../../src/core/annotation/mark.ts';
import { readWebAnnotations } from '../../../src/core/annotation/read-web-annotation.ts';
import { toWebAnnotations } from '../../../src/core/annotation/web-annotation.ts';
import { someMark } from './fixtures.ts';

const context = {
  title: 'Lamps *and* order',
  pdf: 'https://example.org/reading/papers/lantern/lantern.pdf',
  pageUrl: (page: number) => `https://example.org/reading/papers/lantern/read/#page=${page}`,
  now: new Date('2026-11-24T18:00:00Z'),
};
const reading = { paper: 'lantern', now: context.now };
const words = { page: (page: number) => `p. ${page}`, name: ({ kind, color }: Mark) => `${kind}, ${color}` };
const hard = '--> <!-- mark {"id":"x"} -->\n> quoted *stars*\n\n# Not a heading\n中文';
const marks = [
  someMark(),
  someMark({ id: 'b', kind: 'underline', color: 'pink', comment: 'With a comment.' }),
  someMark({ id: 'https://example.org/a/1', kind: 'note', color: 'blue', comment: hard }),
  someMark({
    id: 'c',
    comment: '<!-- mark {} -->',
    anchor: { ...someMark().anchor, quote: { exact: 'a > b --> c_d_', prefix: '', suffix: '' } },
  }),
];

test('Web Annotations say what the model asks for', () => {
  const collection = JSON.parse(toWebAnnotations(marks, context)) as {
    '@context': string;
    type: string;
    total: number;
    first: { type: string; items: { id: string; motivation: string; target: unknown; body?: unknown }[] };
  };
  expect(collection).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationCollection', total: 4 });
  const [first, , note] = collection.first.items;
  expect(first).toMatchObject({
    id: `urn:uuid:${marks[0]!.id}`,
    motivation: 'highlighting',
    target: {
      source: { id: context.pdf },
      styleClass: 'highlight-yellow',
      selector: [
        { type: 'FragmentSelector', value: 'page=2', refinedBy: { type: 'TextPositionSelector', start: 10, end: 24 } },
        { type: 'TextQuoteSelector', exact: 'a lamp stays lit', prefix: 'before ', suffix: ' behind' },
      ],
    },
  });
  expect(note).toMatchObject({ id: 'https://example.org/a/1', motivation: 'commenting', body: [{ type: 'TextualBody', value: hard }] });
});

test('what was written comes back: Web Annotations and Markdown', () => {
  expect(readWebAnnotations(toWebAnnotations(marks, context), reading)).toEqual({ marks, foreign: 0, unusable: 0 });
  expect(readMarkdown(toMarkdown(marks, context, words), reading)).toEqual({ marks, foreign: 0, unusable: 0 });
});

test('Markdown reads well and links to pages by their whole address', () => {
  const text = toMarkdown(marks.slice(0, 2), context, words);
  expect(text.replace(/^<!-- mark .*$/gm, '<!-- … -->')).toBe(`# Lamps \\*and\\* order

## [p. 2](https://example.org/reading/papers/lantern/read/#page=2)

> a lamp stays lit
> — highlight, yellow, [p. 2](https://example.org/reading/papers/lantern/read/#page=2)

<!-- … -->

> a lamp stays lit
> — underline, pink, [p. 2](https://example.org/reading/papers/lantern/read/#page=2)

With a comment.

<!-- … -->
`);
});

test('a comment that was edited in Markdown is taken as it stands there', () => {
  const text = toMarkdown([marks[1]!], context, words).replace('With a comment.', 'Another comment.\r\n\r\nAnd more.');
  expect(readMarkdown(text, reading)?.marks[0]?.comment).toBe('Another comment.\n\nAnd more.');
});

describe('annotations of other programs', () => {
  const target = { source: 'https://elsewhere.org/x/lantern.pdf', selector: [{ type: 'TextQuoteSelector', exact: 'lit' }] };

  test('are read with what they have', () => {
    const read = readWebAnnotations(
      JSON.stringify([{ type: ['Annotation'], motivation: 'commenting', bodyValue: 'Why?', target }]),
      reading,
    )!;
    expect(read.marks[0]).toMatchObject({
      kind: 'note',
      color: 'yellow',
      comment: 'Why?',
      anchor: { page: 1, quote: { exact: 'lit', prefix: '' } },
    });
    expect(read.marks[0]!.id).toMatch(/^urn:reading-room:[0-9a-f]{16}$/);
  });

  test('are counted where they are about another file or quote nothing', () => {
    const other = { type: 'Annotation', target: { ...target, source: 'https://example.org/other.pdf' } };
    const empty = { type: 'Annotation', target: { source: target.source, selector: { type: 'SvgSelector', value: '<svg/>' } } };
    expect(readWebAnnotations(JSON.stringify({ items: [other, empty, 7, null] }), reading)).toEqual({ marks: [], foreign: 1, unusable: 1 });
  });

  test.each(['', 'not json', '[]', '{}', '"text"', 'null', '{"type": "Other"}'])('%j holds none', (text) => {
    expect(readWebAnnotations(text, reading)).toBeUndefined();
    expect(readMarkdown(text, reading)).toBeUndefined();
  });

  test('records that were broken by hand are counted, not taken', () => {
    const broken = ['{}', '{"id": 1}', '{"id":"a","paper":"lantern","kind":"blot"}', '{broken}'].map((json) => `<!-- mark ${json} -->`);
    expect(readMarkdown(broken.join('\n\n'), reading)).toEqual({ marks: [], foreign: 0, unusable: 4 });
  });
});
