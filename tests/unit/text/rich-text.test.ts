import { describe, expect, test } from 'vitest';
import { escapeHtml, mathToText, parseRichText, richTextToHtml, richTextToText } from '../../../src/core/text/rich-text.ts';
import { randomTexts } from '../../helpers/random.ts';

const html = (source: string) => richTextToHtml(parseRichText(source));
const text = (source: string) => richTextToText(parseRichText(source));

describe('parseRichText', () => {
  test.each([
    ['', '', ''],
    ['Plain', 'Plain', 'Plain'],
    ['$\\alpha$-DPO', 'α-DPO', 'α-DPO'],
    ['(\\alpha)-DPO', 'α-DPO', 'α-DPO'],
    ['\\alpha DPO', 'αDPO', 'αDPO'], // TeX swallows the space
    ['\\alpha{} DPO', 'α DPO', 'α DPO'],
    ['\\textbf{3D}-Properties', '3D-Properties', '<strong>3D</strong>-Properties'],
    ['{\\bf 3D} and {\\em not} flat', '3D and not flat', '<strong>3D</strong> and <em>not</em> flat'],
    ['\\emph{a \\textbf{b} c}', 'a b c', '<em>a <strong>b</strong> c</em>'],
    ['\\texttt{code}', 'code', '<code>code</code>'],
    ['\\textsc{Small} \\mbox{caps}', 'Small caps', 'Small caps'],
    ["``one'' and ``two''", '“one” and “two”', '“one” and “two”'],
    ['a--b---c', 'a–b—c', 'a–b—c'],
    ['95\\% of \\$5 \\& \\#1 in a\\_b', '95% of $5 & #1 in a_b', '95% of $5 &amp; #1 in a_b'],
    [
      "Erd\\H{o}s, \\'Emile, Fran\\c{c}ois, \\v{S}, \\~n, \\'{\\i}, \\\"u",
      'Erdős, Émile, François, Š, ñ, í, ü',
      'Erdős, Émile, François, Š, ñ, í, ü',
    ],
    ['stra\\ss{}e and \\o{}re', 'straße and øre', 'straße and øre'],
    ['\\unknown{stays} \\alone', '\\unknown{stays} \\alone', '\\unknown{stays} \\alone'],
    ['\\unknown{\\textbf{x}}', '\\unknown{x}', '\\unknown{<strong>x</strong>}'],
    ['\\textbf{never closed', '\\textbf{never closed', '\\textbf{never closed'],
    ['(\\constructor) \\toString \\valueOf{}', '(\\constructor) \\toString \\valueOf{}', '(\\constructor) \\toString \\valueOf{}'],
    ['one $ sign', 'one $ sign', 'one $ sign'],
    ['\\textbf{a$} and $y$', 'a$ and y', '<strong>a$</strong> and <i translate="no">y</i>'],
    ['$\\pi_{\\mathrm{ref}}$', 'π_ref', '<i translate="no">π_ref</i>'],
    ['直接偏好优化（\\textbf{DPO}）', '直接偏好优化（DPO）', '直接偏好优化（<strong>DPO</strong>）'],
  ])('%s', (source, asText, asHtml) => {
    expect(text(source)).toBe(asText);
    expect(html(source)).toBe(asHtml);
  });

  test('joins neighboring texts and leaves no empty ones', () => {
    expect(parseRichText('a\\% b\\&c')).toEqual([{ type: 'text', value: 'a% b&c' }]);
  });

  test('never throws, and what it prints holds no markup but its own', () => {
    const pieces = [
      '\\',
      '{',
      '}',
      '$',
      '`',
      "'",
      '-',
      '"',
      '<script>',
      '&',
      'textbf',
      'emph',
      'alpha',
      'c',
      'H',
      '(',
      ')',
      ' ',
      'é',
      '中',
      '\n',
      '\\textbf{',
      '\\(',
      '%',
      '__proto__',
    ];
    for (const source of randomTexts(pieces, { seed: 11, count: 1500, most: 40 })) {
      const tags = html(source).match(/<[^>]*>?/g) ?? [];
      expect(tags.filter((tag) => !/^<\/?(?:strong|em|code|i|i translate="no")>$/.test(tag))).toEqual([]);
      expect(text(source)).toBeTypeOf('string');
    }
  });
});

describe('richTextToHtml', () => {
  test('escapes texts and formulas', () => {
    expect(html('<b onclick="x">&</b>')).toBe('&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;');
    expect(html('$a<b$')).toBe('<i translate="no">a&lt;b</i>');
    expect(html('\\textbf{<i>}')).toBe('<strong>&lt;i&gt;</strong>');
  });

  test('hands formulas to the renderer it is given, without dollars', () => {
    expect(richTextToHtml(parseRichText('for $x^2$'), (latex) => `[${latex}]`)).toBe('for [x^2]');
  });
});

test('escapeHtml escapes what HTML gives a meaning', () => {
  expect(escapeHtml(`<a href="x">&amp;'</a>`)).toBe(`&lt;a href=&quot;x&quot;&gt;&amp;amp;'&lt;/a&gt;`);
});

test.each([
  ['\\beta = 0.1', 'β = 0.1'],
  ['\\mathcal{L}_{\\text{DPO}}', 'L_DPO'],
  ['\\frac{a}{b}', 'frac ab'],
  ['a\\,b\\;c', 'a b c'],
  ['\\constructor', 'constructor'],
])('mathToText(%s) is %s', (latex, plain) => {
  expect(mathToText(latex)).toBe(plain);
});
