import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorkbench, type Workbench } from '../../helpers/workbench.ts';

let bench: Workbench;

beforeEach(() => {
  bench = createWorkbench();
});

afterEach(() => bench.remove());

test('one paper in several sources is one note, filled by each with what it knows', async () => {
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
    '---\ntitle: Lamp DPO\nauthors: [Ada Lamp, Bo Wick]\ndate: "2024"\nvenue: Lamps 2024\nlinks:\n  arxiv: "2405.14734"\n  doi: 10.1000/lamp\n  code: https://github.com/a/lamp\nabstractSource: https://doi.org/10.1000/lamp\n---\n\n## Abstract\n\nLamps shine.\n',
  );
});

test('the same title with another arXiv id is another paper', async () => {
  const entry = (id: string) => `@misc{l, title={Lamp}, eprint={${id}}, archiveprefix={arXiv}}`;
  await bench.run('import', bench.write('a.bib', `${entry('2405.10000')}\n${entry('2405.20000')}\n${entry('2405.10000v2')}`));
  expect(Object.keys(bench.tree('content/notes')).map((path) => path.split('/').at(-1))).toEqual(['lamp-2.md', 'lamp.md']);
});

test('a name that Windows keeps for itself is no id', async () => {
  await bench.run('import', bench.write('a.bib', '@misc{a, title={AUX: Lamps Beside Lamps}}\n@misc{b, title={Nul}}'));
  expect(Object.keys(bench.tree('content/notes')).map((path) => path.split('/').at(-1))).toEqual(['aux-lamps-beside.md', 'nul-2.md']);
});

test('ids do not distinguish case: a file Lamp.md is found, and a new paper gets another id', async () => {
  bench.write('content/notes/Lamp.md', '---\ntitle: Wick\nlinks: { arxiv: "2405.10000" }\n---\n');
  await bench.run('import', bench.write('a.bib', '@misc{a, title={Lamp}, year={2024}}\n@misc{b, title={Wick}, doi={10.1000/w}}'));
  expect(bench.read('content/notes/Lamp.md')).toContain('doi: 10.1000/w');
  expect(bench.read('content/notes/lamp-2.md')).toContain('title: Lamp\n');
});
