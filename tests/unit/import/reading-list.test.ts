import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';
import { readingList } from './lamp-list.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
});

afterEach(() => bench.remove());

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
abstractSource: authors
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
    expect(out).toContain('* 2 abstracts are taken for the authors’ own');
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
