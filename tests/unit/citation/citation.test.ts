import { describe, expect, test } from 'vitest';
import { bibtexKey, escapeTex, toBibtex } from '../../../src/core/citation/bibtex.ts';
import { toCsl } from '../../../src/core/citation/csl.ts';
import { toRis } from '../../../src/core/citation/ris.ts';
import { noteOf } from '../../helpers/catalogue.ts';
import { randomTexts } from '../../helpers/random.ts';

const published = noteOf({
  title: '$\\alpha$-Lamp: \\textbf{3D} Light & 95\\% Less Oil',
  authors: ['Mira Quill', 'José Ñuflo de la Peña', '林小舟', 'Plato'],
  date: '2024-11-05',
  venue: 'Lamps 2025',
  links: { arxiv: '0000.00001', doi: '10.5555/lamp_1' },
});
const submitted = noteOf({
  title: 'On the Quiet Window',
  authors: ['Ada Fenn'],
  date: '2024-10',
  venue: 'Windows 2025',
  status: 'submitted',
  links: { openreview: 'exA' },
});
const bare = noteOf({ title: '窗' });

describe('an accepted paper', () => {
  test('as CSL-JSON', () => {
    expect(toCsl(published)).toMatchInlineSnapshot(`
      {
        "DOI": "10.5555/lamp_1",
        "URL": "https://arxiv.org/abs/0000.00001",
        "author": [
          {
            "family": "Quill",
            "given": "Mira",
          },
          {
            "family": "de la Peña",
            "given": "José Ñuflo",
          },
          {
            "family": "林",
            "given": "小舟",
          },
          {
            "literal": "Plato",
          },
        ],
        "container-title": "Lamps 2025",
        "id": "lamp",
        "issued": {
          "date-parts": [
            [
              2025,
            ],
          ],
        },
        "language": "en",
        "note": "arXiv:0000.00001",
        "title": "α-Lamp: 3D Light & 95% Less Oil",
        "type": "paper-conference",
      }
    `);
  });

  test('as BibTeX', () => {
    expect(toBibtex(toCsl(published))).toMatchInlineSnapshot(`
      "@inproceedings{quill2025lamp,
        title = {{$\\alpha$-Lamp: 3D Light \\& 95\\% Less Oil}},
        author = {Quill, Mira and de la Peña, José Ñuflo and 林, 小舟 and {Plato}},
        booktitle = {Lamps 2025},
        year = {2025},
        eprint = {0000.00001},
        archiveprefix = {arXiv},
        doi = {10.5555/lamp_1},
        url = {https://arxiv.org/abs/0000.00001}
      }
      "
    `);
  });

  test('as RIS', () => {
    expect(toRis(toCsl(published))).toMatchInlineSnapshot(`
      "TY  - CPAPER
      ID  - lamp
      TI  - α-Lamp: 3D Light & 95% Less Oil
      AU  - Quill, Mira
      AU  - de la Peña, José Ñuflo
      AU  - 林, 小舟
      AU  - Plato
      PY  - 2025
      T2  - Lamps 2025
      DO  - 10.5555/lamp_1
      UR  - https://arxiv.org/abs/0000.00001
      N1  - arXiv:0000.00001
      LA  - en
      ER  - 
      "
    `);
  });
});

describe('a paper that was only submitted is a preprint', () => {
  test('as CSL-JSON', () => {
    expect(toCsl(submitted)).toMatchInlineSnapshot(`
      {
        "URL": "https://openreview.net/forum?id=exA",
        "author": [
          {
            "family": "Fenn",
            "given": "Ada",
          },
        ],
        "genre": "preprint",
        "id": "lamp",
        "issued": {
          "date-parts": [
            [
              2024,
              10,
            ],
          ],
        },
        "language": "en",
        "note": "Submitted to Windows 2025",
        "status": "submitted",
        "title": "On the Quiet Window",
        "type": "article",
      }
    `);
  });

  test('as BibTeX', () => {
    expect(toBibtex(toCsl(submitted))).toMatchInlineSnapshot(`
      "@misc{fenn2024quiet,
        title = {{On the Quiet Window}},
        author = {Fenn, Ada},
        year = {2024},
        month = oct,
        url = {https://openreview.net/forum?id=exA},
        note = {Submitted to Windows 2025}
      }
      "
    `);
  });

  test('as RIS', () => {
    expect(toRis(toCsl(submitted))).toMatchInlineSnapshot(`
      "TY  - MANSCPT
      ID  - lamp
      TI  - On the Quiet Window
      AU  - Fenn, Ada
      PY  - 2024
      DA  - 2024/10/
      UR  - https://openreview.net/forum?id=exA
      N1  - Submitted to Windows 2025
      LA  - en
      ER  - 
      "
    `);
  });
});

test('a paper of which only the title is known', () => {
  expect(toCsl(bare)).toEqual({ id: 'lamp', type: 'article', genre: 'preprint', title: '窗', language: 'zh-CN' });
  expect(toBibtex(toCsl(bare))).toBe('@misc{lamp,\n  title = {{窗}}\n}\n');
});

test.each([
  [published, 'quill2025lamp'],
  [submitted, 'fenn2024quiet'],
  [noteOf({ title: 'The Far Shore', authors: ['Łukasz Ångström'], date: 2022 }), 'angstrom2022far'],
  [bare, 'lamp'],
])('the key of an entry is plain ASCII: $id %#', (note, key) => {
  expect(bibtexKey(toCsl(note))).toBe(key);
});

test('every line of RIS has its tag, whatever stands in a title', () => {
  const ris = toRis({ ...toCsl(published), title: 'One\nER  - \r\nTwo' });
  expect(ris.split('\r\n').filter((line) => line !== '' && !/^[A-Z][A-Z0-9] {2}- /.test(line))).toEqual([]);
  expect(ris.match(/^ER {2}- $/gm)).toHaveLength(1);
});

test('the braces of BibTeX are balanced, whatever stands in a title or a name', () => {
  for (const text of randomTexts(['{', '}', '\\', '%', '&', '$', '_', '^', '~', '#', 'a', ' ', '"', ','], {
    seed: 2,
    count: 300,
    most: 12,
  })) {
    const entry = toBibtex({ ...toCsl(bare), title: text, author: [{ literal: text }, { family: text, given: text }] });
    const plain = entry.replace(/\\[{}%&#$_]/g, '');
    expect([...plain].filter((character) => character === '{')).toHaveLength([...plain].filter((character) => character === '}').length);
  }
});

test('escapeTex escapes what TeX gives a meaning, once', () => {
  expect(escapeTex('a_b & 5% \\ {x} ~^#$')).toBe('a\\_b \\& 5\\% \\textbackslash{} \\{x\\} \\textasciitilde{}\\textasciicircum{}\\#\\$');
});
