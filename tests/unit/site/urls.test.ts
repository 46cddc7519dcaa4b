import { describe, expect, test } from 'vitest';
import { exportFormats, normalizeBase, siteUrls, twinPath } from '../../../src/core/site/urls.ts';

test.each([
  ['', '/'],
  ['/', '/'],
  ['//', '/'],
  ['repo', '/repo/'],
  ['/repo', '/repo/'],
  ['/repo/', '/repo/'],
  ['a/b', '/a/b/'],
])('the base %j is %s', (base, normalized) => {
  expect(normalizeBase(base)).toBe(normalized);
  expect(siteUrls(base).base).toBe(normalized);
});

describe.each(['/', '/repo/', '/a/b'])('below %s', (base) => {
  const root = normalizeBase(base);
  const urls = siteUrls(base);

  test('pages stand at the root in English and under zh/ in Chinese', () => {
    expect(urls.home('en')).toBe(root);
    expect(urls.home('zh', 3)).toBe(`${root}zh/page/3/`);
    expect(urls.home('en', 1)).toBe(root);
    expect(urls.note('x', 'en')).toBe(`${root}papers/x/`);
    expect(urls.note('x', 'zh')).toBe(`${root}zh/papers/x/`);
    expect(urls.reader('x', 'en')).toBe(`${root}papers/x/read/`);
    expect(urls.reader('x', 'zh', 7)).toBe(`${root}zh/papers/x/read/#page=7`);
    expect(urls.reader('x', 'en', { page: 7, search: 'a & b' })).toBe(`${root}papers/x/read/#page=7&search=a%20%26%20b&phrase=true`);
    expect(urls.reader('x', 'en', { page: 7, search: '' })).toBe(`${root}papers/x/read/#page=7`);
    expect(urls.keyword('k', 'zh', 2)).toBe(`${root}zh/keywords/k/page/2/`);
    expect(urls.list('l', 'en')).toBe(`${root}lists/l/`);
    expect(urls.search('zh', 'a&b 偏好')).toBe(`${root}zh/search/?q=a%26b%20%E5%81%8F%E5%A5%BD`);
  });

  test('files stand at the root for both languages', () => {
    expect(urls.pdf('x')).toBe(`${root}papers/x/x.pdf`);
    expect(exportFormats.map((format) => urls.export('x', format))).toEqual(
      ['bib', 'ris', 'json', 'apa.txt', 'gbt.txt', 'md'].map((format) => `${root}papers/x.${format}`),
    );
    expect(urls.asset('favicon.svg')).toBe(`${root}favicon.svg`);
  });

  test('every page has its twin', () => {
    const pages = (['en', 'zh'] as const).map((locale) => [
      urls.home(locale),
      urls.home(locale, 2),
      urls.note('zh', locale),
      urls.note('zhang', locale),
      urls.reader('x', locale),
      urls.keywords(locale),
      urls.lists(locale),
      urls.search(locale),
    ]);
    pages[0]!.forEach((en, index) => {
      const zh = pages[1]![index]!;
      expect(twinPath(en, base, 'zh')).toBe(zh);
      expect(twinPath(zh, base, 'en')).toBe(en);
      expect(twinPath(zh, base, 'zh')).toBe(zh);
      expect(twinPath(en, base, 'en')).toBe(en);
    });
  });
});

test('a page whose name begins as the language does is not taken for it', () => {
  expect(twinPath('/repo/zhuang/', '/repo/', 'zh')).toBe('/repo/zh/zhuang/');
  expect(twinPath('/repo/zh', '/repo/', 'en')).toBe('/repo/');
});
