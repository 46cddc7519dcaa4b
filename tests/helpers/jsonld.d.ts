declare module 'jsonld' {
  interface Term {
    readonly termType: string;
    readonly value: string;
  }
  interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<{ readonly document: object; readonly documentUrl: string }>;
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<Quad[]> };
  export default jsonld;
}
