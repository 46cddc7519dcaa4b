/**
 * Makes the font files of the site: `npm run fonts`, after Source Serif or KaTeX was updated.
 *
 * The text face is cut to the characters that nearly every page uses, the rest standing in files of their own that
 * a browser fetches when a page needs one. KaTeX’s faces are cut to common mathematics in the same way: a rare
 * symbol makes the browser fetch the whole face, so nothing is ever missing.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const packages = createRequire(import.meta.url);
const serifFolder = join(dirname(packages.resolve('@fontsource-variable/source-serif-4/package.json')), 'files');
const katexFolder = dirname(packages.resolve('katex/dist/katex.min.css'));
const styles = join(import.meta.dirname, '../src/styles');

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const ascii = range(0x20, 0x7e);
const punctuation = '–—‘’“”…·×−±≥≤°©→←↑↓•′″';
/** Kept as glyphs, so that “fi” still joins; text holds the letters. */
const ligatures = 'ﬀﬁﬂ';
const latin1 = range(0xa0, 0xff) + 'ıŒœ';

/** The accented letters that names in this field carry most. */
const accents = 'áéíóúüöäñçèêëôøåãÉÖ';
const without = (text: string, others: string) => [...text].filter((character) => !others.includes(character)).join('');

const serif = [
  { name: 'source-serif-4', source: 'latin-wght-normal', text: ascii + punctuation + '\u00a0²³' + ligatures },
  { name: 'source-serif-4-italic', source: 'latin-wght-italic', text: ascii + punctuation + ligatures },
  { name: 'source-serif-4-accents', source: 'latin-wght-normal', text: accents },
  { name: 'source-serif-4-latin1', source: 'latin-wght-normal', text: without(latin1, accents + punctuation + '\u00a0²³') },
  { name: 'source-serif-4-extended', source: 'latin-ext-wght-normal', text: range(0x100, 0x24f) },
  { name: 'source-serif-4-greek', source: 'greek-wght-normal', text: range(0x391, 0x3c9) },
];

const [capitals, letters, digits] = [range(0x41, 0x5a), range(0x61, 0x7a), range(0x30, 0x39)];
const greek = range(0x3b1, 0x3c9) + 'ϑϕϱϵ';
/** KaTeX draws “≠” as “=” under a stroke that has a code of private use. */
const NOT = '\ue020';
const relations = '−±×·∗∘≤≥≠≡∼≈∝∈∉⊂⊆∪∩∀∃∇∂∞→←↔⇒⇔↦⟨⟩⌈⌉⌊⌋∣∥′…⋯⋅√ˉˆ˜˙⊤⊥⊙⊕⊗ℓ\u200b\u2061' + NOT;
/** The capitals of words such as KL, DPO and SFT, which stand upright in formulas. */
const upright = 'ACDEFHIKLMNOPRSTU';
const delimiters = '()[]{}⟨⟩|∣∥√∑∏∫';

/** Each face in pieces, the one that most formulas need first; no character stands in two pieces of a face. */
const katex: readonly { readonly file: string; readonly pieces: readonly string[] }[] = [
  {
    file: 'KaTeX_Main-Regular',
    pieces: [digits + letters + upright + '()[]{},.;:=+-<>/|!^~ \u00a0\u200b−∣∼≤≥∈∗′→%∝⊤∂⋅…∥⟨⟩˙ℓ≠', ascii + 'ΓΔΘΛΞΠΣΥΦΨΩ' + relations],
  },
  { file: 'KaTeX_Math-Italic', pieces: [letters + 'ABDIKLMNOQRTUVWXZ' + 'αβγδεηθλμξπστφϕψωϵ', capitals + greek] },
  { file: 'KaTeX_AMS-Regular', pieces: ['ERPVDINZ', capitals + '≜⊮⩽⩾≲≳⋆'] },
  { file: 'KaTeX_Caligraphic-Regular', pieces: ['DLNRPSTX', capitals] },
  ...[1, 2, 3, 4].map((size) => ({ file: `KaTeX_Size${size}-Regular`, pieces: [delimiters] })),
];

await makeSerif();
await makeKatex();

async function makeSerif(): Promise<void> {
  const target = join(styles, 'fonts');
  mkdirSync(target, { recursive: true });
  for (const { name, source, text } of serif) {
    const font = readFileSync(join(serifFolder, `source-serif-4-${source}.woff2`));
    const made = await subsetFont(font, text, {
      targetFormat: 'woff2',
      variationAxes: { wght: { min: 400, max: 600 } },
      // Small capitals, old-style figures and other forms that no page asks for.
      noLayoutClosure: true,
      noHinting: true,
    });
    save(join(target, `${name}.woff2`), made);
  }
}

async function makeKatex(): Promise<void> {
  const target = join(styles, 'katex');
  mkdirSync(target, { recursive: true });
  const faces: string[] = [];
  for (const { file, pieces } of katex) {
    const source = readFileSync(join(katexFolder, 'fonts', `${file}.woff2`));
    for (const [index, piece] of pieces.entries()) {
      const text = without(piece, pieces.slice(0, index).join(''));
      const name = index === 0 ? file : `${file}-${index + 1}`;
      save(
        join(target, `${name}.woff2`),
        await subsetFont(source, text, { targetFormat: 'woff2', noHinting: true, noLayoutClosure: true }),
      );
      faces.push(face(file, name, text));
    }
  }
  const css = readFileSync(join(katexFolder, 'katex.min.css'), 'utf8')
    .replaceAll(/,url\([^)]+\) format\("(?:woff|truetype)"\)/g, '')
    // Without an end, a whole face would be fetched for a Chinese word in a formula, which it does not have.
    .replaceAll(/(@font-face\{[^}]*)\}/g, '$1;unicode-range:U+0-2E7F,U+E000-F8FF}')
    .replaceAll('url(fonts/', 'url(../../../node_modules/katex/dist/fonts/');
  const end = css.lastIndexOf('@font-face');
  const after = css.indexOf('}', end) + 1;
  const { version } = packages('katex/package.json') as { version: string };
  writeFileSync(
    join(target, 'katex.css'),
    `/* KaTeX ${version}, MIT; made by .config/fonts.ts. */\n@layer katex{\n${css.slice(0, after)}\n${faces.join('\n')}\n${css.slice(after)}\n}\n`,
  );
}

/** A face that takes precedence over the whole one for its own characters, because it comes later. */
function face(file: string, name: string, text: string): string {
  const [family, style] = file.split('-');
  return `@font-face{font-display:block;font-family:${family};font-style:${style === 'Italic' ? 'italic' : 'normal'};font-weight:400;src:url(./${name}.woff2) format("woff2");unicode-range:${unicodeRange(text)}}`;
}

/** Characters as a CSS `unicode-range`: `U+30-39,U+61-7A`. */
function unicodeRange(text: string): string {
  const codes = [...new Set(text)].map((character) => character.codePointAt(0)!).sort((a, b) => a - b);
  const starts = codes.filter((code, index) => code !== codes[index - 1]! + 1);
  const ends = codes.filter((code, index) => code + 1 !== codes[index + 1]);
  const hex = (code: number) => code.toString(16).toUpperCase();
  return starts.map((start, index) => `U+${hex(start)}${ends[index] === start ? '' : `-${hex(ends[index]!)}`}`).join(',');
}

function save(path: string, data: Uint8Array): void {
  writeFileSync(path, data);
  console.log(`${path}: ${data.length} bytes`);
}
