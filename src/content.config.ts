import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { keywordSchema } from './core/keyword/schema.ts';
import { listSchema } from './core/list/schema.ts';
import { noteSchema } from './core/note/schema.ts';
import { siteSchema } from './core/site/settings.ts';
import { keywordLoader, listLoader, noteLoader, siteLoader } from './integrations/content-loaders.ts';

export const collections = {
  site: defineCollection({ loader: siteLoader(), schema: siteSchema }),
  keywords: defineCollection({ loader: keywordLoader(), schema: keywordSchema }),
  lists: defineCollection({ loader: listLoader(), schema: listSchema }),
  notes: defineCollection({
    loader: noteLoader(),
    /** The front matter stands in the store, the body does not: pages read and render it when they are built. */
    schema: z.object({ metadata: noteSchema, file: z.string(), pdf: z.string().optional() }),
  }),
};
