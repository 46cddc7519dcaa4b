import type { APIRoute } from 'astro';
import { getCatalogue, writePapers } from '../../catalogue.ts';
import type { ListEntry } from '../../core/catalogue/catalogue.ts';
import { exportFormats, type ExportFormat } from '../../core/site/urls.ts';

export async function getStaticPaths() {
  const { lists } = await getCatalogue();
  return lists.flatMap((entry) => exportFormats.map((format) => ({ params: { id: entry.list.id, format }, props: { entry, format } })));
}

/** The papers of a reading list in the format of another program, in its order. */
export const GET: APIRoute<{ entry: ListEntry; format: ExportFormat }> = async ({ props: { entry, format } }) =>
  new Response(writePapers(entry.notes, await getCatalogue(), format));
