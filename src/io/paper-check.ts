import { dirname, join, resolve } from 'node:path';
import { localPdfName, remotePdfs } from '../core/note/links.ts';
import { splitSource } from '../core/note/source-text.ts';
import { START, type Problem } from '../core/problem.ts';
import type { Collection } from './collection.ts';
import type { Effects } from './effects.ts';
import { displayPath } from './files.ts';
import type { NoteFile } from './notes.ts';
import { formatSize, LARGEST_FILE, LARGEST_SITE } from './pdf/limits.ts';
import { countPages } from './pdf/page-count.ts';
import { createAnswerCache } from './remote/cache.ts';

type Surroundings = Pick<Effects, 'disk' | 'clock' | 'environment' | 'cacheDir'>;

/** What is wrong between notes and PDFs: pages that do not exist, PDFs that no note names, and what GitHub would refuse. */
export async function checkPapers({ notes }: Pick<Collection, 'notes'>, effects: Surroundings): Promise<Problem[]> {
  const pages = createPageCounter(effects);
  const cited = await Promise.all(notes.map((note) => checkPages(note, effects, pages)));
  return [...cited.flat(), ...orphans(notes, effects), ...checkSizes(notes, effects)];
}

/** The pages of the PDFs at hand; one that was counted before and has the same size is not read again. */
function createPageCounter(effects: Surroundings): (path: string) => Promise<number | undefined> {
  const cache = createAnswerCache(effects, join(effects.cacheDir, 'pages'));
  return async (path) => {
    const key = `${path} ${effects.disk.size(path)}`;
    const known = cache.read(key)?.value;
    if (typeof known === 'number') return known;
    const bytes = effects.disk.bytes(path);
    const pages = bytes && (await countPages(bytes));
    if (pages !== undefined) cache.write(key, pages);
    return pages;
  };
}

/** A place that names a page. */
interface PageCitation {
  readonly page: number;
  readonly line: number;
  readonly column: number;
}

async function checkPages(
  note: NoteFile,
  { disk }: Surroundings,
  pagesOf: (path: string) => Promise<number | undefined>,
): Promise<Problem[]> {
  const citations = citationsOf(note, disk.read(resolve(note.file)) ?? '');
  const [first] = citations;
  if (!first) return [];
  const { file } = note;
  if (note.pdf !== undefined) {
    const pages = await pagesOf(note.pdf);
    if (pages === undefined) return [];
    return citations.flatMap(({ page, ...at }) => (page >= 1 && page <= pages ? [] : [beyond(page, pages, { file, ...at })]));
  }
  if (localPdfName(note.metadata) !== undefined || remotePdfs(note.metadata).length > 0) return [];
  return [
    {
      rule: 'note/page-without-pdf',
      message: `The note cites page ${first.page}, but names no PDF in which it could be read.`,
      hint: 'Add links.pdf, links.arxiv or links.openreview.',
      file,
      line: first.line,
      column: first.column,
    },
  ];
}

function citationsOf({ metadata, yaml }: NoteFile, source: string): PageCitation[] {
  const { body, bodyLine } = splitSource(source);
  const inBody = body.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\]\(#page=(\d+)\)/g)].map((match) => ({
      page: Number(match[1]),
      line: bodyLine + index + 1,
      column: match.index + 1,
    })),
  );
  const { objective } = metadata;
  return objective?.page === undefined ? inBody : [{ page: objective.page, ...yaml.placeOf(['objective', 'page']) }, ...inBody];
}

function beyond(page: number, pages: number, at: Pick<Problem, 'file' | 'line' | 'column'>): Problem {
  return {
    rule: 'note/page-beyond-pdf',
    message: `Page ${page} is cited, but the PDF has ${pages}.`,
    hint: 'Write the page of the PDF, counted from 1, not the number that is printed on it; or see whether the PDF is another version.',
    ...at,
  };
}

/** PDFs in the collection’s own `papers/` that no note names; other folders hold what they like. */
function orphans(notes: readonly NoteFile[], { environment, disk }: Surroundings): Problem[] {
  const folder = environment.paperDirs[0]!;
  if (dirname(folder) !== dirname(environment.contentDir)) return [];
  const named = new Set(notes.map(({ metadata }) => localPdfName(metadata)));
  return disk
    .list(folder)
    .filter((name) => /\.pdf$/i.test(name) && !named.has(name))
    .map((name) => ({
      rule: 'papers/orphan-pdf',
      message: `No note names “${name}”; it is not published.`,
      hint: `Write “pdf: ${name}” under links of its note, or remove the file.`,
      file: displayPath(join(folder, name)),
      ...START,
    }));
}

function checkSizes(notes: readonly NoteFile[], { environment, disk }: Surroundings): Problem[] {
  const sizes = new Map(notes.flatMap(({ pdf }) => (pdf === undefined ? [] : [[pdf, disk.size(pdf) ?? 0]])));
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const large = [...sizes].filter(([, size]) => size > LARGEST_FILE).map(([path, size]) => tooLarge(path, size));
  if (total <= LARGEST_SITE) return large;
  const site: Problem = {
    rule: 'papers/site-too-large',
    message: `The PDFs have ${formatSize(total)}; GitHub Pages takes no site over ${formatSize(LARGEST_SITE)}.`,
    hint: 'Leave some out: a note without its PDF links to arXiv or OpenReview instead.',
    file: displayPath(environment.paperDirs[0]!),
    ...START,
  };
  return [...large, site];
}

function tooLarge(path: string, size: number): Problem {
  return {
    rule: 'papers/file-too-large',
    message: `The PDF has ${formatSize(size)}; GitHub takes no file over 100 MiB.`,
    hint: 'Leave it out, and link to it with links.pdf.',
    file: displayPath(path),
    ...START,
  };
}
