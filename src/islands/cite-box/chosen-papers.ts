import type { CslItem } from '../../core/citation/csl.ts';
import { writeRecords } from '../../core/citation/export.ts';
import { readReferences } from '../../core/citation/reference.ts';
import type { ExportFormat } from '../../core/site/urls.ts';

/**
 * Some papers of the collection in a format, made in the browser from the files of the whole collection.
 * @param load Gives such a file. The lines of references stand in the order of the records.
 */
export async function writeChosen(
  ids: readonly string[],
  format: ExportFormat,
  load: (format: ExportFormat) => Promise<string>,
): Promise<string> {
  // The file is made by this site's own build.
  const items = JSON.parse(await load('json')) as CslItem[];
  if (format !== 'apa.txt' && format !== 'gbt.txt') {
    const byId = new Map(items.map((item) => [item.id, item]));
    return writeRecords(
      ids.flatMap((id) => byId.get(id) ?? []),
      format,
    );
  }
  const lines = readReferences(await load(format));
  const lineOf = new Map(items.map(({ id }, index) => [id, lines[index]]));
  return ids.map((id) => `${lineOf.get(id) ?? ''}\n`).join('');
}
