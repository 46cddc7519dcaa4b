import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createShards, simplifiedForms } from '../core/search/dictionary.ts';
import { createLexicon, createLexiconData, type LexiconData } from '../core/search/lexicon.ts';
import { minePairs } from '../core/search/mined-pairs.ts';
import { namesOfKeys } from '../core/search/greek.ts';
import { paperWords } from '../core/search/paper-words.ts';
import { MARKS } from '../core/search/marks.ts';
import { isPlainWord } from '../core/search/page-query.ts';
import { paraphrasesOf } from '../core/search/paraphrases.ts';
import { createTopicFiles } from '../core/search/topic-file.ts';
import { indexTopics, type TopicIndex } from '../core/search/topics.ts';
import type { SearchRecord } from '../core/search/record.ts';
import { siteUrls } from '../core/site/urls.ts';
import { readDictionary } from '../io/dictionary.ts';
import { readThesaurus } from '../io/thesaurus.ts';
import { readEnvironment } from '../io/environment.ts';
import type { CollectionPlace } from '../io/notes.ts';
import { readSearchSource, type SearchSource } from '../io/search-source.ts';
import { readPageRecords } from './pdf-records.ts';
import { idsOf } from './result-ids.ts';
import { asJson, makeIndexFiles, type IndexFile } from './search-files.ts';

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
  const source = readSearchSource(place);
  const pages = await readPageRecords(source.pdfs, warn);
  const notes = await noteFiles(source, pages.length);
  const inside = pages.length > 0 ? await pageFiles(source, pages) : [];
  const below = (folder: string, files: readonly IndexFile[]) => files.map((file) => ({ ...file, path: `${folder}/${file.path}` }));
  return [...below(FOLDER, notes), ...below(PDF_FOLDER, inside)];
}

async function noteFiles(source: SearchSource, pdfPages: number): Promise<IndexFile[]> {
  const files = await makeIndexFiles(source.records);
  const notes = idsOf(files);
  const topics = indexTopics(source.records, readThesaurus());
  const idOf = new Map(Object.entries(notes).map(([id, note]) => [note, id]));
  const topicFiles = createTopicFiles(
    topics,
    source.records.map(({ url }) => idOf.get(url)!),
  );
  return [
    ...files,
    asJson('ids', notes),
    asJson('authors', source.authors),
    ...topicFiles.map((file, index) => asJson(`topics/${index}`, file)),
    ...languageFiles(source, { pdfPages, topicFiles: topicFiles.length, topics: topics.words }),
  ];
}

async function pageFiles({ paired, terms }: SearchSource, records: readonly SearchRecord[]): Promise<IndexFile[]> {
  const data = createLexiconData({ contents: records.map(searchedText), terms: [], lists: isPlainWord });
  return [...(await makeIndexFiles(records)), asJson('lexicon', data), ...dictionaryFiles({ paired, terms, data })];
}

interface IndexFacts {
  readonly pdfPages: number;
  readonly topicFiles: number;
  readonly topics: TopicIndex['words'];
}

/** The lexicon, which every search loads, and the dictionary, of which it loads what its words need. */
function languageFiles({ records, terms, paired }: SearchSource, { topics, ...facts }: IndexFacts): IndexFile[] {
  const papers = records.flatMap(({ meta }) => namesOfKeys(meta.nm ?? ''));
  const contents = records.map(searchedText);
  const simplified = simplifiedForms(readDictionary());
  const data = createLexiconData({ contents, terms, papers, simplified, marks: marksOf(records), ...facts });
  return [asJson('lexicon', data), ...dictionaryFiles({ paired, terms, data, topics })];
}

interface Languages extends Pick<SearchSource, 'paired' | 'terms'> {
  readonly data: LexiconData;
  /** Default: none. */
  readonly topics?: TopicIndex['words'];
}

/** What renders words into those of a lexicon (what papers are made of, what the notes show, the general dictionary), and what they may mean. */
function dictionaryFiles({ paired, terms, data, ...meanings }: Languages): IndexFile[] {
  const pairs = [...paperWords, ...minePairs(paired)];
  const source = { words: readDictionary(), pairs, lexicon: createLexicon(data), paraphrases: paraphrasesOf(terms), ...meanings };
  return createShards(source).map((shard, index) => asJson(`dictionary/${index}`, shard));
}

/** A record's text with the words by which alone it may be found, such as `tango2`. */
function searchedText({ content, meta }: SearchRecord): string {
  return [content.replace(MARKS.questions, ''), meta.al, meta.kw].filter(Boolean).join(' ');
}

/** The marks that tell some records from others. */
function marksOf(records: readonly SearchRecord[]): string[] {
  const inOne = (mark: string) => records.filter(({ meta }) => meta.in === mark).length;
  const languages = Object.values(MARKS.only).filter((mark) => inOne(mark) > 0 && inOne(mark) < records.length);
  return records.some(({ content }) => content.includes(MARKS.questions)) ? [MARKS.questions, ...languages] : languages;
}

async function writeInto(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

function contentType(path: string): string {
  if (path.endsWith('.js')) return 'text/javascript';
  return path.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
