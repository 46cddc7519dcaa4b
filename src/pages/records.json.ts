import type { APIRoute } from 'astro';
import { getCatalogue } from '../catalogue.ts';
import { toRecords } from '../core/catalogue/record.ts';

/** The compact records that the home page's filters load when a reader reaches for them. */
export const GET: APIRoute = async () => Response.json(toRecords(await getCatalogue()));
