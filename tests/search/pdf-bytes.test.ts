import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildIndexes } from '../../src/integrations/search-index.ts';
import { projectFolder } from './judged.ts';

const library = join(projectFolder, 'tests/fixtures/library');

/** The files that queries to the notes read, by their paths, as text that can be compared. */
async function noteFiles(paperDirs: readonly string[]): Promise<Map<string, string>> {
  const files = await buildIndexes({ contentDir: join(library, 'content'), paperDirs }, () => undefined);
  const own = files.filter(({ path }) => path.startsWith('pagefind/'));
  return new Map(own.map(({ path, content }) => [path, Buffer.from(content).toString('base64')]));
}

test('PDFs add nothing to what a query to the notes reads but their number of pages', async () => {
  const [plain, withPdfs] = [await noteFiles([]), await noteFiles([join(library, 'papers')])];
  expect([...withPdfs.keys()]).toEqual([...plain.keys()]);
  const differing = [...plain].filter(([path, content]) => withPdfs.get(path) !== content).map(([path]) => path);
  expect(differing).toEqual(['pagefind/lexicon.json']);
  const read = (files: ReadonlyMap<string, string>) =>
    JSON.parse(Buffer.from(files.get('pagefind/lexicon.json')!, 'base64').toString()) as { pdfPages?: number };
  const { pdfPages, ...rest } = read(withPdfs);
  expect(pdfPages).toBeGreaterThan(0);
  expect(rest).toEqual(read(plain));
});
