/** A page of a PDF that a test makes. */
export interface MadePage {
  /** Lines of Helvetica; parentheses and backslashes are taken literally. */
  readonly lines?: readonly string[];
  /** More of the page's content, such as `/Im1 Do`. */
  readonly draw?: string;
  /** More of the page's resources, such as `/XObject << /Im1 9 0 R >>`. */
  readonly resources?: string;
  /** Fonts beside `/F1`, such as `/F2 9 0 R`. */
  readonly fonts?: string;
  /** More of the page's dictionary, such as `/Annots [9 0 R]`. */
  readonly more?: string;
  /** Width and height in points. Default: 612 and 792. */
  readonly size?: readonly [number, number];
}

/** A PDF that a test makes. */
export interface MadePdf {
  readonly pages: readonly MadePage[];
  /** More of the catalog's dictionary. */
  readonly catalog?: string;
  /** More objects; the first has the number that `firstExtra` tells. */
  readonly objects?: readonly string[];
  /** More of the trailer's dictionary. */
  readonly trailer?: string;
  /** Changes the text of a stream before it is written, as encryption does. */
  readonly encrypt?: (stream: string, object: number) => string;
}

/** The number of the first object that a test adds to a PDF of so many pages. */
export const firstExtra = (pages: number): number => 4 + 2 * pages;

/** The number of a page's object; pages are counted from 1. */
export const pageObject = (page: number): number => 1 + 2 * page;

/** Writes a PDF, in bytes of Latin-1. */
export function makePdf({ pages, catalog = '', objects = [], trailer = '', encrypt = (stream) => stream }: MadePdf): Buffer {
  const font = 3 + 2 * pages.length;
  const kids = pages.map((_, index) => `${pageObject(index + 1)} 0 R`).join(' ');
  return writeObjects(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      ...pages.flatMap((page, index) => writePage(page, { content: 4 + 2 * index, font, encrypt })),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...objects,
    ],
    trailer,
  );
}

interface Numbers {
  readonly content: number;
  readonly font: number;
  readonly encrypt: (stream: string, object: number) => string;
}

function writePage(made: MadePage, { content, font, encrypt }: Numbers): string[] {
  const { lines = [], draw = '', resources = '', fonts = '', more = '', size: [width, height] = [612, 792] } = made; // prettier-ignore
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join(' ');
  const text = encrypt(`BT /F1 18 Tf 24 TL 72 ${height - 72} Td ${shown} ET ${draw}`, content);
  const page = `/Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${content} 0 R /Resources << /Font << /F1 ${font} 0 R ${fonts} >> ${resources} >>`;
  return [`<< ${page} ${more} >>`, `<< /Length ${text.length} >>\nstream\n${text}\nendstream`];
}

function writeObjects(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...offsets.map((offset) => `${offset} 00000 n `)].join('\n');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n${table}\ntrailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
