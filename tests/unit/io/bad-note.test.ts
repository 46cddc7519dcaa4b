import { describe, expect, test } from 'vitest';
import { problemsIn, problemsOfNote } from '../../helpers/memory-files.ts';

const note = '---\ntitle: A Lamp\n---\n';

describe('a note', () => {
  test('with a key that does not exist', () => {
    expect(problemsOfNote('title: A\nkeyword: [x]')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:1 error schema/unknown-key
        “keyword” is no key of this file.
        Did you mean “keywords”? Known keys: title, titleZh, shortTitle, alternativeTitles, authors, date, venue, status, keywords, links, abstractSource, objective, relations, questions."
    `);
    expect(problemsOfNote('title: A\nzzz: 1')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:1 error schema/unknown-key
        “zzz” is no key of this file.
        Remove it, or use one of: title, titleZh, shortTitle, alternativeTitles, authors, date, venue, status, keywords, links, abstractSource, objective, relations, questions."
    `);
  });

  test('with a key that does not exist inside links', () => {
    expect(problemsOfNote('title: A\nlinks:\n  arxiv: "2405.14734"\n  cod: https://c.org')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:5:3 error schema/unknown-key
        “links.cod” is no key of this file.
        Did you mean “code”? Known keys: arxiv, openreview, doi, pdf, code, project, data."
    `);
  });

  test('without a title', () => {
    expect(problemsOfNote('date: 2024')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:1 error schema/missing-key
        “title” is missing.
        Add a line “title: …”."
    `);
    expect(problemsOfNote('')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:1 error schema/missing-key
        “title” is missing.
        Add a line “title: …”."
    `);
  });

  test('with an empty title or one that is no text', () => {
    expect(problemsOfNote('title:')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:7 error schema/invalid-value
        title: the value is empty.
        Write it; the line of a key that is not needed can be removed."
    `);
    expect(problemsOfNote('title: ""')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:8 error schema/invalid-value
        title: the value is empty.
        Write it; the line of a key that is not needed can be removed."
    `);
    expect(problemsOfNote('title: 42')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:8 error schema/invalid-value
        title: “42” is not a text.
        Write a text; quote one that looks like a number or a date."
    `);
  });

  test.each(['*Star*', '*star', '&anchor', '%percent', '@at', '`tick`', 'a: b', '"open', '[open', '{open', '!tag [x'])(
    'whose title is the malformed %s names its line and does not throw',
    (title) => {
      expect(problemsOfNote(`date: 2024\ntitle: ${title}\nvenue: V`)).toMatch(
        /^content\/notes\/lamp\.md:[345]:\d+ error (?:yaml|schema)\//,
      );
    },
  );

  test('with malformed YAML', () => {
    expect(problemsOfNote('date: 2024\ntitle: SimPO: Simple')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:8 error yaml/malformed
        The YAML cannot be read: a value holds “: ” and is not in quotes.
        Write it in quotes, such as title: "One: Two"."
    `);
    expect(problemsOfNote('title: A\nvenue: V\ntitle: B')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:1 error yaml/malformed
        The YAML cannot be read: this key stands above already.
        Remove one of the two lines."
    `);
    expect(problemsOfNote('title: A\nauthors:\n\t- B')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:1 error yaml/malformed
        The YAML cannot be read: Tabs are not allowed as indentation.
        Indent with spaces."
    `);
    expect(problemsOfNote('title: *lamp')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:8 error yaml/malformed
        The YAML cannot be read: “*lamp” is an alias.
        Quote the value: an asterisk at its beginning has a meaning of its own in YAML."
    `);
  });

  test('whose front matter is no mapping', () => {
    expect(problemsOfNote('A Lamp')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:2:1 error schema/invalid-value
        The file: “A Lamp” is not a set of keys.
        Write keys with values, such as “key: value”, each on a line of its own."
    `);
  });

  test('without front matter', () => {
    expect(problemsIn({ 'content/notes/lamp.md': '# A Lamp\n' })).toMatchInlineSnapshot(`
      "content/notes/lamp.md:1:1 error note/no-front-matter
        The note has no front matter.
        Begin the file with a line “---”, then “title: …”, then a line “---”."
    `);
  });

  test('with a date that is no date', () => {
    expect(problemsOfNote('title: A\ndate: 2024-02-30')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:7 error schema/invalid-value
        date: “2024-02-30” is no date.
        Write YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-05-23."
    `);
    expect(problemsOfNote('title: A\ndate: May 2024')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:7 error schema/invalid-value
        date: “May 2024” is no date.
        Write YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-05-23."
    `);
    expect(problemsOfNote('title: A\ndate: 2024.5')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:7 error schema/invalid-value
        date: “2024.5” is no date.
        Write YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-05-23."
    `);
  });

  test('with a status that does not exist', () => {
    expect(problemsOfNote('title: A\nstatus: accepted')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:9 error schema/invalid-value
        status: “accepted” is not understood.
        Write one of: published, submitted, preprint."
    `);
  });

  test('with one word where a list is wanted', () => {
    expect(problemsOfNote('title: A\nkeywords: dpo')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:11 error schema/invalid-value
        keywords: “dpo” is not a list.
        Write a list, such as [one, two]."
    `);
    expect(problemsOfNote('title: A\nauthors:\n  - B\n  - 7')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:5:5 error schema/invalid-value
        authors: “7” is not a text.
        Write a text; quote one that looks like a number or a date."
    `);
  });

  test('with an arXiv id without quotes', () => {
    expect(problemsOfNote('title: A\nlinks: { arxiv: 2405.14730 }')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:17 error schema/invalid-value
        links.arxiv: “2405.1473” is no arXiv id.
        Write it in quotes, such as "2405.14734", so that no digit is lost."
    `);
    expect(problemsOfNote('title: A\nlinks:\n  arxiv: arXiv:2405.14734')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:10 error schema/invalid-value
        links.arxiv: “arXiv:2405.14734” is no arXiv id.
        Write it in quotes, such as "2405.14734", or "cs/0112017" for an old one."
    `);
  });

  test('with an address that is none', () => {
    expect(problemsOfNote('title: A\nlinks:\n  code: github.com/x/y')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:9 error schema/invalid-value
        links.code: “github.com/x/y” is no web address.
        Write it in full, beginning with https://."
    `);
  });

  test('whose file cannot give an id', () => {
    expect(problemsIn({ 'content/notes/my_Lamp é.md': note })).toMatchInlineSnapshot(`
      "content/notes/my_Lamp é.md:1:1 error note/invalid-id
        “my_lamp é” cannot be an id: use lower-case Latin letters, digits and single hyphens.
        Rename the file, for instance to my-lamp-e.md."
    `);
    expect(problemsIn({ 'content/notes/论文.md': note })).toMatchInlineSnapshot(`
      "content/notes/论文.md:1:1 error note/invalid-id
        “论文” cannot be an id: use lower-case Latin letters, digits and single hyphens.
        Rename the file, for instance to note.md."
    `);
  });

  test('whose id another note has', () => {
    expect(problemsIn({ 'content/notes/A.md': note, 'content/notes/a.md': note })).toMatchInlineSnapshot(`
      "content/notes/a.md:1:1 error note/duplicate-id
        The id “a” is that of content/notes/A.md too: ids do not distinguish case.
        Rename one of the two files."
    `);
  });
});

