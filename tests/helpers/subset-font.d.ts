declare module 'subset-font' {
  interface Options {
    readonly targetFormat: 'truetype';
    readonly variationAxes?: Readonly<Record<string, number>>;
  }

  /** Cuts a font down to the characters of a text. Only what tests ask for is declared. */
  function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>;
  export = subsetFont;
}
