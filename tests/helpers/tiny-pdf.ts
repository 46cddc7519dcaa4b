/** The text of each page of `tests/fixtures/library/papers/lantern.pdf`, one line an entry. */
export const lanternPages = [
  ['Lantern Tuning', 'Preferences taught by the order of lamps.', 'Page one states the problem.'],
  ['Method', 'Each lamp is a preference pair.', 'The loss keeps the brighter lamp ahead.'],
  ['Results', 'Twelve rooms stay lit after one night.', 'The last page thanks the keepers.'],
];

/** What else a PDF may hold, in the syntax of PDF. The pages are the objects 3, 5, 7 … */
export interface PdfExtras {
  /** Entries of the catalog, such as `/PageLabels << … >>`. */
  readonly catalog?: string;
  /** Further objects, numbered on from the font's, which for three pages is 9. */
  readonly objects?: readonly string[];
  /** Entries of the trailer, such as `/Encrypt << … >>`. */
  readonly trailer?: string;
}

/** A valid PDF with one page for every entry, each a few lines of Helvetica. */
export function tinyPdf(
  pages: readonly (readonly string[])[],
  { catalog = '', objects: others = [], trailer = '' }: PdfExtras = {},
): string {
  const font = 3 + 2 * pages.length;
  const kids = pages.map((_, index) => `${3 + 2 * index} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...pages.flatMap((lines, index) => pageObjects(lines, { content: 4 + 2 * index, font })),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...others,
  ];
  return withCrossReferences(objects, trailer);
}

function pageObjects(lines: readonly string[], { content, font }: { content: number; font: number }): string[] {
  const text = `BT /F1 18 Tf 24 TL 72 720 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R >> >> >>`;
  return [page, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`];
}

function withCrossReferences(objects: readonly string[], trailer: string): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n${table}\ntrailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
}
