import { expect, test } from 'vitest';
import { splitSource } from '../../../src/core/note/source-text.ts';

test.each([
  ['a plain note', '---\ntitle: A\n---\nBody', { frontMatter: 'title: A', body: 'Body', bodyLine: 3 }],
  ['Windows line ends', '---\r\ntitle: A\r\n---\r\nOne\r\nTwo', { frontMatter: 'title: A', body: 'One\nTwo', bodyLine: 3 }],
  ['a byte order mark', '\uFEFF---\ntitle: A\n---\nBody', { frontMatter: 'title: A', body: 'Body', bodyLine: 3 }],
  ['spaces after the hyphens', '--- \ntitle: A\n---\t\nBody', { frontMatter: 'title: A', body: 'Body', bodyLine: 3 }],
  ['no body', '---\ntitle: A\n---', { frontMatter: 'title: A', body: '', bodyLine: 2 }],
  ['no front matter', '# Title\n', { frontMatter: undefined, body: '# Title\n', bodyLine: 0 }],
  ['no end', '---\ntitle: A\n', { frontMatter: undefined, body: '---\ntitle: A\n', bodyLine: 0 }],
  ['nothing in it', '---\n---\nBody\n\n---\n', { frontMatter: '', body: 'Body\n\n---\n', bodyLine: 2 }],
  ['a rule in the body', '---\ntitle: A\n---\nOne\n\n---\n\nTwo', { frontMatter: 'title: A', body: 'One\n\n---\n\nTwo', bodyLine: 3 }],
  [
    'hyphens inside a value',
    '---\ntitle: a --- b\nvenue: ---x\n---\nBody',
    { frontMatter: 'title: a --- b\nvenue: ---x', body: 'Body', bodyLine: 4 },
  ],
])('%s', (_, source, parts) => {
  expect(splitSource(source)).toEqual(parts);
});
