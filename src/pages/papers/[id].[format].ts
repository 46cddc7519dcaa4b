import type { APIRoute } from 'astro';
import { getCatalogue, noteSource } from '../../catalogue.ts';
import { toBibtex } from '../../core/citation/bibtex.ts';
import { toCsl } from '../../core/citation/csl.ts';
import { toRis } from '../../core/citation/ris.ts';
import type { Note } from '../../core/note/note.ts';
import { exportFormats, type ExportFormat } from '../../core/site/urls.ts';

const writers: Readonly<Record<ExportFormat, (note: Note) => string>> = {
  bib: (note) => toBibtex(toCsl(note)),
  ris: (note) => toRis(toCsl(note)),
  json: (note) => `${JSON.stringify([toCsl(note)], null, 2)}\n`,
  md: noteSource,
};

export async function getStaticPaths() {
  const { notes } = await getCatalogue();
  return notes.flatMap((note) => exportFormats.map((format) => ({ params: { id: note.id, format }, props: { note, format } })));
}

/** A paper in the format of another program. */
export const GET: APIRoute<{ note: Note; format: ExportFormat }> = ({ props: { note, format } }) => new Response(writers[format](note));
