import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import jsonld from 'jsonld';
import { describe, expect, inject, test } from 'vitest';
import type { CslItem, CslName } from '../../src/core/citation/csl.ts';
import { readEmbeddedMetadata, headMetas } from '../helpers/embedded-metadata.ts';
import { sitePages } from '../helpers/site-pages.ts';
import { childrenNamed, parseXml } from '../helpers/xml.ts';

const folder = inject('siteFolder');
const base = inject('siteBase');
const root = `https://example.org${base}`;
const pages = sitePages(folder);
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const json = (path: string) => JSON.parse(text(path)) as never;
const records: readonly CslItem[] = json('papers.json');
const notePages = records.flatMap((item) =>
  ['', 'zh/'].map((tree) => ({
    item,
    path: `${tree}papers/${item.id}/`,
    html: pages.find(({ path }) => path === `${tree}papers/${item.id}/`)!.html,
  })),
);

/** Whether an absolute address of the site leads to a file. */
function exists(address: string): boolean {
  if (!address.startsWith(root)) return false;
  const file = join(folder, decodeURIComponent(address.slice(root.length)));
  return existsSync(address.endsWith('/') ? join(file, 'index.html') : file);
}

describe('the tags of a note', () => {
  test.each(notePages)('are read by Zotero as its record has it: $path', ({ item, html }) => {
    const read = readEmbeddedMetadata(html);
    expect(read).toEqual({
      itemType: item.type === 'paper-conference' ? 'conferencePaper' : 'preprint',
      title: item.title,
      creators: (item.author ?? []).map(nameInTags),
      date: item.issued?.['date-parts'][0]?.map((part) => String(part).padStart(2, '0')).join('/'),
      conferenceName: item['container-title'],
      publisher: item.publisher,
      DOI: item.DOI,
      url: item.URL ?? /rel="canonical" href="([^"]*)"/.exec(html)![1],
      language: item.language,
      tags: item.keyword?.split(', ') ?? [],
      pdf: item.id === 'lantern' ? `${root}papers/lantern/lantern.pdf` : undefined,
    });
  });

  test('stand on no other page', () => {
    const others = pages.filter(({ path }) => !notePages.some((page) => page.path === path));
    expect(others.filter(({ html }) => headMetas(html).some(({ name }) => name.startsWith('citation_'))).map(({ path }) => path)).toEqual(
      [],
    );
  });
});

function nameInTags(name: CslName): string {
  if (!('family' in name)) return name.literal;
  const both = name.family.includes(' ') && name.given.includes(' ');
  return both ? `${name.given} ${name.family}` : `${name.family}, ${name.given}`;
}

test('a list names its papers for programs that collect citations', () => {
  const titles = [...text('lists/first-shelf/index.html').matchAll(/class="Z3988" title="([^"]*)"/g)].map(
    ([, title]) => new URLSearchParams(title!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')),
  );
  const listed: readonly CslItem[] = json('lists/first-shelf.json');
  expect(titles.map((fields) => fields.get('rft.atitle') ?? fields.get('rft.title'))).toEqual(listed.map(({ title }) => title));
  expect(titles.map((fields) => [...fields.getAll('rft.au'), ...fields.getAll('rft.creator')].length)).toEqual(
    listed.map(({ author }) => author?.length ?? 0),
  );
});

describe('structured data', () => {
  const schema = 'https://schema.org/';

  test.each(notePages)('says that the page is about the paper: $path', async ({ item, path, html }) => {
    const triples = await readTriples(html);
    const page = `${root}${path}`;
    expect(values(triples, page, 'type')).toEqual([`${schema}WebPage`]);
    const [paper] = values(triples, page, 'about');
    expect(values(triples, paper!, 'type')).toEqual([`${schema}ScholarlyArticle`]);
    expect(values(triples, paper!, 'name')).toEqual([item.title]);
    expect(values(triples, paper!, 'author')).toHaveLength(item.author?.length ?? 0);
    expect(values(triples, page, 'author')).toEqual([]);
    if (item.URL) expect(paper).toBe(item.URL);
    const [venue] = values(triples, paper!, 'publication');
    expect(venue && values(triples, venue, 'name')).toEqual(item['container-title'] && [item['container-title']]);
  });

  interface Triple {
    readonly subject: string;
    readonly predicate: string;
    readonly object: string;
  }

  async function readTriples(html: string): Promise<Triple[]> {
    const source = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!;
    // The site asks nothing of other hosts, and neither do its tests: this is how schema.org’s context reads the terms in use.
    const link = { '@type': '@id' };
    const context = { '@vocab': schema, url: link, image: link, license: link, sameAs: link, contentUrl: link };
    const loader = (url: string) => Promise.resolve({ documentUrl: url, document: { '@context': context } });
    const quads = await jsonld.toRDF(JSON.parse(source) as object, { documentLoader: loader });
    return quads.map(({ subject, predicate, object }) => ({
      subject: subject.value,
      predicate: predicate.value,
      object: object.value,
    }));
  }

  function values(triples: readonly Triple[], subject: string, name: string): string[] {
    const predicate = name === 'type' ? 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' : schema + name;
    return triples.filter((triple) => triple.subject === subject && triple.predicate === predicate).map(({ object }) => object);
  }
});

test('a shared address shows a picture of its own', () => {
  for (const { path, html } of pages.filter((page) => !page.html.includes('content="noindex"'))) {
    const picture = headMetas(html).find(({ name }) => name === 'og:image')!.content;
    expect(picture, path).toBe(/papers\/[\w-]+\/$/.test(path) ? `${root}${path.replace('zh/', '')}card.png` : `${root}card.png`);
    expect(exists(picture), path).toBe(true);
    const file = readFileSync(join(folder, picture.slice(root.length)));
    expect([file.toString('latin1', 1, 4), file.readUInt32BE(16), file.readUInt32BE(20)], path).toEqual(['PNG', 1200, 630]);
  }
});

