import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { vocabularySchema } from './core/keyword/schema.ts';
import { listSchema } from './core/list/schema.ts';
import { noteSchema } from './core/note/schema.ts';
import { siteSchema } from './core/site/settings.ts';
import { listLoader, noteLoader, siteLoader, vocabularyLoader } from './integrations/content-loaders.ts';

export const collections = {
  site: defineCollection({ loader: siteLoader(), schema: siteSchema }),
  /** One entry: a store keeps no order between entries, and the vocabulary has one. */
  vocabulary: defineCollection({ loader: vocabularyLoader(), schema: z.object({ terms: vocabularySchema }) }),
  lists: defineCollection({ loader: listLoader(), schema: listSchema }),
  notes: defineCollection({
    loader: noteLoader(),
    /** The front matter stands in the store, the body does not: pages read and render it when they are built. */
    schema: z.object({ metadata: noteSchema, file: z.string(), pdf: z.string().optional() }),
  }),
};
