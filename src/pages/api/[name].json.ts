import type { APIRoute } from 'astro';
import { getCatalogue } from '../../catalogue.ts';
import { apiFiles } from '../../core/api/files.ts';
import { apiNames, siteUrls, type ApiName } from '../../core/site/urls.ts';

export function getStaticPaths() {
  return apiNames.map((name) => ({ params: { name }, props: { name } }));
}

/** The collection for programs. */
export const GET: APIRoute<{ name: ApiName }> = async ({ props: { name }, site }) => {
  const place = { urls: siteUrls(import.meta.env.BASE_URL), absolute: (path: string) => new URL(path, site).href };
  return Response.json(apiFiles[name](await getCatalogue(), place));
};
