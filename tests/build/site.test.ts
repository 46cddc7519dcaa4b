import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attributes, sitePages } from '../helpers/site-pages.ts';

const folder = inject('siteFolder');
const base = inject('siteBase');
const pages = sitePages(folder);
/** A page without what elements carry for scripts, in which a title may look like markup. */
const withoutData = (html: string) => html.replaceAll(/\sdata-[\w-]+="[^"]*"/g, '');
const page = (path: string) => pages.find((entry) => entry.path === path)!.html;

describe('the miniature site', () => {
  test('has every page in both languages', () => {
    const paths = pages.map(({ path }) => path);
    const english = paths.filter((path) => !path.startsWith('zh/') && path !== '404.html');
    expect(paths.filter((path) => path.startsWith('zh/')).map((path) => path.slice(3))).toEqual(english);
    for (const path of [
      '',
      'papers/lantern/',
      'papers/lantern/read/',
      'keywords/',
      'keywords/length-bias/',
      'lists/',
      'lists/first-shelf/',
      'objectives/',
      'search/',
    ]) {
      expect(english).toContain(path);
    }
    expect(paths).toContain('404.html');
  });

  test('links only to what exists, below its base path', () => {
    const broken = pages.flatMap(({ path, html }) =>
      [...attributes(html, 'href'), ...attributes(html, 'src')]
        .filter((address) => !/^(?:https?:|mailto:|#|data:)/.test(address) && !exists(address))
        .map((address) => `${path} → ${address}`),
    );
    expect(broken).toEqual([]);
  });

  test('asks nothing of other hosts and runs nothing but its own files', () => {
    for (const { path, html } of pages) {
      expect(
        attributes(html, 'src').filter((address) => /^(?:https?:)?\/\//.test(address)),
        path,
      ).toEqual([]);
      const loads = [...html.matchAll(/<link\s[^>]*>/g)]
        .map(([tag]) => tag)
        .filter((tag) => /rel="(?:stylesheet|preload|modulepreload|icon)"/.test(tag));
      expect(
        loads.filter((tag) => /href="(?:https?:)?\/\//.test(tag)),
        path,
      ).toEqual([]);
      expect(html, path).toMatch(/http-equiv="Content-Security-Policy" content="default-src 'none'/);
      const inline = [...withoutData(html).matchAll(/<script(?![^>]*\ssrc=)([^>]*)>/g)]
        .map((match) => match[1])
        .filter((type) => !type!.includes('ld+json'));
      expect(inline.length, path).toBe(1);
      expect(html, path).not.toMatch(/<style/);
    }
  });

  test('names its twin in the other language wherever search engines may look', () => {
    const silent = pages
      .filter(({ html }) => !html.includes('content="noindex"'))
      .filter(({ html }) => !/hreflang="zh-Hans"/.test(html) || !html.includes('hreflang="x-default"'));
    expect(silent.map(({ path }) => path)).toEqual([]);
    expect(page('papers/lantern/')).toContain(
      '<link rel="alternate" hreflang="zh-Hans" href="https://example.org/reading/zh/papers/lantern/">',
    );
  });

  test('leads from note to note in the language of the page', () => {
    const river = (tree: string) => pages.find(({ path }) => path === `${tree}papers/wide-river/`)!.html;
    expect(river('')).toContain(`<a href="${base}papers/lantern/">Lantern Tuning</a>`);
    expect(river('zh/')).toContain(`<a href="${base}zh/papers/lantern/">Lantern Tuning</a>`);
    expect(river('zh/')).toContain(`<a href="${base}zh/papers/lantern/#key-points">灯笼调优</a>`);
  });

  test('says whose words an abstract is', () => {
    const origin = (path: string) => /<p class="origin"[^>]*>(.*?)<\/p>/s.exec(page(path))![1]!.replace(/\s+/g, ' ').trim();
    expect(origin('papers/plain-harbor/')).toMatch(
      /^The authors’ own abstract\. <a href="https:\/\/example\.org\/harbor"[^>]*> ?See it at its source ?<\/a>$/,
    );
    expect(origin('zh/papers/plain-harbor/')).toMatch(/^此处为作者原文摘要。/);
    expect(origin('papers/lantern/')).toMatch(/^A digest in our own words/);
  });

  test('gives outward links a rel', () => {
    const outward = pages.flatMap(({ html }) => html.match(/<a\s[^>]*href="https?:[^>]*>/g) ?? []);
    expect(outward.length).toBeGreaterThan(0);
    expect(outward.filter((tag) => !/rel="[^"]*noopener/.test(tag))).toEqual([]);
  });

  test('loads the style sheet of formulas only where there are formulas', () => {
    expect(page('papers/lantern/')).toMatch(/katex\.[\w-]+\.css/);
    expect(page('papers/lantern/')).toContain('class="katex"');
    for (const path of ['papers/far-shore/', '', 'keywords/length-bias/']) expect(page(path), path).not.toMatch(/katex/);
  });

  test('understands text-mode LaTeX in titles', () => {
    expect(page('papers/alpha-lamp/')).toContain('α-Lamp: “Adaptive” Margins at 95% Less Oil');
    expect(page('papers/bold-3d/')).toContain('<strong>3D</strong> Lanterns, <em>Seen</em>');
  });

  test('shows the HTML of a note as text, and nothing of it can run', () => {
    for (const path of ['papers/thorny-hedge/', 'zh/papers/thorny-hedge/', '', 'papers/thorny-hedge/read/']) {
      const html = withoutData(page(path));
      expect(html, path).not.toMatch(/<[^>]+\son\w+=/i);
      expect(html, path).not.toMatch(/href="\s*(?:javascript|data):/i);
      expect(html, path).not.toMatch(/<(?:iframe|style|img|object)\b/i);
      expect(html, path).not.toMatch(/<script>\s*(?:alert|window\.hedge)/);
    }
    expect(page('papers/thorny-hedge/')).toContain('&#x3C;script>window.hedge');
  });

  test('pairs the sentences of both abstracts, and paragraphs where they do not agree', () => {
    expect(page('papers/lantern/').match(/class="pair"/g)).toHaveLength(4);
    expect(inject('siteOutput')).toContain('note/abstract-mismatch');
  });

  test('publishes a PDF beside its note and says where a missing one is', () => {
    expect(readFileSync(join(folder, 'papers/lantern/lantern.pdf'), 'latin1')).toMatch(/^%PDF-/);
    expect(page('papers/paper-boat/read/')).toContain('https://arxiv.org/pdf/0000.00002');
    expect(page('papers/far-shore/read/')).toContain('https://example.org/far-shore.pdf');
    expect(page('papers/lantern/')).toContain(`href="${base}papers/lantern/read/#page=2"`);
  });

  test('explains an objective on its note and beside the others, and leads to the page where it stands', () => {
    for (const path of ['papers/lantern/', 'objectives/']) {
      expect(page(path), path).toContain(`href="${base}papers/lantern/read/#page=2"`);
      expect(page(path), path).toMatch(/how much brighter .* is than/);
    }
    expect(page('zh/objectives/')).toContain('通用记号');
    expect(page('papers/far-shore/')).not.toContain('id="objective"');
  });

  test('tells which questions a paper answers, in the language of the page where there is one, as plain text', () => {
    expect(page('papers/lantern/')).toContain('Questions this paper answers');
    expect(page('papers/lantern/')).toContain('Why does my bedroom stay gloomy after sunset?');
    expect(page('zh/papers/lantern/')).toContain('日落以后，卧室为什么还是昏暗？');
    expect(page('zh/papers/far-shore/')).toContain('<li lang="en">Can &lt;b&gt;furniture&lt;/b&gt; &amp; $x$ be dusted');
    expect(page('papers/far-shore/')).toContain('<li lang="zh-Hans">行李太重时先寄哪一件才划算？');
    expect(page('papers/quiet-window/')).not.toContain('id="questions"');
  });

  test('says in words why papers are related, on both of their pages', () => {
    expect(page('papers/lantern/')).toContain('It is compared with Lantern Tuning');
    expect(page('zh/papers/wide-river/')).toContain('本文与 Lantern Tuning 作了比较');
  });

  test('shows other titles of a paper, and the date under which a list names it', () => {
    expect(page('papers/lantern/')).toContain('Preferences by Lamplight');
    expect(page('lists/second-shelf/')).toContain('<time datetime="2022-01-08">8 January 2022</time>');
  });

  test('writes each paper for other programs', () => {
    expect(readFileSync(join(folder, 'papers/lantern.bib'), 'utf8')).toContain(
      'author = {Quill, Mira and Reed, Tomas and 林, 小舟 and Fenn, Ada}',
    );
    expect(readFileSync(join(folder, 'papers/lantern.ris'), 'utf8')).toMatch(/^TY {2}- CPAPER\r\n[\s\S]*ER {2}- \r\n$/);
    expect(JSON.parse(readFileSync(join(folder, 'papers/alpha-lamp.json'), 'utf8'))).toMatchObject([
      { type: 'article', genre: 'preprint', title: 'α-Lamp: “Adaptive” Margins at 95% Less Oil' },
    ]);
    expect(readFileSync(join(folder, 'papers/lantern.md'), 'utf8')).toContain('## 主要内容');
  });
});

function exists(address: string): boolean {
  const [path = ''] = address.split(/[?#]/);
  if (!path.startsWith(base)) return false;
  const file = join(folder, decodeURIComponent(path.slice(base.length)));
  return existsSync(path.endsWith('/') ? join(file, 'index.html') : file);
}
