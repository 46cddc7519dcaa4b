import { isDeepStrictEqual } from 'node:util';
import { isCollection, isMap, isScalar, parseDocument, stringify, type Document, type Pair, type YAMLMap } from 'yaml';
import { splitSource } from '../core/note/source-text.ts';

/** A value of front matter. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** What a source knows of a note's front matter. */
export type FrontMatter = Readonly<Record<string, YamlValue | undefined>>;

/** The keys of a note in the order in which they are written. */
const ORDER = [
  'title',
  'titleZh',
  'shortTitle',
  'alternativeTitles',
  'authors',
  'date',
  'venue',
  'status',
  'keywords',
  'links',
  'abstractSource',
];

/** Front matter as YAML, each key on a line of its own, in the order of the README. */
export function writeFrontMatter(values: FrontMatter): string {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && !isBlank(value));
  const sorted = known.sort(([a], [b]) => rank(a) - rank(b));
  return sorted.map(([key, value]) => writePair(key, value!)).join('');
}

/** What became of front matter. */
export interface FilledFrontMatter {
  readonly text: string;
  /** The keys that were filled, such as `authors` or `links.doi`. */
  readonly filled: readonly string[];
  /** The keys that hold something else than the source says, and were left as they are. */
  readonly kept: readonly string[];
}

/**
 * Fills the keys of front matter that are missing or empty. What stands there keeps its place, its quotes, its comments and
 * its spaces, for nothing is written anew but the values that are added.
 * @param replace Whether values that differ are replaced too.
 */
export function fillFrontMatter(text: string, values: FrontMatter, replace = false): FilledFrontMatter {
  const filled: string[] = [];
  const kept: string[] = [];
  let current = text;
  let document = parseDocument(text);
  for (const { path, value } of leaves(values)) {
    const old = document.getIn(path) as unknown;
    const before = isCollection(old) ? old.toJS(document) : old;
    if (isDeepStrictEqual(before, value) || (typeof before === 'number' && String(before) === value)) continue;
    if (!isBlank(before) && !replace) {
      kept.push(path.join('.'));
      continue;
    }
    current = setValue(current, document, { path, value });
    document = parseDocument(current);
    filled.push(path.join('.'));
  }
  return { text: current, filled, kept };
}

/** A whole note with its front matter filled; a byte order mark and Windows line ends stay. */
export function fillNote(
  source: string,
  fill: (parts: { frontMatter: string; body: string }) => { frontMatter: string; body: string },
): string {
  const { frontMatter, body } = splitSource(source);
  const filled = fill({ frontMatter: frontMatter ?? '', body });
  if (frontMatter !== undefined && filled.frontMatter === frontMatter && filled.body === body) return source;
  const text = `---\n${filled.frontMatter.replace(/\n?$/, '\n')}---\n${filled.body}`;
  return `${source.startsWith('\uFEFF') ? '\uFEFF' : ''}${source.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text}`;
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: YamlValue;
}

/** The values to fill; those of `links` each by itself. */
function leaves(values: FrontMatter): Leaf[] {
  const sorted = Object.entries(values).sort(([a], [b]) => rank(a) - rank(b));
  return sorted.flatMap(([key, value]) => {
    if (value === undefined || isBlank(value)) return [];
    if (typeof value !== 'object' || Array.isArray(value)) return [{ path: [key], value }];
    return Object.entries(value).map(([inner, innerValue]) => ({ path: [key, inner], value: innerValue }));
  });
}

