import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toCsl } from '../../../src/core/citation/csl.ts';
import { openReferenceStore } from '../../../src/io/reference-store.ts';
import { formatReferences, type StyleSources } from '../../../src/io/references.ts';
import { noteOf } from '../../helpers/catalogue.ts';

const file = (name: string) => readFileSync(join(import.meta.dirname, '../../../src/io/citation-styles', name), 'utf8');
const sources: StyleSources = {
  styles: { apa: file('apa.csl'), gbt: file('gb-t-7714-2015-numeric.csl') },
  locales: { 'en-US': file('locales-en-US.xml'), 'zh-CN': file('locales-zh-CN.xml') },
};
const authors = ['Mira Quill', 'José Ñuflo de la Peña', '林小舟', 'Ada Fenn'];
const items = [
  toCsl(noteOf({ title: '$\\alpha$-Lamp & <Oil>', authors, venue: 'Lamps 2025', date: '2024-11-05', links: { arxiv: '0000.00001' } })),
  toCsl(
    noteOf({
      title: 'Quiet Window',
      authors: ['Ada Fenn'],
      venue: 'Windows 2025',
      status: 'submitted',
      date: '2024-10',
      links: { doi: '10.5555/w' },
    }),
  ),
  toCsl(noteOf({ title: '用长度归一化减轻冗长偏好', authors: ['林小舟', '欧阳晓', '王一', '李二'], date: 2023 })),
];

const start = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'references-'));
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(start);
  rmSync(folder, { recursive: true });
});

test('references are formatted in both styles, and kept for the next build', { timeout: 180_000 }, () => {
  const store = openReferenceStore('content');
  const references = formatReferences(items, sources, store);
  store.save();
  expect(references).toMatchInlineSnapshot(`
    [
      {
        "apa": "Quill, M., de la Peña, J. Ñ., 林小舟, & Fenn, A. (2025). α-Lamp & <Oil>. Lamps 2025. https://arxiv.org/abs/0000.00001",
        "gbt": "QUILL M, DE LA PEÑA J Ñ, 林小舟, et al. α-Lamp & <Oil>[C/OL]//Lamps 2025. 2025. https://arxiv.org/abs/0000.00001.",
      },
      {
        "apa": "Fenn, A. (2024). Quiet Window [Preprint]. https://doi.org/10.5555/w",
        "gbt": "FENN A. Quiet Window[A/OL]. (2024-10). DOI:10.5555/w.",
      },
      {
        "apa": "林小舟, 欧阳晓, 王一, & 李二. (2023). 用长度归一化减轻冗长偏好 [Preprint].",
        "gbt": "林小舟, 欧阳晓, 王一, 等. 用长度归一化减轻冗长偏好[A]. 2023.",
      },
    ]
  `);
  expect(formatReferences(items, sources, openReferenceStore('content'))).toEqual(references);
  expect(readdirSync('.cache')).toHaveLength(1);
});

test('a damaged store is an empty one', () => {
  writeFileSync(join('.cache', readdirSync('.cache')[0]!), '[["a", 1], "b", ');
  expect(openReferenceStore('content').get('a')).toBeUndefined();
});
