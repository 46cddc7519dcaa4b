import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDisk } from '../../../src/io/disk.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
});

afterEach(() => bench.remove());

const readingList = `# LampConf2025中灯具(Lamp Tuning)相关文章收录

## 1. Lamp-DPO: A Bright (\\alpha) Idea
明亮的**想法**

### 关键字
* DPO
* preference drift 偏好偏移
* RLHF (Reinforcement Learning from Human Feedback)
* A, B(bee)

### 主要内容
#### 问题
学习到的偏好会变：
* **D**rastic drop $\\beta$ in \`代码\`
    * 内层
#### 方法

### 文章链接
* <a href='./papers/1_Lamp.pdf'>查看PDF</a>
* <a href="https://openreview.net/forum?id=lamp1">ICLR链接</a>

### 摘要
Lamps are \\textbf{B}right. They shine.
灯很**亮**。它们发光。

## 2. Second Paper on Wicks
### 主要内容
\`\`\`
# no heading
## 3. Not an entry
\`\`\`
### 相关链接
<a href="">查看PDF</a>
<a href="https://openreview.net/forum?id=wick2">ICLR链接</a>
[博客](https://example.org/blog) 很好
### 摘要
One paragraph in English.

## 附录
随便写写

## 
### 关键字

### 主要内容

### 相关链接
<a href="">查看PDF</a>
<a href="">ICLR链接</a>

### 摘要
`;

describe('a reading list', () => {
  test('becomes notes in which everything arrives', async () => {
    const file = bench.write('README.md', readingList);
    const { code, out } = await bench.run('import', file);
    expect(code).toBe(1);
    expect(bench.read('content/notes/lamp-dpo.md')).toBe(`---
title: "Lamp-DPO: A Bright (\\\\alpha) Idea"
titleZh: 明亮的\\textbf{想法}
keywords: [DPO, preference drift, RLHF, A, B]
links:
  openreview: lamp1
  pdf: 1_Lamp.pdf
---

## 主要内容

### 问题
学习到的偏好会变：
* **D**rastic drop $\\beta$ in \`代码\`
    * 内层
### 方法

## Abstract

Lamps are \\textbf{B}right. They shine.

## 摘要

灯很**亮**。它们发光。

## 关键字

* DPO
* preference drift 偏好偏移
* RLHF (Reinforcement Learning from Human Feedback)
* A, B(bee)
`);
    expect(bench.read('content/notes/second-paper-on-wicks.md')).toContain('```\n# no heading\n## 3. Not an entry\n```');
    expect(bench.read('content/notes/second-paper-on-wicks.md')).toContain('## 相关链接\n\n[博客](https://example.org/blog) 很好\n');
    expect(bench.read('content/lists/lampconf2025-lamp-tuning.yaml')).toBe(
      'title:\n  zh: LampConf2025中灯具(Lamp Tuning)相关文章收录\nnotes:\n  - lamp-dpo\n  - second-paper-on-wicks\n',
    );
    expect(bench.read('content/site.yaml')).toContain('zh: LampConf2025');
    expect(out).toContain(`${file}:34 The link “查看PDF” leads nowhere`);
    expect(out).toMatch(/:40 “附录” has no section of a paper/);
    expect(out).toMatch(/:43 An empty template entry/);
  });

  test('imported again changes nothing; what a person changed stays', async () => {
    const file = bench.write('README.md', readingList);
    await bench.run('import', file);
    const before = bench.tree();
    expect((await bench.run('import', file)).out).toContain('0 created, 0 filled, 2 unchanged');
    expect(bench.tree()).toEqual(before);
    const mine = bench
      .read('content/notes/lamp-dpo.md')
      .replace('titleZh: 明亮的\\textbf{想法}', 'titleZh: 我的标题 # mine')
      .replace('灯很**亮**。它们发光。', '我写的。');
    bench.write('content/notes/lamp-dpo.md', mine);
    expect((await bench.run('import', file)).out).toContain('keeps its own titleZh');
    expect(bench.read('content/notes/lamp-dpo.md')).toBe(mine);
    await bench.run('import', file, '--force');
    expect(bench.read('content/notes/lamp-dpo.md')).toContain('titleZh: 明亮的\\textbf{想法} # mine');
    expect(bench.read('content/notes/lamp-dpo.md')).toContain('我写的。');
  });

  test('with Windows line ends and a byte order mark gives the same notes', async () => {
    await bench.run('import', bench.write('README.md', readingList));
    const plain = Object.values(bench.tree('content/notes'));
    const other = createWorkbench();
    await other.run('import', other.write('README.md', `\uFEFF${readingList.replaceAll('\n', '\r\n')}`));
    expect(Object.values(other.tree('content/notes'))).toEqual(plain);
    other.remove();
  });

  test('--dry-run writes nothing and says the same; --json is JSON', async () => {
    const file = bench.write('README.md', readingList);
    const { out } = await bench.run('import', file, '--dry-run', '--json');
    const report = JSON.parse(out) as { notes: { outcome: string }[]; templates: number[] };
    expect(report.notes.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    expect(report.templates).toEqual([43]);
    expect(existsSync(join(bench.folder, 'content'))).toBe(false);
  });

  test('fills a note that a person began, and keeps its Windows line ends', async () => {
    bench.write(
      'content/notes/mine.md',
      '---\r\ntitle: Lamp\r\nkeywords: [lamps] # few\r\nlinks:\r\n    openreview: lamp1\r\n---\r\n\r\n## 摘要\r\n\r\n我的摘要。\r\n',
    );
    await bench.run('import', bench.write('README.md', readingList));
    const text = bench.read('content/notes/mine.md');
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text).toContain(
      'title: Lamp\r\ntitleZh: 明亮的\\textbf{想法}\r\nkeywords: [lamps] # few\r\nlinks:\r\n    openreview: lamp1\r\n    pdf: 1_Lamp.pdf\r\n---',
    );
    expect(text).toContain('我的摘要。\r\n\r\n## 主要内容');
    expect(text).not.toContain('## 关键字');
    expect(bench.read('content/lists/lampconf2025-lamp-tuning.yaml')).toContain('- mine\n');
  });
});

