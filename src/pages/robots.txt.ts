import type { APIRoute } from 'astro';
import { siteUrls } from '../core/site/urls.ts';

/** Everything may be read; crawlers find the sitemap here when the site stands at the root of its host. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(siteUrls(import.meta.env.BASE_URL).sitemap(), site).href}\n`);
