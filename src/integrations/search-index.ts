import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createCatalogue } from '../core/catalogue/catalogue.ts';
import { isPlainWord } from '../core/search/page-query.ts';
import { createRecord, type SearchRecord } from '../core/search/record.ts';
import { splitSource } from '../core/note/source-text.ts';
import { siteUrls } from '../core/site/urls.ts';
import { readCollection } from '../io/collection.ts';
import { readEnvironment } from '../io/environment.ts';
import { localFiles } from '../io/files.ts';
import type { CollectionPlace } from '../io/notes.ts';
import { searchPassages } from '../markdown/search-text.ts';
import { readPageRecords, type LocalPdf } from './pdf-records.ts';
import { makeIndexFiles, type IndexFile } from './search-files.ts';

/** Hears what is wrong with a file, in words for the person who put it there. */
type Warn = (message: string) => void;

/** The folders of the indexes below the site's root, without slashes. */
const FOLDER = siteUrls('/').searchIndex().replaceAll('/', '');
const PDF_FOLDER = siteUrls('/').pdfSearchIndex().replaceAll('/', '');

/**
 * Makes the search indexes, one of the notes themselves and one of the pages of their PDFs: after a build as files,
 * in development in memory.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'reading-room-search-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const { contentDir, paperDirs } = readEnvironment();
        let files: Promise<ReadonlyMap<string, IndexFile>> | undefined;
        const forget = (path: string) => {
          if ([contentDir, ...paperDirs].some((folder) => path.startsWith(folder))) files = undefined;
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, forget);
        server.middlewares.use(async (request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(server.config.base, '/').slice(1);
          if (!path.startsWith(`${FOLDER}/`) && !path.startsWith(`${PDF_FOLDER}/`)) return next();
          files ??= buildIndexes(readEnvironment(), (message) => logger.warn(message)).then(
            (built) => new Map(built.map((file) => [file.path, file])),
          );
          const file = (await files).get(path);
          if (!file) return next();
          response.writeHead(200, { 'Content-Type': contentType(file.path), 'Cache-Control': 'no-store' });
          return response.end(file.content);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = await buildIndexes(readEnvironment(), (message) => logger.warn(message));
        for (const { path, content } of files) await writeInto(join(fileURLToPath(dir), path), content);
        logger.info(`${files.length} files of the search index written`);
      },
    },
  };
}

/** The files of both indexes, their paths relative to the site's root. */
export async function buildIndexes(place: CollectionPlace, warn: Warn): Promise<IndexFile[]> {
  const { records, terms, pdfs } = readRecords(place);
  const pages = await readPageRecords(pdfs, warn);
  const notes = await makeIndexFiles({ records, terms, pdfPages: pages.length });
  const inside = pages.length > 0 ? await makeIndexFiles({ records: pages, terms: [], lists: isPlainWord }) : [];
  const below = (folder: string, files: readonly IndexFile[]) => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return [...below(FOLDER, notes), ...below(PDF_FOLDER, inside)];
}

/** The search records of a collection's notes, and the PDFs that lie beside them. */
export function readRecords(place: CollectionPlace) {
  const { site, keywords, lists, notes: files } = readCollection(place);
  const catalogue = createCatalogue({
    site: site ?? { title: { en: '', zh: '' } },
    keywords,
    lists: lists.map(({ list }) => list),
    notes: files.map(({ id, metadata, pdf, digest }) => ({ id, metadata, hasPdf: pdf !== undefined, digest })),
  });
  const records = files.map(({ id, file }): SearchRecord => {
    const note = catalogue.note(id);
    const { body, bodyLine } = splitSource(localFiles.read(file) ?? '');
    return createRecord({ note, keywords: note.keywords.map(catalogue.keyword), passages: searchPassages({ file, body, bodyLine }) });
  });
  const pdfs = files.flatMap(({ id, pdf }): LocalPdf[] => (pdf ? [{ note: catalogue.note(id), path: pdf }] : []));
  return { records, terms: catalogue.vocabulary.terms, pdfs };
}

async function writeInto(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
