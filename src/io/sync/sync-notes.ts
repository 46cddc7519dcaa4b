import { join, resolve } from 'node:path';
import { compareAbstract } from '../../core/import/same-abstract.ts';
import { withoutVersion } from '../../core/import/web-address.ts';
import { splitSource } from '../../core/note/source-text.ts';
import type { ArxivPaper } from '../../core/remote/arxiv-feed.ts';
import { joinRemote, type RemotePaper } from '../../core/remote/remote-paper.ts';
import { progressBar, type Effects } from '../effects.ts';
import { fillFromPaper } from '../import/note-writer.ts';
import { readNotes, type NoteFile } from '../notes.ts';
import { createAnswerCache, FRESH, type AnswerCache } from '../remote/cache.ts';
import { createClient, RemoteError } from '../remote/client.ts';
import { createPaperSource, type PaperSource } from '../remote/paper-source.ts';

/** What became of one note. */
export interface SyncedNote {
  readonly file: string;
  /** The keys and sections that were filled. */
  readonly filled: readonly string[];
  /** What the hosts say that the note does not: a newer version, another venue. */
  readonly news: readonly string[];
  /** What could not be fetched, and why. */
  readonly failures: readonly string[];
}

/** What to synchronize, and how. */
export interface SyncOptions {
  /** The ids of the notes. Default: all that name an arXiv or OpenReview id. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Whether answers of the last day are asked for again. */
  readonly refresh: boolean;
  readonly dryRun: boolean;
}

/** How many papers arXiv is asked for at once. */
const BATCH = 50;

/** Fills what notes lack from arXiv and OpenReview, each note as soon as its answers are there. */
export async function syncNotes(effects: Effects, options: SyncOptions): Promise<SyncedNote[]> {
  const { value: notes } = readNotes(effects.environment, effects.disk);
  const chosen = notes.filter(
    ({ id, metadata: { links } }) => (options.ids?.has(id) ?? true) && (links.arxiv ?? links.openreview) !== undefined,
  );
  const cache = createAnswerCache(effects, join(effects.cacheDir, 'remote'));
  const source = createPaperSource(createClient(effects), effects.addresses);
  const asker: Asker = { effects, source, cache, refresh: options.refresh, broken: new Map() };
  const synced: SyncedNote[] = [];
  for (let start = 0; start < chosen.length; start += BATCH) {
    const batch = chosen.slice(start, start + BATCH);
    const arxiv = await askArxiv(batch, asker);
    for (const note of batch) {
      effects.logger.progress(progressBar(synced.length, { total: chosen.length, label: note.id }));
      synced.push(await syncNote(note, arxiv, { asker, dryRun: options.dryRun }));
    }
  }
  effects.logger.progress('');
  return synced;
}

interface Asker {
  readonly effects: Effects;
  readonly source: PaperSource;
  readonly cache: AnswerCache;
  readonly refresh: boolean;
  /** Hosts that did not answer, which are not asked again in this run, with what they said. */
  readonly broken: Map<string, string>;
}

/** A paper as arXiv has it now, and the version that an earlier run saw. */
interface ArxivAnswer {
  readonly paper: ArxivPaper | undefined;
  readonly versionBefore: number | undefined;
  readonly failure: string | undefined;
}

async function askArxiv(notes: readonly NoteFile[], asker: Asker): Promise<Map<string, ArxivAnswer>> {
  const ids = [...new Set(notes.flatMap(({ metadata: { links } }) => (links.arxiv ? [withoutVersion(links.arxiv)] : [])))];
  const cached = new Map(ids.map((id) => [id, asker.cache.read(`arxiv ${id}`)]));
  const isFresh = (id: string) => !asker.refresh && asker.effects.clock.now() - (cached.get(id)?.at ?? -Infinity) < FRESH;
  const stale = ids.filter((id) => !isFresh(id));
  let answers: ReadonlyMap<string, ArxivPaper> = new Map();
  try {
    answers = asker.broken.has('arxiv') ? answers : await asker.source.arxiv(stale);
    for (const [id, paper] of answers) asker.cache.write(`arxiv ${id}`, paper);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    asker.broken.set('arxiv', error.message);
  }
  const failure = asker.broken.get('arxiv');
  return new Map(
    ids.map((id) => {
      const before = cached.get(id)?.value as ArxivPaper | undefined;
      const isStale = stale.includes(id);
      const paper = isStale ? answers.get(id) : before;
      const missing = isStale && !paper ? (failure ?? `arXiv knows no paper “${id}”. Check links.arxiv.`) : undefined;
      return [id, { paper, versionBefore: before?.arxivVersion, failure: missing }];
    }),
  );
}

