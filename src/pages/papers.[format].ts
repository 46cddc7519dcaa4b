import type { APIRoute } from 'astro';
import { getCatalogue, writePapers } from '../catalogue.ts';
import { exportFormats, type ExportFormat } from '../core/site/urls.ts';

export function getStaticPaths() {
  return exportFormats.map((format) => ({ params: { format }, props: { format } }));
}

/** All papers in the format of another program, the newest first. */
export const GET: APIRoute<{ format: ExportFormat }> = async ({ props: { format } }) => {
  const catalogue = await getCatalogue();
  return new Response(writePapers(catalogue.notes, catalogue, format));
};
