import { expect, test } from 'vitest';
import { localPdfName, outwardLinks, remotePdfs } from '../../../src/core/note/links.ts';
import { linkPlaces, readPlace } from '../../../src/core/note/place-links.ts';
import { siteUrls } from '../../../src/core/site/urls.ts';

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

const context = { reader: '/r/papers/x/read/', urls: siteUrls('/r/'), locale: 'zh' } as const;

test('page citations lead to the reader, on whose own page they stay', () => {
  const html = '<a href="#page=4">p. 4</a> <a href="#fn-1">1</a>';
  expect(linkPlaces(html, context)).toBe('<a data-page-link href="/r/papers/x/read/#page=4">p. 4</a> <a href="#fn-1">1</a>');
  expect(linkPlaces(html, { ...context, reader: '' })).toContain('<a data-page-link href="#page=4">');
});

test.each([
  ['simpo.md', '/r/zh/papers/simpo/'],
  ['./SimPO.md#key-points', '/r/zh/papers/simpo/#key-points'],
  ['../notes/ns-dpo.md', '/r/zh/papers/ns-dpo/'],
  ['../lists/daily.yaml', '/r/zh/lists/daily/'],
  ['../keywords.yaml#dpo', '/r/zh/keywords/dpo/'],
])('a note links to %s, and its page to %s', (written, address) => {
  expect(linkPlaces(`<a href="${written}" title="t">x</a>`, context)).toBe(`<a href="${address}" title="t">x</a>`);
});

test.each(['https://e.org/README.md', '//e.org/a.md', '/notes/simpo.md', '../papers/a.pdf', 'a b.md', '#key-points', '../keywords.yaml'])(
  '%s stays as it is',
  (written) => {
    expect(linkPlaces(`<a href="${written}">x</a>`, context)).toBe(`<a href="${written}">x</a>`);
    expect(readPlace(written)).toBeUndefined();
  },
);
