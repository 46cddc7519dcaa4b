import type { Effects } from '../io/effects.ts';
import { syncNotes, type SyncedNote } from '../io/sync/sync-notes.ts';
import { selectedIds } from './note-selection.ts';
import type { Call } from './options.ts';
import { exitCodes, type ExitCode, type Verb } from './verb.ts';

/** Fills notes from arXiv and OpenReview. */
export const sync: Verb = {
  summary: 'fill what notes lack (authors, date, venue, abstract) from arXiv and OpenReview',
  operands: '[id …]',
  details:
    'Only what is empty is filled; what a person wrote stays. An abstract from there is the authors’ own: only a note without one gets it,\nand the key “abstractSource” says so, on its page too. New versions on arXiv and other venues are told.\nAnswers are kept in .cache/ for a day, so that a run that was interrupted goes on where it stopped.',
  options: { refresh: { help: 'ask again for what was asked for within a day' } },
  run: runSync,
};

async function runSync(call: Call, effects: Effects): Promise<ExitCode> {
  const ids = selectedIds(call.operands, effects);
  const notes = await syncNotes(effects, { ids, refresh: call.has('refresh'), dryRun: call.has('dry-run') });
  effects.logger.print(call.has('json') ? JSON.stringify(notes, null, 2) : asText(notes, call.has('dry-run')));
  return notes.some(({ failures }) => failures.length > 0) ? exitCodes.incomplete : exitCodes.done;
}

function asText(notes: readonly SyncedNote[], dryRun: boolean): string {
  const lines = notes.flatMap(({ file, filled, news, failures }) => [
    ...(filled.length > 0 ? [`~ ${file}: ${filled.join(', ')}`] : []),
    ...news.map((text) => `* ${file}: ${text}`),
    ...failures.map((text) => `! ${file}: ${text}`),
  ]);
  const count = (of: (note: SyncedNote) => boolean) => notes.filter(of).length;
  const summary = `${notes.length} notes asked for: ${count(({ filled }) => filled.length > 0)} filled, ${count(({ news }) => news.length > 0)} with news, ${count(({ failures }) => failures.length > 0)} not fetched.`;
  return [...lines, `${summary}${dryRun ? ' Nothing was written (--dry-run).' : ''}`].join('\n');
}
