import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit, type Document, type Node } from 'yaml';
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
  const faults = [...document.errors.map(({ code, message, pos }) => ({ code, message, offset: pos[0] })), ...aliases(document)];
  return {
    file,
    data: faults.length === 0 ? (document.toJS() as unknown) : undefined,
    placeOf: (path) => placeAt(nodeAt(document, path)?.range?.[0] ?? 0),
    placeOfKey: (path, name) => placeAt(keyOffset(nodeAt(document, path), name)),
    problems: faults.map(({ code, message, offset }) => ({
      rule: 'yaml/malformed',
      message: `The YAML cannot be read: ${ADVICE[code]?.fault ?? firstSentence(message)}`,
      hint: ADVICE[code]?.hint ?? 'Quote values that hold “: ” or begin with a special character, and indent with spaces.',
      file,
      ...placeAt(offset),
    })),
  };
}

/** What authors run into, in their words rather than the parser’s. */
const ADVICE: Readonly<Record<string, { readonly fault?: string; readonly hint: string }>> = {
  BLOCK_AS_IMPLICIT_KEY: { fault: 'a value holds “: ” and is not in quotes.', hint: 'Write it in quotes, such as title: "One: Two".' },
  DUPLICATE_KEY: { fault: 'this key stands above already.', hint: 'Remove one of the two lines.' },
  TAB_AS_INDENT: { hint: 'Indent with spaces.' },
  ALIAS: { hint: 'Quote the value: an asterisk at its beginning has a meaning of its own in YAML.' },
};

/** YAML's aliases have no use in a collection; `title: *Star*` is an author who forgot quotes. */
function aliases(document: Document) {
  const found: { code: string; message: string; offset: number }[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) found.push({ code: 'ALIAS', message: `“*${node.source}” is an alias`, offset: node.range?.[0] ?? 0 });
    },
  });
  return document.errors.length === 0 ? found : [];
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
