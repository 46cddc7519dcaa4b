import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';
import { createShards, simplifiedForms } from '../core/search/dictionary.ts';
import { createLexicon, createLexiconData } from '../core/search/lexicon.ts';
import { minePairs } from '../core/search/mined-pairs.ts';
import { siteUrls } from '../core/site/urls.ts';
import { readDictionary } from '../io/dictionary.ts';
import { readEnvironment } from '../io/environment.ts';
import { readSearchSource, type SearchSource } from '../io/search-source.ts';
import { idsOf } from './result-ids.ts';

/** A file of the index, its path relative to the index's folder. */
interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * The language that the index is made for: its stemmer serves the English text. Chinese reaches the index
 * already cut into words, which its own way of cutting would only disturb.
 */
const INDEX_LANGUAGE = 'en';

/** What Pagefind brings along for pages that use its own interface. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** The folder of the index below the site's root, without slashes. */
const FOLDER = siteUrls('/').searchIndex().replaceAll('/', '');

/** Makes the search index from the notes themselves: after a build as files, in development in memory. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'reading-room-search-index',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { contentDir } = readEnvironment();
        let files: Promise<ReadonlyMap<string, IndexFile>> | undefined;
        const forget = (path: string) => {
          if (path.startsWith(contentDir)) files = undefined;
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, forget);
        server.middlewares.use(async (request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/');
          if (!path.startsWith(`/${FOLDER}/`)) return next();
          files ??= buildIndex().then((built) => new Map(built.map((file) => [file.path, file])));
          const file = (await files).get(path.slice(FOLDER.length + 2));
          if (!file) return next();
          response.writeHead(200, { 'Content-Type': contentType(file.path), 'Cache-Control': 'no-store' });
          return response.end(file.content);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = join(fileURLToPath(dir), FOLDER);
        const files = await buildIndex();
        for (const { path, content } of files) await writeInto(join(folder, path), content);
        logger.info(`${files.length} files of the search index written`);
      },
    },
  };
}

async function buildIndex(): Promise<IndexFile[]> {
  const source = readSearchSource(readEnvironment());
  const { index } = await createIndex({ forceLanguage: INDEX_LANGUAGE });
  if (!index) throw new Error('Pagefind did not start.');
  try {
    for (const { url, content, meta } of source.records) {
      const { errors } = await index.addCustomRecord({ url, content, meta: { ...meta }, language: INDEX_LANGUAGE });
      if (errors.length > 0) throw new Error(`Pagefind refuses the note “${url}”: ${errors.join('; ')}`);
    }
    const { files } = await index.getFiles();
    return [
      ...files.filter(({ path }) => !UNUSED.test(path)),
      asJson('ids', idsOf(files)),
      asJson('authors', source.authors),
      ...languageFiles(source),
    ];
  } finally {
    await index.deleteIndex();
  }
}

/** The lexicon, which every search loads, and the dictionary, of which it loads what its words need. */
function languageFiles({ records, terms, paired, alone }: SearchSource): IndexFile[] {
  const words = readDictionary();
  const contents = records.map(({ content }) => content);
  const data = createLexiconData({ contents, terms, simplified: simplifiedForms(words), alone });
  const shards = createShards(words, minePairs(paired), createLexicon(data));
  return [asJson('lexicon', data), ...shards.map((shard, index) => asJson(`dictionary/${index}`, shard))];
}

function asJson(name: string, value: unknown): IndexFile {
  return { path: `${name}.json`, content: JSON.stringify(value) };
}

async function writeInto(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
