import { join, resolve } from 'node:path';
import { localPdfName } from '../../core/note/links.ts';
import { progressBar, type Effects } from '../effects.ts';
import { fillFrontMatter, fillNote } from '../front-matter.ts';
import { readNotes, type NoteFile } from '../notes.ts';
import { findPdf } from '../papers.ts';
import { createClient, RemoteError } from '../remote/client.ts';
import { ARXIV_SPACING, OPENREVIEW_SPACING } from '../remote/paper-source.ts';
import { downloadPdf, type FetchedPdf } from './download.ts';
import { formatSize, LARGEST_SITE } from './limits.ts';

/** What became of the PDF of one note. */
export interface FetchedPaper {
  readonly file: string;
  /** The PDF’s name in `papers/`. */
  readonly pdf: string;
  readonly fetched: FetchedPdf | undefined;
  /** Why there is none. */
  readonly failure: string | undefined;
}

/** The papers that were asked for. */
export interface FetchReport {
  readonly papers: readonly FetchedPaper[];
  /** How many PDFs were at hand before. */
  readonly present: number;
  /** The bytes of all PDFs that are published. */
  readonly total: number;
}

/** Which PDFs to fetch, and how. */
export interface FetchOptions {
  /** The ids of the notes. Default: all. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Whether only PDFs are fetched that notes name: those that their authors mean to publish. */
  readonly named: boolean;
  readonly dryRun: boolean;
}

/** Fetches the PDFs that notes lack into `papers/`, one after the other; one that is there is not touched. */
export async function fetchPapers(effects: Effects, { ids, named, dryRun }: FetchOptions): Promise<FetchReport> {
  const { disk, environment, logger } = effects;
  const { value: all } = readNotes(environment, disk);
  const notes = all.filter(({ id, metadata }) => (ids?.has(id) ?? true) && !(named && localPdfName(metadata) === undefined));
  const wished = notes.flatMap((note) => wish(note, effects) ?? []);
  // A PDF that an earlier run fetched, but had no time to name in its note; or that a cache brought back.
  const fetchedBefore = wished.filter(({ name }) => findPdf(name, environment.paperDirs, disk)?.isPdf);
  if (!dryRun) for (const { note, name } of fetchedBefore) nameInNote(note, name, effects);
  const wanted = wished.filter((paper) => !fetchedBefore.includes(paper));
  const client = createClient(effects);
  const sizes = [
    ...all.flatMap(({ pdf }) => pdf ?? []),
    ...fetchedBefore.map(({ name }) => findPdf(name, environment.paperDirs, disk)!.path),
  ];
  let total = sizes.reduce((sum, path) => sum + (disk.size(path) ?? 0), 0);
  const papers: FetchedPaper[] = [];
  const resting = new Map<string, string>();
  for (const [index, paper] of wanted.entries()) {
    logger.progress(progressBar(index, { total: wanted.length, label: paper.name }));
    const result = dryRun ? { fetched: undefined, failure: undefined } : await fetchOne(paper, { effects, client, resting, total });
    total += result.fetched?.bytes ?? 0;
    papers.push({ file: paper.note.file, pdf: paper.name, ...result });
  }
  logger.progress('');
  return { papers, present: notes.filter(({ pdf }) => pdf !== undefined).length + fetchedBefore.length, total };
}

/** A PDF that a note lacks. */
interface Wish {
  readonly note: NoteFile;
  readonly name: string;
  readonly sources: readonly Source[];
}

interface Source {
  readonly url: string;
  readonly spacing: number;
}

/** A note that has its PDF, or links to one elsewhere on purpose, wants none. */
function wish(note: NoteFile, { addresses }: Effects): Wish | undefined {
  const { links } = note.metadata;
  if (note.pdf !== undefined || /^https?:\/\//.test(links.pdf ?? '')) return undefined;
  const openreview = links.openreview && { url: `${addresses.openreviewSite}/pdf?id=${links.openreview}`, spacing: OPENREVIEW_SPACING };
  const arxiv = links.arxiv && { url: `${addresses.arxivSite}/pdf/${links.arxiv}`, spacing: ARXIV_SPACING };
  const sources = [openreview, arxiv].filter((source) => source !== undefined && source !== '');
  if (sources.length === 0) return undefined;
  return { note, name: localPdfName(note.metadata) ?? `${note.id}.pdf`, sources };
}

interface FetchContext {
  readonly effects: Effects;
  readonly client: ReturnType<typeof createClient>;
  /** Hosts that asked to be left alone until the next run. */
  readonly resting: Map<string, string>;
  readonly total: number;
}

async function fetchOne(
  { note, name, sources }: Wish,
  { effects, client, resting, total }: FetchContext,
): Promise<Pick<FetchedPaper, 'fetched' | 'failure'>> {
  if (total >= LARGEST_SITE) {
    return {
      fetched: undefined,
      failure: `The PDFs have ${formatSize(total)} already, and GitHub Pages takes no site over ${formatSize(LARGEST_SITE)}.`,
    };
  }
  const target = join(effects.environment.paperDirs[0]!, name);
  const failures: string[] = [];
  for (const { url, spacing } of sources) {
    const { host } = new URL(url);
    const rest = resting.get(host);
    if (rest !== undefined) {
      failures.push(rest);
      continue;
    }
    try {
      const fetched = await downloadPdf({ url, target, spacing }, client, effects);
      nameInNote(note, name, effects);
      return { fetched, failure: undefined };
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      if (error.kind === 'busy') resting.set(host, error.message);
      failures.push(error.message);
    }
  }
  return { fetched: undefined, failure: failures.join(' ') };
}

function nameInNote(note: NoteFile, name: string, { disk }: Effects): void {
  if (note.metadata.links.pdf !== undefined) return;
  const path = resolve(note.file);
  const source = disk.read(path);
  if (source === undefined) return;
  const text = fillNote(source, ({ frontMatter, body }) => ({
    frontMatter: fillFrontMatter(frontMatter, { links: { pdf: name } }).text,
    body,
  }));
  if (text !== source) disk.write(path, text);
}
