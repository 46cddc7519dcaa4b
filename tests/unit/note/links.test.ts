import { expect, test } from 'vitest';
import { localPdfName, outwardLinks, remotePdfs } from '../../../src/core/note/links.ts';
import { linkPages } from '../../../src/core/note/page-links.ts';

const links = {
  arxiv: '2405.14734',
  openreview: 'abc_D',
  doi: '10.5555/1',
  code: 'https://c.org',
  project: 'https://p.org',
  data: 'https://d.org',
};

test('outward links stand in one order and leave a local PDF out', () => {
  expect(outwardLinks({ links: { ...links, pdf: 'a.pdf' } }).map(({ kind, url }) => `${kind} ${url}`)).toEqual([
    'arxiv https://arxiv.org/abs/2405.14734',
    'openreview https://openreview.net/forum?id=abc_D',
    'doi https://doi.org/10.5555/1',
    'code https://c.org',
    'project https://p.org',
    'data https://d.org',
  ]);
  expect(outwardLinks({ links: {} })).toEqual([]);
});

test('a remote PDF comes before the copies of OpenReview and arXiv', () => {
  expect(remotePdfs({ links: { ...links, pdf: 'https://x.org/a.pdf' } }).map(({ url }) => url)).toEqual([
    'https://x.org/a.pdf',
    'https://openreview.net/pdf?id=abc_D',
    'https://arxiv.org/pdf/2405.14734',
  ]);
});

test.each([
  ['a.pdf', 'a.pdf'],
  ['https://x.org/a.pdf', undefined],
  [undefined, undefined],
])('links.pdf: %s names the local file %s', (pdf, name) => {
  expect(localPdfName({ links: { pdf } })).toBe(name);
});

test('page citations lead to the reader', () => {
  const html = '<a href="#page=4">p. 4</a> <a href="#fn-1">1</a>';
  expect(linkPages(html, '/papers/x/read/')).toBe('<a data-page-link href="/papers/x/read/#page=4">p. 4</a> <a href="#fn-1">1</a>');
});
