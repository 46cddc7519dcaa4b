import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FoundCollection } from '../core/import/found-paper.ts';
import { isNoteId } from '../core/note/id.ts';
import { progressBar, type Effects } from '../io/effects.ts';
import { writeList, writeSite, type ListChange } from '../io/import/list-writer.ts';
import { createNoteWriter, type NoteChange, type NoteWriter } from '../io/import/note-writer.ts';
import { readSource, type SourceFormat } from '../io/import/read-source.ts';
import { UsageError, type Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** What an import did. */
interface ImportReport {
  readonly file: string;
  readonly format: SourceFormat;
  readonly notes: readonly NoteChange[];
  readonly list: ListChange | undefined;
  readonly site: string | undefined;
  readonly found: FoundCollection;
}

/** After how many papers a command looks whether it is to stop. */
const TURN = 20;

const FORMATS: Readonly<Record<SourceFormat, string>> = {
  'reading-list': 'a reading list',
  'link-list': 'a list of links',
  bibtex: 'BibTeX',
  'csl-json': 'CSL-JSON',
  ris: 'RIS',
};

/** Turns a list of papers into notes. */
export const importVerb: Verb = {
  summary: 'turn a README, an awesome list, BibTeX, CSL-JSON or RIS into notes',
  operands: '<file>',
  details:
    'A paper that has a note already (the same arXiv, OpenReview or DOI id, or title) is filled in where the note is empty.\nThe order of a README is kept as a reading list, its headings as keywords. A second run changes nothing.',
  options: {
    list: { value: 'id', help: 'the id of the reading list that keeps the order (default: from the title of the file)' },
    force: { help: 'replace values that say something else' },
  },
  run: runImport,
};

async function runImport(call: Call, effects: Effects): Promise<ExitCode> {
  const [file, ...others] = call.operands;
  if (file === undefined || others.length > 0) throw new UsageError('import takes one file: npm run note -- import <file>.');
  const { disk, environment, logger } = effects;
  const listId = call.value('list');
  if (listId !== undefined && !isNoteId(listId))
    throw new UsageError(`“${listId}” cannot be an id: use lower-case Latin letters, digits and single hyphens.`);
  const { format, found } = await readSource(file, disk);
  const dryRun = call.has('dry-run');
  const writer = createNoteWriter(environment, disk, { dryRun, force: call.has('force') });
  const notes = await putAll(found.papers, writer, logger);
  const title = found.title ?? nameOf(listId);
  const ids = notes.map(({ id }) => id);
  const list = title && ids.length > 0 ? writeList(environment, disk, { title, ids, id: listId, dryRun }) : undefined;
  const site = title && !dryRun && ids.length > 0 ? writeSite(environment, disk, title) : undefined;
  const report: ImportReport = { file, format, notes, list, site, found };
  logger.print(call.has('json') ? asJson(report) : asText(report, dryRun));
  return found.unread.length > 0 ? exitCodes.incomplete : exitCodes.done;
}

/** Puts papers into the collection, and lets whoever wants to stop the command do so now and then. */
async function putAll(papers: FoundCollection['papers'], writer: NoteWriter, logger: Effects['logger']): Promise<NoteChange[]> {
  const changes: NoteChange[] = [];
  for (const [index, paper] of papers.entries()) {
    if (index % TURN === 0) {
      logger.progress(progressBar(index, { total: papers.length, label: '' }));
      await nextTurn();
    }
    changes.push(writer.put(paper));
  }
  logger.progress('');
  return changes;
}

/** Sources hold the authors’ abstracts as a rule; whoever wrote digests must say so. */
function abstractRemark(notes: readonly NoteChange[], papers: FoundCollection['papers']): string[] {
  const marked = notes.filter(
    ({ outcome, filled }, index) =>
      filled.includes('abstractSource') || (outcome === 'created' && papers[index]?.abstractSource !== undefined),
  );
  return marked.length === 0
    ? []
    : [
        `* ${marked.length} abstracts are taken for the authors’ own, and their pages say so. Where one is your own digest, remove “abstractSource”.`,
      ];
}

/** A list that somebody asks for by name alone is called by it. */
function nameOf(id: string | undefined): FoundCollection['title'] {
  return id === undefined ? undefined : { text: id, locale: 'en' };
}

function asJson({ file, format, notes, list, site, found: { unread, templates } }: ImportReport): string {
  return JSON.stringify({ file, format, notes, list, site, unread, templates }, null, 2);
}

function asText({ file, format, notes, list, site, found: { papers, unread, templates } }: ImportReport, dryRun: boolean): string {
  const count = (outcome: NoteChange['outcome']) => notes.filter((note) => note.outcome === outcome).length;
  const changed = notes.filter(({ outcome }) => outcome !== 'unchanged');
  const kept = notes.filter(({ kept: keys }) => keys.length > 0);
  const lines = [
    ...changed.map(
      ({ outcome, file: note, filled }) =>
        `${outcome === 'created' ? '+' : '~'} ${note}${filled.length > 0 ? `: ${filled.join(', ')}` : ''}`,
    ),
    ...(list && list.outcome !== 'unchanged' ? [`${list.outcome === 'created' ? '+' : '~'} ${list.file}: ${list.added.length} notes`] : []),
    ...(site ? [`+ ${site}: its title is that of the list`] : []),
    ...unread.map(({ line, reason }) => `! ${file}:${line} ${reason}`),
    ...templates.map((line) => `! ${file}:${line} An empty template entry; nothing to import.`),
    ...abstractRemark(notes, papers),
    ...kept.map(({ file: note, kept: keys }) => `= ${note} keeps its own ${keys.join(', ')}`),
  ];
  const summary = `${file} is ${FORMATS[format]} of ${papers.length} papers: ${count('created')} created, ${count('filled')} filled, ${count('unchanged')} unchanged, ${unread.length} not read, ${templates.length} empty.`;
  return [...lines, `${summary}${dryRun ? ' Nothing was written (--dry-run).' : ''}`].join('\n');
}
