import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { katexOptions } from '../../../src/markdown/katex.ts';
import { renderMarkdown } from '../../../src/markdown/pipeline.ts';

const reference = unified()
  .use(remarkParse)
  .use(remarkMath)
  .use(remarkRehype)
  .use(rehypeKatex, { ...katexOptions, macros: { ...katexOptions.macros } })
  .use(rehypeStringify);

/** HTML in one spelling: how a serializer quotes, closes and escapes says nothing about the formula. */
function inOneSpelling(html: string): string {
  return html
    .replace(/&#x([0-9A-F]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('"', "'")
    .replaceAll(";'", "'")
    .replace(/<(path|line|img|mspace|mprescripts|none)([^>]*?)\s*(?:\/>|><\/\1>)/g, '<$1$2>');
}

function ours(source: string): string {
  return renderMarkdown(source).html.replace(/<(span|div) class="(?:math|formula)" translate="no">(.*?)<\/\1>(?=<\/p>|$|\n| and )/gs, '$2');
}

const formulas = [
  'x^2',
  '\\alpha',
  '\\frac{\\pi_\\theta(y \\mid x)}{\\pi_{\\mathrm{ref}}(y \\mid x)}',
  '\\mathbb{E}_{x \\sim \\mathcal{D}}\\left[\\log \\sigma\\left(\\beta \\Delta\\right)\\right]',
  '\\sqrt{\\sum_i x_i^2} < 3 \\& 4 > 2',
  '\\E[x] + \\argmax_y f(y) - \\argmin_z g(z)',
  '\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}',
  '\\text{if } x = \\text{"quoted"}',
  "f'(x) = \\widehat{abc} + \\underbrace{a + b}_{c}",
  '\\text{中文} + 偏好',
  '\\gdef\\own{1}\\own',
];

test.each(formulas)('%s is rendered as rehype-katex renders it', async (latex) => {
  for (const source of [`$${latex}$`, `$$\n${latex}\n$$`, `See $${latex}$ and more.`]) {
    const expected = String(await reference.process(source));
    expect(inOneSpelling(ours(source))).toBe(inOneSpelling(expected));
  }
});

test('a definition in one note does not reach the next', () => {
  renderMarkdown('$\\gdef\\leak{1}\\leak$');
  expect(renderMarkdown('$\\leak$').file.messages).toHaveLength(1);
});