describe('one paper in several sources', () => {
  test('is one note, filled by each with what it knows', async () => {
    const bib = bench.write(
      'a.bib',
      '@inproceedings{l, title={Lamp {DPO}}, author={Lamp, Ada and Wick, Bo}, year=2024, booktitle={Lamps}, eprint={2405.14734}, archiveprefix={arXiv}}',
    );
    const ris = bench.write('b.ris', 'TY  - CPAPER\r\nTI  - LAMP-DPO!\r\nDO  - 10.1000/lamp\r\nAB  - Lamps shine.\r\nER  - \r\n');
    const csl = bench.write(
      'c.json',
      JSON.stringify([{ id: 'x', title: 'Another title', DOI: '10.1000/LAMP', URL: 'https://github.com/a/lamp' }]),
    );
    await bench.run('import', bib);
    expect((await bench.run('import', ris)).out).toContain('0 created, 1 filled');
    expect((await bench.run('import', csl)).out).toContain('links.code');
    expect(bench.read('content/notes/lamp-dpo.md')).toBe(
      '---\ntitle: Lamp DPO\nauthors: [Ada Lamp, Bo Wick]\ndate: "2024"\nvenue: Lamps 2024\nlinks:\n  arxiv: "2405.14734"\n  doi: 10.1000/lamp\n  code: https://github.com/a/lamp\n---\n\n## Abstract\n\nLamps shine.\n',
    );
  });

  test('the same title with another arXiv id is another paper', async () => {
    const entry = (id: string) => `@misc{l, title={Lamp}, eprint={${id}}, archiveprefix={arXiv}}`;
    await bench.run('import', bench.write('a.bib', `${entry('2405.10000')}\n${entry('2405.20000')}\n${entry('2405.10000v2')}`));
    expect(Object.keys(bench.tree('content/notes')).map((path) => path.split('/').at(-1))).toEqual(['lamp-2.md', 'lamp.md']);
  });

  test('ids do not distinguish case: a file Lamp.md is found, and a new paper gets another id', async () => {
    bench.write('content/notes/Lamp.md', '---\ntitle: Wick\nlinks: { arxiv: "2405.10000" }\n---\n');
    await bench.run('import', bench.write('a.bib', '@misc{a, title={Lamp}, year={2024}}\n@misc{b, title={Wick}, doi={10.1000/w}}'));
    expect(bench.read('content/notes/Lamp.md')).toContain('doi: 10.1000/w');
    expect(bench.read('content/notes/lamp-2.md')).toContain('title: Lamp\n');
  });
});

