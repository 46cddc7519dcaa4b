declare module '@citation-js/core' {
  /** Reads records of any format that a loaded plugin knows, and gives them as CSL-JSON. */
  export class Cite {
    constructor(input: string, options?: { readonly forceType?: string });
    readonly data: Readonly<Record<string, unknown>>[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
