import { describe, expect, test } from 'vitest';
import { formatProblem, rules, sortProblems } from '../../../src/core/problem.ts';
import { renderNoteBody } from '../../../src/markdown/note-document.ts';
import { renderMarkdown } from '../../../src/markdown/pipeline.ts';
import { randomTexts } from '../../helpers/random.ts';

/** The problems of a body whose first line is line 11 of its file. */
function problemsOf(body: string): string {
  return sortProblems(renderNoteBody({ file: 'lamp.md', body, bodyLine: 10 }).problems)
    .map(formatProblem)
    .join('\n');
}

describe('what is wrong with a body is told with its line in the file', () => {
  test('broken LaTeX, inline and displayed', () => {
    expect(problemsOf('## Key points\n\nText $x$ and\nmore $\\frac{1}$.\n\n$$\n\\foo\n$$')).toMatchInlineSnapshot(`
      "lamp.md:14:6 error note/broken-math
        The formula cannot be read: Unexpected end of input in a macro argument, expected '}'
        Mend “\\frac{1}”, or write \\$ where a dollar sign is meant.
      lamp.md:16:1 error note/broken-math
        The formula cannot be read: Undefined control sequence: \\foo
        Mend “\\foo”, or write \\$ where a dollar sign is meant."
    `);
  });

  test('abstracts that do not match', () => {
    expect(problemsOf('## Abstract\n\nOne. Two.\n\n## 摘要\n\n一。\n')).toMatchInlineSnapshot(`
      "lamp.md:15:1 warning note/abstract-mismatch
        The English abstract has 2 sentences, the Chinese one 1; the page pairs paragraphs instead.
        Split or join sentences until sentence k of one says what sentence k of the other says."
    `);
    expect(problemsOf('## 摘要\n\n一。\n\n二。\n\n## Abstract\n\nOne.\n')).toMatchInlineSnapshot(`
      "lamp.md:11:1 warning note/abstract-mismatch
        The English abstract has 1 sentence, the Chinese one 2; the page pairs the two texts as wholes instead.
        Split or join sentences until sentence k of one says what sentence k of the other says."
    `);
  });

  test('an empty section', () => {
    expect(problemsOf('## Key points\n\nText.\n\n## Abstract\n')).toMatchInlineSnapshot(`
      "lamp.md:15:1 warning note/empty-section
        The section “Abstract” is empty; the page leaves it out.
        Write it, or remove its heading."
    `);
  });

  test('HTML, unsafe links and images', () => {
    expect(problemsOf('<script>x</script>\n\n[a](javascript:x)\n\n![b](https://x.org/b.png)')).toMatchInlineSnapshot(`
      "lamp.md:11:1 warning note/raw-html
        HTML is shown as text: <script>x</script>
        Write Markdown; for a link, [words](https://…).
      lamp.md:13:1 warning note/unsafe-link
        The link to “javascript:x” is taken off.
        Link to an address that begins with https://.
      lamp.md:15:1 warning note/remote-image
        The image https://x.org/b.png is shown as a link.
        Link to the figure’s page in the paper instead, such as [Figure 2](#page=5)."
    `);
  });

  test('a footnote in an abstract', () => {
    expect(problemsOf('## Abstract\n\nOne.[^1]\n\n[^1]: x')).toMatchInlineSnapshot(`
      "lamp.md:13:5 warning note/abstract-footnote
        The footnote “1” stands in an abstract; the page leaves it out.
        Say it in the sentence itself, or in a section of its own."
    `);
  });

  test('a fault in a footnote that two sections share, once', () => {
    expect(renderNoteBody({ file: 'a.md', body: '## A\n\na[^1]\n\n## B\n\nb[^1]\n\n[^1]: $\\foo$', bodyLine: 0 }).problems).toHaveLength(1);
  });
});

test('a paragraph that says “Abstract” before the first heading is no abstract', () => {
  const { document, problems } = renderNoteBody({ file: 'a.md', body: 'Abstract\n\n## 摘要\n\n一。\n', bodyLine: 0 });
  expect(document.abstract?.locales).toEqual(['zh']);
  expect(document.sections.map(({ id, html }) => [id, html])).toEqual([['introduction', '<p>Abstract</p>']]);
  expect(problems).toEqual([]);
});

test('an empty body is an empty document', () => {
  expect(renderNoteBody({ file: 'a.md', body: '', bodyLine: 0 })).toEqual({
    document: { keyPoints: {}, abstract: undefined, sections: [], hasMath: false },
    problems: [],
  });
});