describe('what cannot be read', () => {
  test('a README that is no list', async () => {
    const { code, err } = await bench.run('import', bench.write('README.md', '# My project\n\nIt is good.\n\n## Install\n\n- run it\n'));
    expect(code).toBe(1);
    expect(err).toMatch(/README\.md is not a list of papers: it has neither headings with sections/);
    expect(existsSync(join(bench.folder, 'content'))).toBe(false);
  });

  test('no file, and a file of 20 MB', async () => {
    expect((await bench.run('import', 'nowhere.md')).err).toContain('There is no file nowhere.md');
    const large = bench.write('large.md', Buffer.alloc(20_000_000, 'x'));
    expect((await bench.run('import', large)).err).toMatch(/large\.md has 20 MB; a list of papers has at most 16 MB\. Cut it/);
  });

  test.each([
    ['GBK', 'GB18030', [0xb5, 0xc4, 0xca, 0xc7, 0xce, 0xd2, 0xc3, 0xc7, 0xd6, 0xd0, 0xb9, 0xfa]],
    ['Big5', 'BIG5', [0xaa, 0xba, 0xac, 0x4f, 0xa7, 0xda, 0xad, 0xcc, 0xa4, 0xa4, 0xb0, 0xea]],
  ])('a file in %s', async (name, iconv, bytes) => {
    const { code, err } = await bench.run('import', bench.write('list.md', Buffer.from([...Buffer.from('## 1. A\n### '), ...bytes, 10])));
    expect(code).toBe(1);
    expect(err).toContain(`It seems to be ${name}. Convert it with “iconv -f ${iconv} -t UTF-8`);
  });

  test('UTF-16, and bytes that are no text', async () => {
    expect((await bench.run('import', bench.write('a.md', Buffer.from('\uFEFF# A', 'utf16le')))).err).toContain('It seems to be UTF-16');
    expect((await bench.run('import', bench.write('b.md', Buffer.from([0xff, 0, 1, 2])))).err).toContain('is no text');
  });

  test('BibTeX with unbalanced braces: the entry is told with its line, the others arrive', async () => {
    const source = '@article{good, title={Good}, year=2020}\n\n@article{bad, title={Bad, year={2021}\n\n@article{late, title={Late}}\n';
    const { code, out } = await bench.run('import', bench.write('a.bib', source));
    expect(code).toBe(1);
    expect(out).toContain('a.bib:3 The braces of the entry “bad” are not balanced');
    expect(Object.keys(bench.tree('content/notes'))).toHaveLength(2);
  });

  test('JSON that is none, and RIS that is cut off', async () => {
    expect((await bench.run('import', bench.write('a.json', '[{"title": "A"'))).err).toContain('The file is no JSON');
    const { out } = await bench.run('import', bench.write('a.ris', 'TY  - JOUR\nTI  - Lamp\nER  - \nTY  - JOUR\nTI  - Cut'));
    expect(out).toMatch(/a\.ris:4 The record is cut off/);
  });
});

describe('a run that stops', () => {
  test('on a full disk loses nothing, and the next one goes on', async () => {
    const file = bench.write('README.md', readingList);
    let room = 1;
    const disk = {
      ...localDisk,
      write: (path: string, content: string | Uint8Array) => {
        if (room-- <= 0) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC', path });
        localDisk.write(path, content);
      },
    };
    const { code, err } = await bench.with({ disk }).run('import', file);
    expect(code).toBe(1);
    expect(err).toMatch(/^The disk is full\. Make room, then run the same command again.*second-paper-on-wicks\.md/);
    expect(Object.keys(bench.tree())).toHaveLength(1);
    expect((await bench.run('import', file)).out).toContain('1 created, 0 filled, 1 unchanged');
    const whole = createWorkbench();
    await whole.run('import', whole.write('README.md', readingList));
    expect(Object.values(bench.tree())).toEqual(Object.values(whole.tree()));
    whole.remove();
  });
});

const seeds = '../shared/seeds/reading-list.md';

describe.skipIf(!existsSync(seeds))('the reading list that the collection grew from', () => {
  test('gives 23 notes, names the four empty templates, and loses nothing', async () => {
    const { code, out } = await bench.run('import', seeds);
    expect(code).toBe(0);
    expect(out).toMatch(/23 papers: 23 created, 0 filled, 0 unchanged, 0 not read, 4 empty/);
    expect(out.match(/:(?:574|589|604|619) An empty template entry/g)).toHaveLength(4);
    const before = bench.tree();
    const everything = Object.values(before).join('\n');
    for (const piece of piecesOf(readFileSync(seeds, 'utf8'))) expect(everything).toContain(piece);
    expect((await bench.run('import', seeds)).out).toContain('23 unchanged');
    expect(bench.tree()).toEqual(before);
  });

  test('check names what the source got wrong, and nothing stands in the way of a build', async () => {
    await bench.run('import', seeds);
    const { code, out } = await bench.run('check');
    expect(code).toBe(0);
    expect(out.match(/note\/unbalanced-brackets/g)?.length).toBeGreaterThan(5);
    expect(out).toContain('note/abstract-mismatch');
    expect(out).toContain('0 errors');
  });
});

/** Every line of the entries that is not a link, a keyword heading or a title’s number, as it must be found in the notes. */
function piecesOf(source: string): string[] {
  return source
    .split('\n')
    .slice(1)
    .map((line) =>
      line
        .replace(/^## (?:\d+\. )?/, '')
        .replace(/^#+\s*/, '')
        .replace(/^\* (?=<a)/, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('<a ') && !/^(?:关键字|主要内容|文章链接|相关链接|摘要)$/.test(line))
    .map((line) =>
      line === 'LLM微调的`学习动态`'
        ? 'LLM微调的\\texttt{学习动态}'
        : line === '在离线和在线RLHF/DPO对齐中**同时缓解损坏，过度优化和详细程度**'
          ? '在离线和在线RLHF/DPO对齐中\\textbf{同时缓解损坏，过度优化和详细程度}'
          : line,
    )
    .map((line) => line.replace(/^[*-] /, ''));
}