async function askOpenReview(id: string, { effects, source, cache, refresh, broken }: Asker): Promise<RemotePaper> {
  const cached = cache.read(`openreview ${id}`);
  if (cached && !refresh && effects.clock.now() - cached.at < FRESH) return cached.value as RemotePaper;
  const before = broken.get('openreview');
  if (before !== undefined) throw new RemoteError('busy', before);
  try {
    const paper = await source.openreview(id);
    cache.write(`openreview ${id}`, paper);
    return paper;
  } catch (error) {
    if (error instanceof RemoteError && error.kind !== 'missing') broken.set('openreview', error.message);
    throw error;
  }
}

interface SyncContext {
  readonly asker: Asker;
  readonly dryRun: boolean;
}

async function syncNote(note: NoteFile, arxiv: ReadonlyMap<string, ArxivAnswer>, { asker, dryRun }: SyncContext): Promise<SyncedNote> {
  const { links } = note.metadata;
  const failures: string[] = [];
  const answer = links.arxiv ? arxiv.get(withoutVersion(links.arxiv)) : undefined;
  if (answer?.failure) failures.push(answer.failure);
  let openreview: RemotePaper | undefined;
  try {
    openreview = links.openreview ? await askOpenReview(links.openreview, asker) : undefined;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    failures.push(error.message);
  }
  const paper = joinRemote([openreview, answer?.paper].filter((found) => found !== undefined));
  const { disk } = asker.effects;
  const filled = paper ? fillNoteFile(note, paper, { disk, dryRun }) : [];
  const body = splitSource(disk.read(resolve(note.file)) ?? '').body;
  return { file: note.file, filled, news: [...newsOf(note, answer, paper), ...abstractNews(note, body, paper)], failures };
}

function fillNoteFile(note: NoteFile, paper: RemotePaper, { disk, dryRun }: { disk: Effects['disk']; dryRun: boolean }): string[] {
  const path = resolve(note.file);
  const source = disk.read(path);
  if (source === undefined) return [];
  // A standing belongs to the venue that it was read with, and a person's keywords are those of the vocabulary.
  const isOpen = note.metadata.venue === undefined && note.metadata.status === undefined;
  const offered = { ...paper, keywords: undefined, status: isOpen ? paper.status : undefined, line: 1 };
  const { text, filled } = fillFromPaper(source, offered, false);
  if (text !== source && !dryRun) disk.write(path, text);
  return filled;
}

function newsOf({ metadata }: NoteFile, answer: ArxivAnswer | undefined, paper: RemotePaper | undefined): string[] {
  return [...versionNews(metadata.links.arxiv ?? '', answer), ...venueNews(metadata, paper)];
}

function versionNews(arxiv: string, answer: ArxivAnswer | undefined): string[] {
  const version = answer?.paper?.arxivVersion;
  const named = /v(\d+)$/.exec(arxiv)?.[1];
  const seen = named ? Number(named) : answer?.versionBefore;
  if (version === undefined || seen === undefined || version <= seen) return [];
  return [`arXiv has version ${version}; ${named ? 'the note names' : 'at the last look it was'} version ${seen}`];
}

function venueNews({ venue, status }: NoteFile['metadata'], paper: RemotePaper | undefined): string[] {
  if (venue === undefined || paper?.venue === undefined) return [];
  if (foldVenue(venue) !== foldVenue(paper.venue)) {
    return [`the note says ${venue}, OpenReview says ${paper.venue}${paper.status ? ` (${paper.status})` : ''}`];
  }
  return status === 'submitted' && paper.status === undefined ? [`${venue} has accepted it; the note says “submitted”`] : [];
}

/** An abstract that says that it is the authors’ own must be that. */
function abstractNews({ metadata }: NoteFile, body: string, paper: RemotePaper | undefined): string[] {
  const { abstractSource } = metadata;
  if (abstractSource === undefined || paper?.abstractSource === undefined || compareAbstract(body, paper.sections) !== 'different')
    return [];
  return [`the abstract is not, or no longer, the one at ${paper.abstractSource}; if it is your own digest, remove “abstractSource”`];
}

function foldVenue(venue: string): string {
  return venue.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