describe('the PDF of a note', () => {
  test('that is not a PDF', () => {
    expect(problemsOfNote('title: A\nlinks:\n  pdf: lamp.pdf', { 'papers/lamp.pdf': '<!doctype html>' })).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:8 error note/pdf-not-a-pdf
        “lamp.pdf” is not a PDF: it does not begin with “%PDF-”.
        Download it again; a login or error page may have been saved in its place."
    `);
  });

  test('that is absent', () => {
    expect(problemsOfNote('title: A\nlinks: { pdf: lamp.pdf }')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:15 notice note/pdf-missing
        “lamp.pdf” is not in papers/; the page offers the remote copy.
        Put the file into papers/, or set PAPERS_DIR to the folder that holds it."
    `);
  });

  test('that lies outside papers/', () => {
    expect(problemsOfNote('title: A\nlinks: { pdf: ../lamp.pdf }', { 'lamp.pdf': '%PDF-1.4' })).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:15 error schema/invalid-value
        links.pdf: “../lamp.pdf” leads out of papers/.
        Write the name of a file in papers/ or a web address."
    `);
  });

  test('that is at hand, or elsewhere in the web', () => {
    expect(problemsOfNote('title: A\nlinks: { pdf: lamp.pdf }', { 'papers/lamp.pdf': '%PDF-1.4' })).toBe('');
    expect(problemsOfNote('title: A\nlinks: { pdf: https://x.org/lamp.pdf }')).toBe('');
  });
});

describe('keywords', () => {
  const terms = { 'content/keywords.yaml': '- id: length-bias\n  en: Length bias\n  zh: 长度偏差\n  aliases: [verbosity]\n' };

  test('that are nearly one of the vocabulary', () => {
    expect(problemsOfNote('title: A\nkeywords:\n  - wick\n  - lenght bias', terms)).toMatchInlineSnapshot(`
      "content/notes/lamp.md:5:5 warning note/near-keyword
        “lenght bias” is not in keywords.yaml, but nearly “length-bias”.
        Write “length-bias”, or add “lenght bias” to keywords.yaml."
    `);
  });

  test('that say the same twice', () => {
    expect(problemsOfNote('title: A\nkeywords: [length-bias, 长度偏差]', terms)).toMatchInlineSnapshot(`
      "content/notes/lamp.md:3:25 warning note/duplicate-keyword
        “length-bias” and “长度偏差” are the same keyword.
        Remove one of the two."
    `);
  });

  test('may be written as id, label or alias, or be unknown', () => {
    for (const keyword of ['length-bias', 'Length Bias', '长度偏差', 'verbosity', 'wick'])
      expect(problemsOfNote(`title: A\nkeywords: [${keyword}]`, terms)).toBe('');
  });
});

describe('relations of a note', () => {
  const others = { 'content/notes/lantern.md': note };

  test('to a note that does not exist, or to itself', () => {
    expect(problemsOfNote('title: A\nrelations:\n  extends: [lanterm]\n  analyses: [lamp]', others)).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:13 error note/missing-relation
        There is no note “lanterm” to be related to.
        Did you mean “lantern”?
      content/notes/lamp.md:5:14 error note/missing-relation
        The note is related to itself.
        Write the id of another note, which is the name of its file without “.md”, or remove it."
    `);
  });

  test('to other notes', () => {
    expect(problemsOfNote('title: A\nrelations: { extends: [lantern] }', others)).toBe('');
  });
});

