import type { Mark } from './mark.ts';

/** What is said of a file of annotations as a whole, and where its marks lead. */
export interface ExportContext {
  /** The paper's title, plain. */
  readonly title: string;
  /** The absolute address of the PDF. */
  readonly pdf: string;
  /** The absolute address of the reader at a page, counted from 1. */
  readonly pageUrl: (page: number) => string;
  /** When the file is written. */
  readonly now: Date;
}

/** The colors of exported marks for programs that read style sheets, as CSS. */
export const exportColors = { yellow: '#ffd84d', green: '#7fd17a', blue: '#7cb8f5', pink: '#f598c4' } as const;

/** The specification of the fragments that name a PDF's pages, as the vocabulary of the model refers to it. */
const PDF_FRAGMENTS = 'http://tools.ietf.org/rfc/rfc3778';

/**
 * Writes marks as an AnnotationCollection of the Web Annotation Data Model in JSON-LD, with its only page inside.
 * @see https://www.w3.org/TR/annotation-model/
 */
export function toWebAnnotations(marks: readonly Mark[], context: ExportContext): string {
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${context.pdf}#annotations`,
    type: 'AnnotationCollection',
    label: context.title,
    generated: context.now.toISOString(),
    total: marks.length,
    first: {
      id: `${context.pdf}#annotations-1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: marks.map((mark) => toWebAnnotation(mark, context)),
    },
  };
  return `${JSON.stringify(collection, undefined, 2)}\n`;
}

function toWebAnnotation({ id, kind, color, comment, anchor, created, modified }: Mark, { pdf, title }: ExportContext) {
  const { quote, page, start, end } = anchor;
  const styleClass = `${kind}-${color}`;
  const css = kind === 'highlight' ? `background-color: ${exportColors[color]}` : `text-decoration: underline ${exportColors[color]}`;
  return {
    id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id) ? `urn:uuid:${id}` : id,
    type: 'Annotation',
    motivation: kind === 'note' ? 'commenting' : 'highlighting',
    created,
    modified,
    ...(comment && { body: [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: comment }] }),
    stylesheet: { type: 'CssStylesheet', value: `.${styleClass} { ${css} }` },
    target: {
      type: 'SpecificResource',
      source: { id: pdf, type: 'Text', format: 'application/pdf', label: title },
      styleClass,
      selector: [
        {
          type: 'FragmentSelector',
          conformsTo: PDF_FRAGMENTS,
          value: `page=${page}`,
          refinedBy: { type: 'TextPositionSelector', start, end },
        },
        { type: 'TextQuoteSelector', ...quote },
      ],
    },
  };
}
