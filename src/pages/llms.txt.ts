import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { writeLlms } from '../core/site/llms.ts';
import { siteUrls } from '../core/site/urls.ts';

/** What the site holds, for language models. */
export const GET: APIRoute = async ({ site }) =>
  new Response(writeLlms(await getCatalogue(), siteUrls(import.meta.env.BASE_URL), (path) => new URL(path, site).href));
