import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { localDisk } from '../../../src/io/disk.ts';
import { lanternPages, tinyPdf } from '../../helpers/tiny-pdf.ts';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
  bench.write('content/site.yaml', 'title: { en: Shelf }\n');
});

afterEach(() => bench.remove());

const verbs = ['new', 'import', 'sync', 'fetch', 'check'];

describe('the command line', () => {
  test.each(verbs)('%s has --help, --dry-run and --json, and says what its codes mean', async (verb) => {
    const { code, out } = await bench.run(verb, '--help');
    expect(code).toBe(0);
    for (const text of [`npm run note -- ${verb}`, '--dry-run', '--json', 'Ends with code 0']) expect(out).toContain(text);
  });

  test.each([
    [['imprt', 'x'], 'There is no verb “imprt”. Did you mean “import”?'],
    [['--halp'], 'Did you mean “--help”?'],
    [['zzzzzz'], 'There is no verb “zzzzzz”. There are new, import, sync, fetch, check.'],
    [['import', 'x', '--forse'], 'import has no option “--forse”. Did you mean --force?'],
    [['import', 'x', '--list'], '--list needs a value: --list <id>.'],
    [['check', '--json=yes'], '--json is a switch and takes no value.'],
    [['check', 'lamp'], 'check takes no “lamp”'],
    [['import'], 'import takes one file'],
    [['new'], 'new takes a title'],
    [['new', 'Lamp', '--id', 'Über'], '“Über” cannot be an id'],
    [['import', 'x', '--list', '../../x'], '“../../x” cannot be an id'],
    [['constructor'], 'There is no verb “constructor”.'],
  ])('%j is answered with what to write', async (args, message) => {
    const { code, err } = await bench.run(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('\n');
  });

  test('understands what the workflows ask of it', async () => {
    const calls = readFileSync('.github/workflows/deploy.yml', 'utf8').matchAll(
      /npm run (note -- )?(\S+)(?: --)?((?: --?[\w-]+(?: \w+)?)*)$/gm,
    );
    const known = [...calls].filter(([, isNote, verb]) => isNote !== undefined || verb === 'check');
    expect(known.map(([, , verb]) => verb)).toEqual(['fetch', 'check', 'check']);
    for (const [, , verb, options] of known) {
      expect(await bench.run(verb!, ...options!.split(' ').filter(Boolean), '--help'), options).toMatchObject({ code: 0 });
    }
  });

  test('alone it shows the verbs', async () => {
    expect(await bench.run()).toMatchObject({ code: 2 });
    for (const help of ['--help', '-h', 'help'])
      expect(await bench.run(help)).toMatchObject({ code: 0, out: expect.stringContaining('import <file>') });
    expect((await bench.run('sync', '-h')).out).toContain('--refresh');
  });
});

const note = (front: string, body = '') => `---\n${front}\n---\n${body}`;

describe('check', () => {
  test('finds pages that the PDF does not have, and pages that nobody can open', async () => {
    bench.write('papers/lamp.pdf', tinyPdf(lanternPages));
    bench.write(
      'content/notes/lamp.md',
      note('title: Lamp\nlinks: { pdf: lamp.pdf }', '\n## Key points\n\n- A ([p. 3](#page=3)) B ([p. 4](#page=4)).\n'),
    );
    bench.write('content/notes/wick.md', note('title: Wick', '\n## Key points\n\n- A ([p. 3](#page=3)).\n'));
    const { code, out } = await bench.run('check');
    expect(code).toBe(0);
    expect(out).toMatch(/lamp\.md:8:26 warning note\/page-beyond-pdf\n {2}Page 4 is cited, but the PDF has 3\./);
    expect(out).toMatch(/wick\.md:7:\d+ notice note\/page-without-pdf/);
    expect(out).toContain('1 warnings, 1 notices');
  });

  test('finds PDFs that no note names, beside the collection only', async () => {
    bench.write('papers/stray.pdf', tinyPdf(lanternPages));
    expect((await bench.run('check')).out).toMatch(/stray\.pdf:1:1 notice papers\/orphan-pdf/);
    const elsewhere = bench.with({
      environment: {
        contentDir: `${bench.folder}/content`,
        paperDirs: [`${bench.folder}/other/papers`],
        base: '/',
        site: 'http://localhost',
      },
    });
    expect((await elsewhere.run('check')).out).not.toContain('orphan');
  });

  test('tells what GitHub would refuse', async () => {
    bench.write('papers/lamp.pdf', tinyPdf(lanternPages));
    bench.write('content/notes/lamp.md', note('title: Lamp\nlinks: { pdf: lamp.pdf }'));
    const heavy = bench.with({ disk: { ...localDisk, size: (path) => (path.endsWith('.pdf') ? 1_100_000_000 : localDisk.size(path)) } });
    const { out } = await heavy.run('check');
    expect(out).toContain('The PDF has 1.10 GB; GitHub takes no file over 100 MiB.');
    expect(out).toContain('papers/site-too-large');
  });

  test('--site tells what GitHub Pages would refuse of a built site, with what weighs most', async () => {
    bench.write('dist/papers/lamp/lamp.pdf', 'x');
    bench.write('dist/index.html', 'y');
    const site = `${bench.folder}/dist`;
    expect((await bench.run('check', '--site', site)).code).toBe(0);
    const heavy = bench.with({ disk: { ...localDisk, size: (path) => (path.endsWith('.pdf') ? 1_100_000_000 : localDisk.size(path)) } });
    const { code, out } = await heavy.run('check', '--site', site);
    expect(code).toBe(1);
    expect(out).toMatch(/lamp\.pdf:1:1 error site\/file-too-large\n {2}The file has 1\.10 GB; GitHub takes no file over 100 MiB\./);
    expect(out).toMatch(
      /dist:1:1 error site\/too-large\n {2}The site has 1\.10 GB; GitHub Pages takes none over 1\.00 GB\.\n.*lamp\.pdf \(1\.10 GB\)/,
    );
    expect(await bench.run('check', '--site', `${bench.folder}/nowhere`)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Build it first'),
    });
  });

  test('finds brackets of an abstract that have no partner, and no others', async () => {
    bench.write(
      'content/notes/lamp.md',
      note('title: Lamp', '\n## Abstract\n\nA (b) 1) c, (i) d; $f(x$ e.\nNext (line\ngoes) on.\n\n## 摘要\n\n灯（大模型 (LLM）很亮。\n'),
    );
    const { out } = await bench.run('check');
    expect(out.match(/unbalanced-brackets/g)).toHaveLength(1);
    expect(out).toMatch(/lamp\.md:13:2 warning note\/unbalanced-brackets/);
  });

  test('--fix mends keywords and leaves the rest of the note as it is', async () => {
    bench.write(
      'content/keywords.yaml',
      '- { id: length-bias, en: Length bias, zh: 长度偏差 }\n- { id: dpo, en: DPO, zh: 直接偏好优化 }\n',
    );
    bench.write('content/notes/flow.md', note('title:  Flow # mine\nkeywords: [dpo, lenght bias, 直接偏好优化, other ] # few'));
    bench.write(
      'content/notes/block.md',
      note('title: Block\nkeywords:\n  - dpo # first\n  - DPO # again\n  - Lenght-bias # near\nvenue: X 2024'),
    );
    const before = bench.tree();
    expect((await bench.run('check', '--fix', '--dry-run')).out).toContain('flow.md: lenght bias → length-bias, − 直接偏好优化');
    expect(bench.tree()).toEqual(before);
    const { out } = await bench.run('check', '--fix');
    expect(bench.read('content/notes/flow.md')).toBe(note('title:  Flow # mine\nkeywords: [dpo, length-bias, other ] # few'));
    expect(bench.read('content/notes/block.md')).toBe(
      note('title: Block\nkeywords:\n  - dpo # first\n  - length-bias # near\nvenue: X 2024'),
    );
    expect(out).toContain('0 errors, 0 warnings');
    expect((await bench.run('check', '--fix')).out).not.toContain('→');
  });

  test('--fix writes ids that were pasted as addresses, and leaves the rest of the note as it is', async () => {
    bench.write(
      'content/notes/lamp.md',
      '---\r\ntitle: Lamp # mine\r\nlinks:\r\n  arxiv: https://arxiv.org/abs/2405.14730v2 # first\r\n  doi: "https://doi.org/10.1000/LAMP"\r\n  openreview: https://openreview.net/forum?id=lamp1&noteId=x\r\n  pdf: ./papers/a lamp.pdf\r\n  code: https://github.com/a/b\r\n---\r\n',
    );
    bench.write('content/notes/wick.md', note('title: Wick\nlinks: { arxiv: 2405.14730, doi: nonsense }'));
    const before = bench.tree();
    expect((await bench.run('check', '--fix', '--dry-run')).out).toContain('wick.md: 2405.14730 → "2405.14730"');
    expect(bench.tree()).toEqual(before);
    await bench.run('check', '--fix');
    expect(bench.read('content/notes/lamp.md')).toBe(
      '---\r\ntitle: Lamp # mine\r\nlinks:\r\n  arxiv: 2405.14730v2 # first\r\n  doi: 10.1000/LAMP\r\n  openreview: lamp1\r\n  pdf: a lamp.pdf\r\n  code: https://github.com/a/b\r\n---\r\n',
    );
    expect(bench.read('content/notes/wick.md')).toBe(note('title: Wick\nlinks: { arxiv: "2405.14730", doi: nonsense }'));
    expect((await bench.run('check', '--fix')).out).not.toContain('→');
  });

  test('an id that exists twice is told, and import goes on', async () => {
    bench.write('content/notes/lamp.md', note('title: Lamp'));
    bench.write('content/notes/LAMP.md', note('title: Other'));
    expect((await bench.run('check')).out).toContain('note/duplicate-id');
    expect((await bench.run('import', bench.write('a.bib', '@misc{a, title={Lamp}, doi={10.1000/x}}'))).code).toBe(0);
    expect(Object.keys(bench.tree('content/notes'))).toHaveLength(2);
    expect(bench.read('content/notes/lamp.md')).toContain('10.1000/x');
    expect(bench.read('content/notes/LAMP.md')).toBe(note('title: Other'));
  });
});
