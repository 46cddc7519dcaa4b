import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { writeSitemap } from '../core/site/sitemap.ts';
import { siteUrls } from '../core/site/urls.ts';

/** Every page for search engines. */
export const GET: APIRoute = async ({ site }) =>
  new Response(writeSitemap(await getCatalogue(), siteUrls(import.meta.env.BASE_URL), (path) => new URL(path, site).href));
