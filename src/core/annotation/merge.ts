import { hasSameContent, type Change, type Step } from './history.ts';
import { isMark, type Mark, type MarkRecord } from './mark.ts';

/** Of two records with one id the one that counts: the later one; of two of the same instant always the same one. */
export function newer(a: MarkRecord, b: MarkRecord): MarkRecord {
  if (a.modified !== b.modified) return a.modified > b.modified ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

/** What an import did, or would do, in numbers of marks. */
export interface ImportCounts {
  /** New ones, and ones that were deleted here and are back. */
  readonly added: number;
  /** Ones of which the file had a later state. */
  readonly updated: number;
  /** Ones of which the file had the same state. */
  readonly same: number;
  /** Ones that are later here than in the file, and stay as they are. */
  readonly kept: number;
}

/**
 * Merges marks from a file into those that are here, by id. Nothing that is later here is overwritten.
 * @param current What is here under an id, deletions included.
 */
export function mergeImport(
  imported: readonly Mark[],
  current: (id: string) => MarkRecord | undefined,
): { step: Step; counts: ImportCounts } {
  const step: Change[] = [];
  const counts = { added: 0, updated: 0, same: 0, kept: 0 };
  for (const mark of latestOfEach(imported)) {
    const here = current(mark.id);
    if (!isMark(here)) {
      counts.added += 1;
      step.push({ after: mark });
    } else if (hasSameContent(here, mark)) counts.same += 1;
    else if (mark.modified < here.modified) counts.kept += 1;
    else {
      counts.updated += 1;
      step.push({ before: here, after: mark });
    }
  }
  return { step, counts };
}

function latestOfEach(marks: readonly Mark[]): Iterable<Mark> {
  const latest = new Map<string, Mark>();
  for (const mark of marks) {
    const other = latest.get(mark.id);
    if (!other || mark.modified > other.modified) latest.set(mark.id, mark);
  }
  return latest.values();
}