describe.each(['', 'zh/'])('the feeds of /%s', (tree) => {
  test('are Atom as RFC 4287 asks', () => {
    const feed = parseXml(text(`${tree}feed.xml`));
    expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    const entries = childrenNamed(feed, 'entry');
    expect(entries.length).toBe(10);
    for (const part of [feed, ...entries]) {
      for (const name of ['id', 'title', 'updated']) expect(childrenNamed(part, name), name).toHaveLength(1);
      expect(childrenNamed(part, 'updated')[0]!.text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(childrenNamed(part, 'author').every((author) => childrenNamed(author, 'name')[0]!.text !== '')).toBe(true);
      const [alternate] = childrenNamed(part, 'link').filter(({ attributes }) => attributes.rel === 'alternate');
      expect(exists(alternate!.attributes.href!)).toBe(true);
    }
    expect(childrenNamed(feed, 'author')).toHaveLength(1);
    expect(new Set(entries.map((entry) => childrenNamed(entry, 'id')[0]!.text)).size).toBe(entries.length);
    const lantern = entries.find((entry) => childrenNamed(entry, 'id')[0]!.text.includes('/lantern/'))!;
    expect(childrenNamed(lantern, 'author').map((author) => childrenNamed(author, 'name')[0]!.text)).toEqual([
      'Mira Quill',
      'Tomas Reed',
      '林小舟',
      'Ada Fenn',
    ]);
  });

  test('are JSON Feed as version 1.1 asks', () => {
    const feed = json(`${tree}feed.json`) as Record<string, unknown> & { items: Record<string, unknown>[] };
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: `${root}${tree}feed.json`,
      home_page_url: root + tree,
    });
    expect(feed.items).toHaveLength(10);
    for (const item of feed.items) {
      expect([typeof item.id, typeof item.content_text]).toEqual(['string', 'string']);
      expect(exists(item.url as string) && exists(item.image as string)).toBe(true);
      expect(item.date_published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      for (const author of item.authors as { name?: string }[]) expect(author.name).toBeTruthy();
    }
  });
});

test('the sitemap lists exactly the pages that search engines may list, with their twins', () => {
  const entries = childrenNamed(parseXml(text('sitemap.xml')), 'url');
  const listed = entries.map((entry) => childrenNamed(entry, 'loc')[0]!.text);
  const open = pages.filter(({ html }) => !html.includes('content="noindex"')).map(({ path }) => root + path);
  expect([...listed].sort()).toEqual([...open].map(encodeURI).sort());
  for (const entry of entries) {
    const links = childrenNamed(entry, 'xhtml:link').map(({ attributes }) => attributes);
    expect(links.map(({ hreflang }) => hreflang)).toEqual(['en', 'zh-Hans', 'x-default']);
    expect(links.every(({ href }) => listed.includes(href!))).toBe(true);
  }
  expect(text('robots.txt')).toContain(`Sitemap: ${root}sitemap.xml`);
});

test('every address in llms.txt exists, and every note is there as Markdown', () => {
  const file = text('llms.txt');
  const addresses = [...file.matchAll(/\]\((https?:[^)]*)\)/g)].map(([, address]) => address!);
  expect(addresses.filter((address) => !exists(address))).toEqual([]);
  expect(records.every(({ id }) => addresses.includes(`${root}papers/${id}.md`))).toBe(true);
  expect(file).toMatch(/^# Little Library\n\n> /);
});

describe('the files for programs', () => {
  test.each(['notes', 'keywords', 'lists'])('%s.json is as its schema says', (name) => {
    const schema = json(`api/${name}.schema.json`) as object;
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `${root}api/${name}.schema.json` });
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const file = json(`api/${name}.json`) as { version: number } & Record<string, unknown[]>;
    const isValid = ajv.validate(schema, file);
    expect(ajv.errors).toBeNull();
    expect(isValid).toBe(true);
    expect(file.version).toBe(1);
    expect(file[name]!.length).toBeGreaterThan(1);
  });

  test('lead to what exists', () => {
    const addresses = ['notes', 'keywords', 'lists'].flatMap(
      (name) => text(`api/${name}.json`).match(/https:\/\/example\.org\/reading[^"]*/g) ?? [],
    );
    expect(addresses.filter((address) => !exists(address))).toEqual([]);
    expect(addresses.length).toBeGreaterThan(100);
  });
});

test('everything, every list and every paper leaves in every format', () => {
  const listed: readonly CslItem[] = json('lists/second-shelf.json');
  expect(text('papers.bib').match(/^@/gm)).toHaveLength(records.length);
  expect(text('lists/second-shelf.ris').match(/^TY/gm)).toHaveLength(listed.length);
  expect(text('papers.gbt.txt').trimEnd().split('\n')).toHaveLength(records.length);
  expect(text('lists/second-shelf.md').match(/^- /gm)).toHaveLength(listed.length);
  expect(text('papers/lantern.apa.txt')).toBe(
    'Quill, M., Reed, T., 林小舟, & Fenn, A. (2024). Lantern Tuning: Preferences Taught by the Order of Lamps. Lamps 2024. https://arxiv.org/abs/0000.00001\n',
  );
  expect(text('papers/lantern.gbt.txt')).toBe(
    'QUILL M, REED T, 林小舟, et al. Lantern Tuning: Preferences Taught by the Order of Lamps[C/OL]//Lamps 2024. 2024. https://arxiv.org/abs/0000.00001.\n',
  );
  expect(text('papers/lantern.link.md')).toBe(
    '[Lantern Tuning: Preferences Taught by the Order of Lamps](https://arxiv.org/abs/0000.00001)\n',
  );
});
