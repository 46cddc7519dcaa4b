/** The texts of a PDF's pages as they are published beside it, so that finding in it need not read it. */
export interface PreparedTexts {
  /** The version of pdf.js that read them: the marks of another one may not fit. */
  readonly reader: string;
  /** The PDF's own identifier, as pdf.js tells it. */
  readonly fingerprint: string;
  /** The text of each page in the order of its content, not normalized, with a line end behind each line. */
  readonly pages: readonly string[];
}

/** Checks what came over the network; undefined if it is not what was published. */
export function parsePreparedTexts(value: unknown): PreparedTexts | undefined {
  const { reader, fingerprint, pages } = Object(value) as Partial<Record<keyof PreparedTexts, unknown>>;
  const areTexts = Array.isArray(pages) && pages.every((page) => typeof page === 'string');
  return typeof reader === 'string' && typeof fingerprint === 'string' && areTexts ? { reader, fingerprint, pages } : undefined;
}
