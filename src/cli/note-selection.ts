import { nearest } from '../core/text/nearest.ts';
import type { Effects } from '../io/effects.ts';
import { readNotes } from '../io/notes.ts';
import { UsageError } from './options.ts';

/**
 * The notes that a command line names by id or by file; undefined where it names none, and all are meant.
 * @throws {UsageError} where there is no such note.
 */
export function selectedIds(
  operands: readonly string[],
  { environment, disk }: Pick<Effects, 'environment' | 'disk'>,
): Set<string> | undefined {
  if (operands.length === 0) return undefined;
  const { ids } = readNotes(environment, disk);
  return new Set(
    operands.map((operand) => {
      const id = operand
        .replace(/^.*[/\\]/, '')
        .replace(/\.md$/i, '')
        .toLowerCase();
      if (ids.includes(id)) return id;
      const near = nearest(id, ids);
      throw new UsageError(
        `There is no note “${operand}”.${near ? ` Did you mean “${near}”?` : ' Name notes by the names of their files without “.md”.'}`,
      );
    }),
  );
}
