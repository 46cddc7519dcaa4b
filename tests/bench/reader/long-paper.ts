import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { formatOpeningParts } from '../../../src/core/reader/opening-parts.ts';
import { makeReaderFiles } from '../../../src/io/reader-files.ts';
import type { Paper, Place } from './viewers.ts';

/** The id under which the long paper is read. */
const ID = 'long-paper';

/** The page that is looked for, as far from the beginning as a search may lead. */
const PAGE = 152;

/** So many words in a row make a phrase. */
const WORDS = 6;

/** A paper of some hundred pages, and a phrase that stands on one of its pages and nowhere else. */
export interface LongPaper {
  readonly paper: Paper;
  readonly place: Place;
  readonly pages: number;
}

/** Binds papers to one of at least 236 pages and adds it to a built site, whose reader of `pattern` it takes as its own. */
export async function addLongPaper(site: string, papers: readonly Paper[]): Promise<LongPaper> {
  const folder = join(site, 'papers', ID);
  mkdirSync(join(folder, 'read'), { recursive: true });
  const file = join(folder, `${ID}.pdf`);
  writeFileSync(file, await bind(papers));
  const { texts, parts, poster } = await makeReaderFiles(file, '.cache/reader');
  writeFileSync(join(folder, `${ID}.text.json`), JSON.stringify(texts));
  writeFileSync(join(folder, `${ID}.webp`), poster ?? '');
  const pattern = papers[0]!.id;
  const page = readFileSync(join(site, 'papers', pattern, 'read/index.html'), 'utf8')
    .replaceAll(`papers/${pattern}/${pattern}.`, `papers/${ID}/${ID}.`)
    .replaceAll(`data-paper="${pattern}"`, `data-paper="${ID}"`)
    .replace(/data-parts="[^"]*"/, `data-parts="${formatOpeningParts(parts)}"`);
  writeFileSync(join(folder, 'read/index.html'), page);
  return { paper: { id: ID, file }, place: { page: PAGE, phrase: onlyPhrase(texts.pages) }, pages: texts.pages.length };
}

/** Papers, one behind the other, in one file. */
async function bind(papers: readonly Paper[]): Promise<Uint8Array> {
  const task = getDocument({ data: new Uint8Array(readFileSync(papers[0]!.file)), verbosity: VerbosityLevel.ERRORS });
  const others = papers.slice(1).map(({ file }) => ({ document: new Uint8Array(readFileSync(file)) }));
  const bound = await (await task.promise).extractPages([{ document: null }, ...others]);
  await task.destroy();
  if (!bound) throw new Error('The papers could not be bound.');
  return bound;
}

/** Words in a row of one line of the page, which are on no other. */
function onlyPhrase(pages: readonly string[]): string {
  for (const line of pages[PAGE - 1]!.split('\n')) {
    const phrase = line.trim().split(/\s+/).slice(0, WORDS).join(' ');
    const isPlain = /^[\w ,.]+$/.test(phrase) && phrase.length > 25;
    if (isPlain && pages.filter((text) => text.includes(phrase)).length === 1) return phrase;
  }
  throw new Error(`No phrase stands on page ${PAGE} alone.`);
}
