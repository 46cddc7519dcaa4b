import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { firstExtra, makePdf } from './make-pdf.ts';

/** Where pieces of a real Chinese typeface lie, and the piece that holds the characters used most. */
const FACE = 'node_modules/@fontsource-variable/noto-serif-sc/files/noto-serif-sc-118-wght-normal.woff2';

const hex = (codes: readonly number[]) => codes.map((code) => code.toString(16).padStart(4, '0')).join('');

/** The operators that show lines, each given as the codes of its characters. */
const show = (lines: readonly (readonly number[])[]) =>
  `BT /F2 24 Tf 36 TL 72 700 Td ${lines.map((codes) => `<${hex(codes)}> Tj T*`).join(' ')} ET`;

/** A page of Chinese in a font that the file only names, as old files do: the reader brings its character map, the system its shapes. */
export function namedChinesePdf(lines: readonly string[]): Buffer {
  const first = firstExtra(1);
  const name = '/BaseFont /STSong-Light';
  return makePdf({
    pages: [{ draw: show(lines.map((line) => [...line].map((character) => character.charCodeAt(0)))), fonts: `/F2 ${first} 0 R` }],
    objects: [
      `<< /Type /Font /Subtype /Type0 ${name} /Encoding /UniGB-UCS2-H /DescendantFonts [${first + 1} 0 R] >>`,
      `<< /Type /Font /Subtype /CIDFontType0 ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor ${first + 2} 0 R /DW 1000 >>`,
      `<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>`,
    ],
  });
}

/** A page of Chinese in a font that the file holds, with the characters that it needs and no others. */
export async function embeddedChinesePdf(lines: readonly string[]): Promise<Buffer> {
  const first = firstExtra(1);
  const font = await subsetFont(readFileSync(FACE), lines.join(''), { targetFormat: 'truetype', variationAxes: { wght: 400 } });
  const glyphs = glyphsOf(font);
  const glyphOf = (character: string) => glyphs.get(character.codePointAt(0)!)!;
  const characters = [...new Set(lines.join(''))];
  const toUnicode = [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Test def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    `${characters.length} beginbfchar`,
    ...characters.map((character) => `<${hex([glyphOf(character)])}> <${hex([character.charCodeAt(0)])}>`),
    'endbfchar endcmap end end',
  ].join('\n');
  const name = '/BaseFont /AAAAAA+Test';
  return makePdf({
    pages: [{ draw: show(lines.map((line) => [...line].map(glyphOf))), fonts: `/F2 ${first} 0 R` }],
    objects: [
      `<< /Type /Font /Subtype /Type0 ${name} /Encoding /Identity-H /DescendantFonts [${first + 1} 0 R] /ToUnicode ${first + 4} 0 R >>`,
      `<< /Type /Font /Subtype /CIDFontType2 ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${first + 2} 0 R /DW 1000 /CIDToGIDMap /Identity >>`,
      `<< /Type /FontDescriptor /FontName /AAAAAA+Test /Flags 4 /FontBBox [0 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontFile2 ${first + 3} 0 R >>`,
      stream(font.toString('latin1')),
      stream(toUnicode),
    ],
  });
}

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** The glyph of each code point of a TrueType font, by its character map of format 4 (OpenType, `cmap`). */
function glyphsOf(font: Buffer): Map<number, number> {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + 16 * index);
  const record = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')!;
  const cmap = font.readUInt32BE(record + 8);
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + 8 * index));
  const map = maps.find((at) => font.readUInt16BE(at) === 4)!;
  const size = font.readUInt16BE(map + 6);
  const glyphs = new Map<number, number>();
  for (let segment = 0; segment < size; segment += 2) {
    const [end, start] = [font.readUInt16BE(map + 14 + segment), font.readUInt16BE(map + 16 + size + segment)];
    const shift = font.readInt16BE(map + 16 + 2 * size + segment);
    const at = map + 16 + 3 * size + segment;
    const range = font.readUInt16BE(at);
    for (let code = start; code <= end && code < 0xffff; code++)
      glyphs.set(code, ((range === 0 ? code : font.readUInt16BE(at + range + 2 * (code - start))) + shift) & 0xffff);
  }
  return glyphs;
}
