import { expect, test } from 'vitest';
import { readCslJson } from '../../../src/core/import/csl-json.ts';
import { readBibtex } from '../../../src/io/import/bibtex.ts';

test('formulas of BibTeX stay as they are written, in titles and abstracts, and all else is decoded', () => {
  const { papers } = readBibtex(
    '@misc{a,\n title={On {$\\alpha_{i}$}-{DPO} \\& M{\\"u}ller},\n abstract={It costs \\$5 and 100\\% of $d_{\\mathrm{model}}=512$\\ldots{} with $x\n<y$.}}\n\n@misc{b, title={Second}}\n',
  );
  expect(papers[0]).toMatchObject({
    title: 'On $\\alpha_{i}$-DPO & Müller',
    sections: [{ heading: 'Abstract', text: 'It costs \\$5 and 100% of $d_{\\mathrm{model}}=512$… with $x <y$.' }],
  });
  expect(papers.map(({ line }) => line)).toEqual([1, 6]);
});

test('prices in two fields or entries are no formula', () => {
  const { papers } = readBibtex(
    '@misc{a, title={Costs $5}, note={x}}\n\n@misc{b, title="Costs $6", year="2020"}\n@misc{c, title="Costs $7 and $x$"}\n',
  );
  expect(papers.map(({ title }) => title)).toEqual(['Costs \\$5', 'Costs \\$6', expect.stringContaining('Costs')]);
});

test('BibLaTeX, string macros and names in every form are read', () => {
  const { papers } = readBibtex(
    '@string{lc = "Proceedings of Lamps"}\n@online{a, title={Lamp {{And}} Wick}, author={{\\L}ukasz Lamp and {Lamp Team} and van den Berg, Jan and 李, 四}, date={2017-06-12}, eprint={1706.03762}, eprinttype={arXiv}}\n@inproceedings{b, title="B", booktitle=lc, year=2023, month=dec, url={https://openreview.net/forum?id=b1}}\n',
  );
  expect(papers).toMatchObject([
    {
      title: 'Lamp And Wick',
      authors: ['Łukasz Lamp', 'Lamp Team', 'Jan van den Berg', '李四'],
      date: '2017-06-12',
      links: { arxiv: '1706.03762' },
    },
    { venue: 'Proceedings of Lamps 2023', date: '2023-12', links: { openreview: 'b1' } },
  ]);
});

test('an abstract in the XML of publishers becomes Markdown', () => {
  const item = {
    title: 'Scaling <i>Laws</i> for H<sub>2</sub>O',
    DOI: '10.1000/x',
    abstract:
      '<jats:title>Abstract</jats:title><jats:p>A <jats:italic>B</jats:italic> &amp; C<jats:sub>2</jats:sub>.</jats:p><jats:p>Then<jats:xref>1</jats:xref>.</jats:p>',
  };
  expect(readCslJson(JSON.stringify([item])).papers[0]).toMatchObject({
    title: 'Scaling \\emph{Laws} for H$_{2}$O',
    abstractSource: 'https://doi.org/10.1000/x',
    sections: [{ heading: 'Abstract', text: 'Abstract\n\nA \\emph{B} & C$_{2}$.\n\nThen1.' }],
  });
});

test('an item without a title is told with its line', () => {
  expect(readCslJson('[\n {"id": "a", "title": "A"},\n {"id": "b"}\n]').unread).toEqual([
    { line: 3, reason: 'Item 2 has no title (its id is “b”).' },
  ]);
});
