import { AnnotationEditorType } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { PlacedMark } from '../../core/annotation/listing.ts';
import type { Location } from '../../core/annotation/locate.ts';
import type { Mark } from '../../core/annotation/mark.ts';
import { joinPieces, pieceRanges, type PieceRange, type TextPiece } from '../../core/annotation/page-text.ts';
import { boundsOf, joinQuads, quadOf, type PlacedPiece, type Quad } from '../../core/annotation/quads.ts';
import { exportColors } from '../../core/annotation/web-annotation.ts';
import { asUnderlines } from './underlines.ts';
import type { PdfSurface } from './surface.ts';

/** A copy of a PDF with marks in it. */
export interface BakedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many marks are not in it, for their words are not in the file. */
  readonly without: number;
}

/** The size of the window that PDF programs open for a comment, in points. */
const POPUP = { width: 200, height: 100 } as const;

/** Writes marks into a copy of a PDF as annotations that other programs show and edit. The file's own bytes stay as they are. */
export async function bake({ pdf }: PdfSurface, marks: readonly PlacedMark[]): Promise<BakedPdf> {
  const placed = marks.flatMap(({ mark, place }) => (place && place !== 'pending' ? [{ mark, place }] : []));
  const annotations = await Promise.all(placed.map(({ mark, place }) => annotationOf(pdf, mark, place)));
  const storage = pdf.annotationStorage;
  // The names that pdf.js gives to annotations made in its own editor, which are the ones that it writes.
  const keys = annotations.map((_, index) => `pdfjs_internal_editor_mark_${index}`);
  try {
    annotations.forEach((annotation, index) => storage.setValue(keys[index]!, annotation));
    const bytes = new Uint8Array(await (keys.length > 0 ? pdf.saveDocument() : pdf.getData()));
    const underlines = annotations.filter((_, index) => placed[index]!.mark.kind === 'underline');
    return {
      bytes: asUnderlines(
        bytes,
        underlines.map(({ rect }) => rect),
      ),
      without: marks.length - placed.length,
    };
  } finally {
    for (const key of keys) storage.remove(key);
  }
}

async function annotationOf(pdf: PdfSurface['pdf'], { kind, color, comment, created }: Mark, place: Location) {
  const quads = await quadsOf(pdf, place);
  const shapes = kind === 'underline' ? quads.map(lineUnder) : quads;
  const [left, bottom, right, top] = boundsOf([...quads, ...shapes]);
  return {
    annotationType: AnnotationEditorType.HIGHLIGHT,
    pageIndex: place.page - 1,
    color: [1, 3, 5].map((at) => Number.parseInt(exportColors[color].slice(at, at + 2), 16)),
    opacity: 1,
    rotation: 0,
    date: new Date(created),
    rect: [left, bottom, right, top] as const,
    quadPoints: quads.flat(),
    outlines: shapes.map(([x1, y1, x2, y2, x3, y3, x4, y4]) => [x1, y1, x2, y2, x4, y4, x3, y3]),
    ...(comment && { popup: { contents: comment, rect: [right, top - POPUP.height, right + POPUP.width, top] } }),
  };
}

/** A thin line at the foot of a quad. */
function lineUnder([x1, y1, x2, y2, x3, y3, x4, y4]: Quad): Quad {
  const at = (share: number): readonly [number, number, number, number] => [
    x3 + (x1 - x3) * share,
    y3 + (y1 - y3) * share,
    x4 + (x2 - x4) * share,
    y4 + (y2 - y4) * share,
  ];
  return [...at(0.1), ...at(0.02)];
}

async function quadsOf(pdf: PdfSurface['pdf'], { page, start, end }: Location): Promise<Quad[]> {
  const { items, styles } = await (await pdf.getPage(page)).getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const pieces = items.filter((item): item is (typeof items)[number] & TextPiece & PlacedPiece & { fontName: string } => 'str' in item);
  const ranges = pieceRanges(joinPieces(pieces), start, end);
  return joinQuads(
    ranges.map((range) => {
      const piece = pieces[range.piece]!;
      return quadOf(piece, sharesOf(piece.str, range, styles[piece.fontName]?.fontFamily ?? 'serif'));
    }),
  );
}

let pen: CanvasRenderingContext2D | null | undefined;

/** How far along a piece a part of it begins and ends, 0 to 1, by the widths of letters in a font of the kind. */
function sharesOf(text: string, { start, end }: PieceRange, family: string): [number, number] {
  pen ??= document.createElement('canvas').getContext('2d');
  const measure = (part: string): number => pen?.measureText(part).width ?? part.length;
  if (pen) pen.font = `32px ${family}`;
  const whole = measure(text) || 1;
  return [measure(text.slice(0, start)) / whole, measure(text.slice(0, end)) / whole];
}
