import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { cborTypes, itemStarts, readText, writeHead, writeText } from './cbor.ts';
import type { PagefindFile } from './search-files.ts';

/** Every file of Pagefind begins with this, once it is unpacked. */
const SIGNATURE = Buffer.from('pagefind_dcd');
const CHUNK = /^index\/(.+)\.pf_index$/;
const META = /^pagefind\.(.+)\.pf_meta$/;
const ENTRY = 'pagefind-entry.json';

/** What a chunk adds to the list of chunks, which every search loads, in bytes. */
const LISTED = 25;
/** How many chunks a query reads, about. */
const READ = 4;
/** No chunk is made smaller than this, in bytes before packing: a request costs more. */
const SMALLEST = 3000;

/** The words of a chunk in their order, each with where it stands in which records. */
interface Word {
  readonly word: string;
  readonly bytes: Uint8Array;
}

/**
 * Cuts Pagefind's chunks of words into smaller ones, for a query reads a few words of each. They are as large as makes
 * what a query reads least, the list of all chunks included, and grow with the root of the collection.
 */
export function splitChunks(files: readonly PagefindFile[]): PagefindFile[] {
  const chunks = new Map(files.flatMap((file) => (CHUNK.test(file.path) ? [[CHUNK.exec(file.path)![1]!, unpack(file)] as const] : [])));
  const meta = files.find(({ path }) => META.test(path));
  const total = [...chunks.values()].reduce((sum, { length }) => sum + length, 0);
  if (!meta || total === 0) return [...files];
  const size = Math.max(SMALLEST, Math.sqrt((total * LISTED) / READ));
  const content = unpack(meta);
  const parts = itemStarts(content, 0);
  const listed = itemStarts(content, parts[2]!).slice(0, -1);
  const made = listed.flatMap((start) => splitChunk(chunks.get(readText(content, itemStarts(content, start)[2]!))!, size));
  const list = [writeHead(cborTypes.array, made.length), ...made.map(({ item }) => item)];
  const newMeta = pack('pagefind', 'pf_meta', [content.subarray(0, parts[2]), ...list, content.subarray(parts[3])]);
  const [oldName, newName] = [META.exec(meta.path)![1]!, META.exec(newMeta.path)![1]!];
  const others = files.filter((file) => file !== meta && !CHUNK.test(file.path));
  return [
    ...others.map((file) => (file.path === ENTRY ? renamed(file, oldName, newName) : file)),
    newMeta,
    ...made.map(({ file }) => file),
  ];
}

/** A chunk in files of about a size, each with its item in the list of chunks: its first word, its last, its name. */
function splitChunk(chunk: Uint8Array, size: number): { item: Uint8Array; file: PagefindFile }[] {
  return groupWords(readWords(chunk), size).map((words) => {
    const file = pack('index/', 'pf_index', [
      writeHead(cborTypes.array, 1),
      writeHead(cborTypes.array, words.length),
      ...words.map(({ bytes }) => bytes),
    ]);
    const texts = [words[0]!.word, words.at(-1)!.word, CHUNK.exec(file.path)![1]!].map(writeText);
    return { item: Buffer.concat([writeHead(cborTypes.array, texts.length), ...texts]), file };
  });
}

function readWords(chunk: Uint8Array): Word[] {
  const starts = itemStarts(chunk, itemStarts(chunk, 0)[0]!);
  return starts.slice(0, -1).map((start, index) => ({
    word: readText(chunk, itemStarts(chunk, start)[0]!),
    bytes: chunk.subarray(start, starts[index + 1]),
  }));
}

function groupWords(words: readonly Word[], size: number): Word[][] {
  const groups: Word[][] = [];
  let filled = size;
  for (const word of words) {
    if (filled >= size) {
      groups.push([]);
      filled = 0;
    }
    groups.at(-1)!.push(word);
    filled += word.bytes.length;
  }
  return groups;
}

function unpack({ path, content }: PagefindFile): Uint8Array {
  const bytes = gunzipSync(content);
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error(`Pagefind writes “${path}” in another way than it did.`);
  return bytes.subarray(SIGNATURE.length);
}

/** A file of Pagefind, named by its content so that browsers may keep it. */
function pack(folder: string, ending: string, parts: readonly Uint8Array[]): PagefindFile {
  const bytes = Buffer.concat([SIGNATURE, ...parts]);
  const name = `en_${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}`;
  return { path: `${folder}${folder.endsWith('/') ? '' : '.'}${name}.${ending}`, content: gzipSync(bytes, { level: 9 }) };
}

function renamed(file: PagefindFile, from: string, to: string): PagefindFile {
  const text = Buffer.from(file.content).toString('utf8');
  return { ...file, content: Buffer.from(text.replace(from, to)) };
}
