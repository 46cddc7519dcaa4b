import type { APIRoute } from 'astro';
import { apiJsonSchema } from '../../core/api/schema.ts';
import { apiNames, siteUrls, type ApiName } from '../../core/site/urls.ts';

export function getStaticPaths() {
  return apiNames.map((name) => ({ params: { name }, props: { name } }));
}

/** What a file for programs holds, as JSON Schema. */
export const GET: APIRoute<{ name: ApiName }> = ({ props: { name }, site }) => {
  const address = new URL(siteUrls(import.meta.env.BASE_URL).apiSchema(name), site).href;
  return new Response(`${JSON.stringify(apiJsonSchema(name, address), null, 2)}\n`);
};