describe('the objective of a note', () => {
  test('without a source', () => {
    expect(problemsOfNote('title: A\nobjective:\n  formula: \\log x')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:3 error schema/invalid-value
        objective: “{"formula":"\\\\log x"}” names no source.
        Add “page: …” of the PDF, or “source: https://…”."
    `);
  });

  test('with a formula or a symbol that cannot be read', () => {
    expect(problemsOfNote('title: A\nobjective:\n  formula: \\frac{x\n  symbols: [{ symbol: \\nope, en: a, zh: 甲 }]\n  page: 1'))
      .toMatchInlineSnapshot(`
      "content/notes/lamp.md:4:12 error note/broken-math
        The formula cannot be read: Unexpected end of input in a macro argument, expected '}'
        Mend “\\frac{x”; it is LaTeX without dollar signs.
      content/notes/lamp.md:5:23 error note/broken-math
        The formula cannot be read: Undefined control sequence: \\nope
        Mend “\\nope”; it is LaTeX without dollar signs."
    `);
  });

  test('with a letter that nobody explains', () => {
    expect(problemsOfNote('title: A\nobjective:\n  page: 1\n  formula: \\beta\\log\\pi_\\theta+\\gamma')).toMatchInlineSnapshot(`
      "content/notes/lamp.md:5:12 warning note/unexplained-symbol
        The objective uses \\gamma, which is neither explained nor part of the shared notation.
        Add “- { symbol: \\gamma, en: …, zh: … }” to its symbols."
    `);
  });

  test('with every letter explained', () => {
    const symbols = 'symbols: [{ symbol: \\gamma_t, en: a discount, zh: 折扣 }]';
    expect(problemsOfNote(`title: A\nobjective:\n  page: 1\n  formula: \\sigma(\\gamma_t)\n  ${symbols}`)).toBe('');
  });
});
