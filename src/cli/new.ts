import { join } from 'node:path';
import type { FoundPaper } from '../core/import/found-paper.ts';
import { nameNote } from '../core/import/note-name.ts';
import { createPaperIndex } from '../core/import/same-paper.ts';
import { identifyPaper } from '../core/import/web-address.ts';
import { isNoteId } from '../core/note/id.ts';
import { joinRemote, type RemotePaper } from '../core/remote/remote-paper.ts';
import type { Effects } from '../io/effects.ts';
import { displayPath } from '../io/files.ts';
import { noteTemplate } from '../io/import/note-template.ts';
import { readNotes } from '../io/notes.ts';
import { createClient, RemoteError } from '../io/remote/client.ts';
import { createPaperSource, type PaperSource } from '../io/remote/paper-source.ts';
import { UsageError, type Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** Begins a note. */
export const newVerb: Verb = {
  summary: 'begin a note, with all that can be fetched filled in',
  operands: '<title | arXiv id | OpenReview URL | DOI>',
  details:
    'A title is looked up on arXiv, and only a paper of exactly this title is taken.\nWhat is left to write stands in the note as comments and empty sections, which `check` names.',
  options: { id: { value: 'id', help: 'the id of the note (default: from its title)' } },
  run: runNew,
};

async function runNew(call: Call, effects: Effects): Promise<ExitCode> {
  const { disk, environment, logger } = effects;
  const name = call.operands.join(' ').trim();
  if (name === '') throw new UsageError('new takes a title, an arXiv id, an OpenReview URL or a DOI: npm run note -- new 2405.14734.');
  const { value: notes, ids } = readNotes(environment, disk);
  const wanted = wantedId(call, ids);
  const index = createPaperIndex<string>();
  for (const { file, metadata } of notes) index.add(metadata, file);
  const links = identifyPaper(name);
  const refuse = (file: string): ExitCode => {
    logger.report(`${file} is the note of this paper already; nothing was written. “npm run note -- sync” fills what it lacks.`);
    return exitCodes.incomplete;
  };
  const known = index.find({ title: links ? '' : name, links: links ?? {} });
  if (known !== undefined) return refuse(known);
  const paper = await describe(name, createPaperSource(createClient(effects), effects.addresses), logger);
  const same = index.find(paper);
  if (same !== undefined) return refuse(same);
  const id = wanted ?? nameNote(paper, (other) => ids.includes(other));
  const file = join(environment.contentDir, 'notes', `${id}.md`);
  const text = noteTemplate(paper);
  const written = !call.has('dry-run');
  if (written) disk.write(file, text);
  logger.progress('');
  if (call.has('json')) logger.print(JSON.stringify({ id, file: displayPath(file), written, paper }, null, 2));
  else logger.print(written ? `+ ${displayPath(file)}: ${paper.title}${paper.links.arxiv ? ` (arXiv ${paper.links.arxiv})` : ''}` : text);
  return exitCodes.done;
}

function wantedId(call: Call, ids: readonly string[]): string | undefined {
  const id = call.value('id');
  if (id === undefined) return undefined;
  if (!isNoteId(id)) throw new UsageError(`“${id}” cannot be an id: use lower-case Latin letters, digits and single hyphens.`);
  if (ids.includes(id)) throw new UsageError(`There is a note “${id}” already. Choose another --id.`);
  return id;
}

/** What is known of a paper that somebody names. */
async function describe(name: string, source: PaperSource, logger: Effects['logger']): Promise<FoundPaper> {
  const ids = identifyPaper(name);
  if (!ids && /^https?:\/\//.test(name)) {
    throw new UsageError(`${name} names no paper: give its arXiv or OpenReview address, its DOI, or its title.`);
  }
  if (!ids) return describeTitled(name, source, logger);
  return { ...(await fetchPaper(ids, source)), line: 1 };
}

/** A title that nobody knows, or that cannot be asked for, is a note all the same. */
async function describeTitled(title: string, source: PaperSource, logger: Effects['logger']): Promise<FoundPaper> {
  const alone: FoundPaper = { title, links: {}, sections: [], line: 1 };
  try {
    const found = await source.titled(title);
    return found ? { ...found, line: 1 } : alone;
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    logger.report(
      'arXiv could not be asked for this title: the note begins with it alone, and “npm run note -- sync” fills it once its links are written.',
    );
    return alone;
  }
}

async function fetchPaper(
  { arxiv, openreview, doi }: NonNullable<ReturnType<typeof identifyPaper>>,
  source: PaperSource,
): Promise<RemotePaper> {
  if (openreview) return source.openreview(openreview);
  if (doi) return source.doi(doi);
  const found = arxiv ? (await source.arxiv([arxiv])).values().next().value : undefined;
  const paper = joinRemote(found ? [found] : []);
  if (!paper) throw new RemoteError('missing', `arXiv knows no paper “${arxiv}”. Check the id.`);
  return paper;
}
