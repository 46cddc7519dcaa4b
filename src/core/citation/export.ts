import type { ExportFormat } from '../site/urls.ts';
import { bibtexKeys, toBibtex } from './bibtex.ts';
import type { CslItem } from './csl.ts';
import { toMarkdownItem } from './markdown.ts';
import type { ReferenceStyle } from './reference.ts';
import { toRis } from './ris.ts';

/** A format that is written from records alone; references in a style need more. */
export type RecordFormat = Exclude<ExportFormat, `${ReferenceStyle}.txt`>;

const writers: Readonly<Record<RecordFormat, (items: readonly CslItem[]) => string>> = {
  bib: (items) => {
    const keys = bibtexKeys(items);
    return items.map((item, index) => toBibtex(item, keys[index])).join('\n');
  },
  ris: (items) => items.map(toRis).join('\r\n'),
  json: (items) => `${JSON.stringify(items, null, 2)}\n`,
  md: (items) => items.map((item) => `${toMarkdownItem(item)}\n`).join(''),
};

/** Several papers in the format of another program, in their order; `md` is a list of links. */
export function writeRecords(items: readonly CslItem[], format: RecordFormat): string {
  return writers[format](items);
}