const pieces = [
  ...[
    '# ',
    '## ',
    '### ',
    '## Abstract\n',
    '## 摘要\n',
    '## Key points\n',
    '\n',
    '\n\n',
    '    ',
    '- ',
    '1. ',
    '> ',
    '---',
    '***',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '```\n',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '[^1]',
    '[^1]: ',
    '[a]: ',
    ': ',
    '| a | b |\n|-|-|\n',
    '|',
    '\\',
    '&',
    '&#106;',
    '&lt;',
    '"',
    "'",
    '<!--',
    '-->',
  ],
  ...[
    'javascript:',
    'JaVaScRiPt:',
    'data:text/html,',
    'https://x.org/',
    'www.x.org',
    ' onclick="x"',
    '<script>',
    '</script>',
    '<img src=x onerror=y>',
    '<a href="javascript:x">',
    '<svg onload=x>',
    '<style>',
  ],
  ...[
    '$',
    '$$',
    '$$\n',
    '\\frac',
    '{',
    '}',
    '^',
    '\\textbf{',
    '\\href{javascript:x}{y}',
    '\\htmlStyle{color:red}{x}',
    '\\includegraphics{x}',
    "``a''",
    '--',
    '偏好',
    '。',
    '. A',
    'word',
    ' ',
    '\t',
    '\u0000',
    '\uFEFF',
    '\u202E',
  ],
];

/** All text is escaped, so every `<` in a page's HTML begins a tag; a value may hold anything but its own quote. */
const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[^\s=<>"']+(?:="[^"]*")?)*)\s*\/?>/giy;
const ATTRIBUTE = /([^\s=<>"']+)(?:="([^"]*)")?/g;
const FORBIDDEN_TAGS = new Set(['script', 'style', 'iframe', 'object', 'embed', 'img', 'form', 'link', 'meta', 'base']);

/** What a browser could run or load in a piece of HTML, or what is no HTML at all. */
function dangersIn(html: string): string[] {
  const dangers: string[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
    TAG.lastIndex = at;
    const match = TAG.exec(html);
    if (!match) dangers.push(`no tag: ${html.slice(at, at + 60)}`);
    else if (FORBIDDEN_TAGS.has(match[1]!.toLowerCase())) dangers.push(match[0]);
    else
      dangers.push(
        ...attributesIn(match[2]!)
          .filter(([name, value]) => isDangerous(name, value))
          .map(() => match[0]),
      );
  }
  return dangers;
}

function attributesIn(text: string): [name: string, value: string][] {
  return [...text.matchAll(ATTRIBUTE)].map((match) => [match[1]!.toLowerCase(), match[2] ?? '']);
}

function isDangerous(name: string, value: string): boolean {
  if (name.startsWith('on') || name === 'src' || name === 'srcset' || name === 'srcdoc') return true;
  return (
    /^(?:href|action|formaction|xlink:href)$/.test(name) &&
    !/^(?:https?:|mailto:|#|\.{0,2}\/|[^:]*$)/i.test(value.replaceAll('&#x26;', '&'))
  );
}

describe('whatever Markdown there is', () => {
  test('the check itself finds what it looks for', () => {
    expect(dangersIn('<p>fine</p>')).toEqual([]);
    for (const html of ['<script>', '<a href="javascript:x">', '<b onclick="x">', '<img src="x">', '< b', '<a href=x>'])
      expect(dangersIn(html)).toHaveLength(1);
  });

  test('nothing in a note can run, nothing is loaded, nothing throws', () => {
    for (const body of randomTexts(pieces, { seed: 5, count: 400, most: 40 })) {
      const { document, problems } = renderNoteBody({ file: 'lamp.md', body, bodyLine: 0 });
      const units = (document.abstract?.paragraphs ?? []).flat().flatMap(({ en, zh }) => [en, zh]);
      const htmls = [document.keyPoints.en, document.keyPoints.zh, ...units, ...document.sections.map(({ html }) => html)];
      expect({ body, dangers: htmls.flatMap((html) => dangersIn(html ?? '')) }).toEqual({ body, dangers: [] });
      expect(problems.filter(({ rule, line }) => !(rule in rules) || line > body.split('\n').length)).toEqual([]);
    }
  }, 20_000);
});

test('renderMarkdown gives HTML and keeps what was wrong on the file', () => {
  const { html, file } = renderMarkdown('**a** <b>');
  expect(html).toBe('<p><strong>a</strong> &#x3C;b></p>');
  expect(file.messages.map(({ ruleId }) => ruleId)).toEqual(['note/raw-html']);
});