/** The text with one value set. The result is read again: where it does not say what was meant, the YAML library writes it anew. */
function setValue(text: string, document: Document, { path, value }: Leaf): string {
  const wanted = document.clone();
  const [key] = path;
  if (path.length > 1 && !isMap(wanted.get(key))) wanted.set(key, wanted.createNode({ [path[1]!]: value }));
  else wanted.setIn(path, value);
  const edited = editText(text, document, { path, value });
  const read = parseDocument(edited);
  if (read.errors.length === 0 && isDeepStrictEqual(read.toJS(), wanted.toJS())) return edited;
  return wanted.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function editText(text: string, document: Document, { path, value }: Leaf): string {
  const root = isMap(document.contents) ? document.contents : undefined;
  const [key, inner] = path as [string, string?];
  const pair = root && pairOf(root, key);
  if (inner === undefined) return pair ? replaceValue(text, pair, value) : insertPair(text, root, { key, value });
  if (!pair || !isMap(pair.value) || pair.value.items.length === 0) {
    return pair ? replaceValue(text, pair, { [inner]: value }) : insertPair(text, root, { key, value: { [inner]: value } });
  }
  const old = pairOf(pair.value, inner);
  return old ? replaceValue(text, old, value) : insertInner(text, pair.value, { key: inner, value });
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function replaceValue(text: string, pair: Pair, value: YamlValue): string {
  const node = pair.value as { range?: [number, number, number] | null } | null;
  const keyEnd = (pair.key as { range?: [number, number, number] }).range?.[1] ?? 0;
  const colon = text.indexOf(':', keyEnd) + 1;
  const [start, end] = node?.range ? [Math.max(node.range[0], colon), Math.max(node.range[1], colon)] : [colon, colon];
  const written = typeof value === 'object' && !Array.isArray(value) ? flow(value) : writeValue(value);
  return `${text.slice(0, start)}${/\s/.test(text[start - 1] ?? '') ? '' : ' '}${written}${text.slice(end)}`;
}

/** Puts a new key below the last of those that come before it in the README's order. */
function insertPair(text: string, root: YAMLMap | undefined, { key, value }: { key: string; value: YamlValue }): string {
  const before = root?.items.filter((item) => isScalar(item.key) && rank(String(item.key.value)) < rank(key)).at(-1);
  const written = writePair(key, value);
  const anchor = before ? endOfPair(before) : text.length;
  const end = lineEnd(text, anchor);
  const head = text.slice(0, end);
  return `${head}${head === '' || head.endsWith('\n') ? '' : '\n'}${written}${text.slice(end)}`;
}

function insertInner(text: string, map: YAMLMap, { key, value }: { key: string; value: YamlValue }): string {
  const last = map.items.at(-1)!;
  const end = endOfPair(last);
  if (map.flow) return `${text.slice(0, end)}, ${key}: ${writeValue(value)}${text.slice(end)}`;
  const first = (map.items[0]!.key as { range?: [number, number, number] }).range?.[0] ?? 0;
  const indent = first - (text.lastIndexOf('\n', first - 1) + 1);
  const at = lineEnd(text, end);
  const head = text.slice(0, at);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${' '.repeat(indent)}${key}: ${writeValue(value)}\n${text.slice(at)}`;
}

function endOfPair({ key, value }: Pair): number {
  const ranges = [key, value].map((node) => (node as { range?: [number, number, number] | null } | null)?.range?.[1] ?? 0);
  return Math.max(...ranges);
}

/** The offset behind the line on which an offset stands; one that stands at a line's beginning ended with the line before. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

function rank(key: string): number {
  const index = ORDER.indexOf(key);
  return index < 0 ? ORDER.length : index;
}

function writePair(key: string, value: YamlValue): string {
  if (typeof value !== 'object' || Array.isArray(value)) return `${key}: ${writeValue(value)}\n`;
  const lines = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `${key}:\n${lines.map(([inner, innerValue]) => `  ${inner}: ${writeValue(innerValue)}\n`).join('')}`;
}

/** A value on one line. Ids of arXiv look like numbers and are quoted by the library as texts. */
function writeValue(value: YamlValue): string {
  if (typeof value === 'object') return flow(value);
  return stringify(value, { lineWidth: 0, defaultStringType: 'PLAIN' }).replace(/\n$/, '');
}

function flow(value: YamlValue): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.values(value).every((inner) => inner === undefined);
}
