import { isMap, isScalar, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Place, Problem } from '../core/problem.ts';

/** A YAML text that was read, with the way back from a value to its place in the file. */
export interface YamlText {
  readonly file: string;
  readonly data: unknown;
  /** Where the value at a path stands; the nearest parent's place if there is no such value. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Where the key `name` of the mapping at `path` stands. */
  placeOfKey(path: readonly PropertyKey[], name: string): Place;
  /** What is wrong with the YAML itself. */
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML.
 * @param lineOffset How many lines of the file stand before the text, for front matter. Default 0.
 */
export function readYaml(text: string, file: string, lineOffset = 0): YamlText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line) + lineOffset, column: Math.max(1, col) };
  };
  return {
    file,
    data: document.errors.length === 0 ? (document.toJS() as unknown) : undefined,
    placeOf: (path) => placeAt(nodeAt(document, path)?.range?.[0] ?? 0),
    placeOfKey: (path, name) => placeAt(keyOffset(nodeAt(document, path), name)),
    problems: document.errors.map((error) => ({
      rule: 'yaml/malformed',
      message: `The YAML cannot be read: ${firstSentence(error.message)}`,
      hint: 'Quote values that hold “: ” or begin with a special character, and indent with spaces.',
      file,
      ...placeAt(error.pos[0]),
    })),
  };
}

function nodeAt(document: Document, path: readonly PropertyKey[]): Node | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (node) return node as Node;
  }
  return document.contents;
}

function keyOffset(node: Node | null, name: string): number {
  if (!isMap(node)) return node?.range?.[0] ?? 0;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === name);
  return (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? node.range?.[0] ?? 0;
}

function firstSentence(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]*$/, '.');
}
