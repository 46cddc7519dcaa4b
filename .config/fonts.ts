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
const latin1 = range(0xa0, 0xff) + 'ıŒœ';

const serif = [
  { name: 'source-serif-4', source: 'latin-wght-normal', text: ascii + punctuation },
  { name: 'source-serif-4-italic', source: 'latin-wght-italic', text: ascii + punctuation },
  { name: 'source-serif-4-latin1', source: 'latin-wght-normal', text: latin1 },
  { name: 'source-serif-4-extended', source: 'latin-ext-wght-normal', text: range(0x100, 0x24f) },
  { name: 'source-serif-4-greek', source: 'greek-wght-normal', text: range(0x391, 0x3c9) },
];

const letters = range(0x41, 0x5a) + range(0x61, 0x7a);
const relations = '−±×·∗∘≤≥≠≡∼≈∝∈∉⊂⊆∪∩∀∃∇∂∞→←↔⇒⇔↦⟨⟩⌈⌉⌊⌋∣∥′…⋯⋅√ˉˆ˜˙⊤⊥⊙⊕⊗ℓ\u200b\u2061';
const katex: Readonly<Record<string, string>> = {
  'KaTeX_Main-Regular': ascii + 'ΓΔΘΛΞΠΣΥΦΨΩ' + relations,
  'KaTeX_Math-Italic': letters + range(0x3b1, 0x3c9) + 'ϑϕϱϵ',
  KaTeX_AMS: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ≜⊮⩽⩾≲≳⋆',
  'KaTeX_Caligraphic-Regular': range(0x41, 0x5a),
};

await makeSerif();
await makeKatex();

async function makeSerif(): Promise<void> {
  const target = join(styles, 'fonts');
  mkdirSync(target, { recursive: true });
  for (const { name, source, text } of serif) {
    const font = readFileSync(join(serifFolder, `source-serif-4-${source}.woff2`));
    const made = await subsetFont(font, text, { targetFormat: 'woff2', variationAxes: { wght: { min: 400, max: 600 } } });
    save(join(target, `${name}.woff2`), made);
  }
}

async function makeKatex(): Promise<void> {
  const target = join(styles, 'katex');
  mkdirSync(target, { recursive: true });
  const faces: string[] = [];
  for (const [name, text] of Object.entries(katex)) {
    const file = name === 'KaTeX_AMS' ? 'KaTeX_AMS-Regular' : name;
    save(
      join(target, `${file}.woff2`),
      await subsetFont(readFileSync(join(katexFolder, 'fonts', `${file}.woff2`)), text, { targetFormat: 'woff2' }),
    );
    faces.push(face(name, file, text));
  }
  const css = readFileSync(join(katexFolder, 'katex.min.css'), 'utf8')
    .replaceAll(/,url\([^)]+\) format\("(?:woff|truetype)"\)/g, '')
    .replaceAll('url(fonts/', 'url(../../../node_modules/katex/dist/fonts/');
  const end = css.lastIndexOf('@font-face');
  const after = css.indexOf('}', end) + 1;
  const { version } = packages('katex/package.json') as { version: string };
  writeFileSync(
    join(target, 'katex.css'),
    `/* KaTeX ${version}, MIT; made by .config/fonts.ts. */\n${css.slice(0, after)}\n${faces.join('\n')}\n${css.slice(after)}\n`,
  );
}

/** A face that takes precedence over the whole one for its own characters, because it comes later. */
function face(name: string, file: string, text: string): string {
  const family = name.replace(/-(?:Regular|Italic)$/, '');
  const style = name.endsWith('Italic') ? 'italic' : 'normal';
  const codes = [...new Set(text)].map((character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`);
  return `@font-face{font-display:block;font-family:${family};font-style:${style};font-weight:400;src:url(./${file}.woff2) format("woff2");unicode-range:${codes.join(',')}}`;
}

function save(path: string, data: Uint8Array): void {
  writeFileSync(path, data);
  console.log(`${path}: ${data.length} bytes`);
}
