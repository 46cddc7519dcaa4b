declare module 'citeproc' {
  /** What the processor asks of its surroundings. */
  interface System {
    /** The XML of a locale. */
    retrieveLocale(tag: string): string;
    /** The CSL-JSON record with an id. */
    retrieveItem(id: string): object;
  }

  /** A processor of one style. */
  interface Engine {
    setOutputFormat(format: 'text' | 'html'): void;
    /** Makes these the records of the bibliography. */
    updateItems(ids: readonly string[]): void;
    /** The parameters of the bibliography, and its entries. */
    makeBibliography(): [parameters: object, entries: string[]] | false;
  }

  const CSL: { readonly Engine: new (system: System, style: string, locale: string, forceLocale: boolean) => Engine };
  export = CSL;
}
