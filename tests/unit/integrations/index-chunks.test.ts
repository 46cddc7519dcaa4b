import { gunzipSync } from 'node:zlib';
import { createIndex } from 'pagefind';
import { beforeAll, describe, expect, test } from 'vitest';
import { splitChunks } from '../../../src/integrations/index-chunks.ts';
import { itemStarts, readHead, readText } from '../../../src/integrations/cbor.ts';
import type { PagefindFile } from '../../../src/integrations/search-files.ts';
import { createRandom } from '../../bench/library/random.ts';

/** Enough words for Pagefind to make several chunks of its own. */
const RECORDS = 40;
const WORDS = 500;

let made: readonly PagefindFile[];
let split: readonly PagefindFile[];
beforeAll(async () => {
  const random = createRandom(7);
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (let record = 0; record < RECORDS; record++) {
    const content = Array.from({ length: WORDS }, () => `w${random.between(0, 4000).toString(36)}`).join(' ');
    await index!.addCustomRecord({ url: `${record}`, content: `common ${content} 偏好`, language: 'en' });
  }
  made = (await index!.getFiles()).files;
  split = splitChunks(made);
  await index!.deleteIndex();
});

const body = ({ content }: PagefindFile) => gunzipSync(content).subarray('pagefind_dcd'.length);
const chunksOf = (files: readonly PagefindFile[]) => files.filter(({ path }) => path.endsWith('.pf_index'));
const metaOf = (files: readonly PagefindFile[]) => files.find(({ path }) => path.endsWith('.pf_meta'))!;

/** The entries of a chunk, each with its word, as their bytes. */
function entriesOf(file: PagefindFile): (readonly [string, string])[] {
  const bytes = body(file);
  const starts = itemStarts(bytes, itemStarts(bytes, 0)[0]!);
  return starts
    .slice(0, -1)
    .map((start, at) => [
      readText(bytes, itemStarts(bytes, start)[0]!),
      Buffer.from(bytes.subarray(start, starts[at + 1])).toString('hex'),
    ]);
}

function listOf(files: readonly PagefindFile[]): string[][] {
  const bytes = body(metaOf(files));
  const list = itemStarts(bytes, itemStarts(bytes, 0)[2]!);
  return list.slice(0, -1).map((start) =>
    itemStarts(bytes, start)
      .slice(0, 3)
      .map((at) => readText(bytes, at)),
  );
}

describe('the chunks of an index', () => {
  test('are more and smaller, and hold the same words in the same order', () => {
    expect(chunksOf(split).length).toBeGreaterThan(3 * chunksOf(made).length);
    const entries = (files: readonly PagefindFile[]) => new Map(chunksOf(files).flatMap(entriesOf));
    expect(entries(split)).toEqual(entries(made));
  });

  test('are listed in order, each with its first and its last word', () => {
    const list = listOf(split);
    const byName = new Map(chunksOf(split).map((file) => [file.path.slice('index/'.length, -'.pf_index'.length), file]));
    expect(list.map(([first, last, name]) => [first, last, name])).toEqual(
      list.map(([, , name]) => [entriesOf(byName.get(name!)!)[0]![0], entriesOf(byName.get(name!)!).at(-1)![0], name]),
    );
    expect(list[0]![0]).toBe(listOf(made)[0]![0]);
    expect(list.at(-1)![1]).toBe(listOf(made).at(-1)![1]);
    expect(list).toHaveLength(byName.size);
  });

  test('leave everything else as it was, and the entry names the new list', () => {
    const rest = (files: readonly PagefindFile[]) =>
      files.filter(({ path }) => !/pf_index$|pf_meta$|entry\.json$/.test(path)).map(({ path }) => path);
    expect(rest(split)).toEqual(rest(made));
    const entry = JSON.parse(Buffer.from(split.find(({ path }) => path === 'pagefind-entry.json')!.content).toString()) as {
      languages: { en: { hash: string } };
    };
    expect(metaOf(split).path).toBe(`pagefind.${entry.languages.en.hash}.pf_meta`);
    expect(metaOf(split).path).not.toBe(metaOf(made).path);
    expect(readHead(body(metaOf(split)), 0).value).toBe(readHead(body(metaOf(made)), 0).value);
  });

  test('that are written in an unknown way are refused', () => {
    const [chunk] = chunksOf(made);
    const strange = made.map((file): PagefindFile =>
      file === chunk ? { path: file.path, content: Buffer.from(metaOf(made).content).subarray(0, 40) } : file,
    );
    expect(() => splitChunks(strange)).toThrow();
  });
});
