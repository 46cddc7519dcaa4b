/** The styles in which references are formatted: APA, seventh edition, and the Chinese national standard GB/T 7714-2015. */
export const referenceStyles = ['apa', 'gbt'] as const;

/** A style of references. */
export type ReferenceStyle = (typeof referenceStyles)[number];

/** A paper's reference in each style, as plain text on one line. */
export type References = Readonly<Record<ReferenceStyle, string>>;

/** Several references as a text file: one a line, without numbers, in the order of the papers. */
export function writeReferences(references: readonly References[], style: ReferenceStyle): string {
  return references.map((reference) => `${reference[style]}\n`).join('');
}

/** The references of such a text file, in its order. */
export function readReferences(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
