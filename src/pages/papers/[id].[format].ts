import type { APIRoute } from 'astro';
import { getCatalogue, noteSource, referencesOf } from '../../catalogue.ts';
import type { Catalogue } from '../../core/catalogue/catalogue.ts';
import { writeRecords } from '../../core/citation/export.ts';
import { toMarkdownLink } from '../../core/citation/markdown.ts';
import { citationOf } from '../../core/citation/of-note.ts';
import { writeReferences } from '../../core/citation/reference.ts';
import type { Note } from '../../core/note/note.ts';
import { paperFormats, type PaperFormat } from '../../core/site/urls.ts';

const writers: Readonly<Record<PaperFormat, (note: Note, catalogue: Catalogue) => string>> = {
  bib: (note, catalogue) => writeRecords([citationOf(note, catalogue)], 'bib'),
  ris: (note, catalogue) => writeRecords([citationOf(note, catalogue)], 'ris'),
  json: (note, catalogue) => writeRecords([citationOf(note, catalogue)], 'json'),
  'apa.txt': (note, catalogue) => writeReferences([referencesOf(note, catalogue)], 'apa'),
  'gbt.txt': (note, catalogue) => writeReferences([referencesOf(note, catalogue)], 'gbt'),
  'link.md': (note, catalogue) => `${toMarkdownLink(citationOf(note, catalogue))}\n`,
  md: noteSource,
};

export async function getStaticPaths() {
  const { notes } = await getCatalogue();
  return notes.flatMap((note) => paperFormats.map((format) => ({ params: { id: note.id, format }, props: { note, format } })));
}

/** A paper in the format of another program. */
export const GET: APIRoute<{ note: Note; format: PaperFormat }> = async ({ props: { note, format } }) =>
  new Response(writers[format](note, await getCatalogue()));
