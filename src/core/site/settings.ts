import { z } from 'zod';

/** A text in both languages; one of the two may be left out, and the other then stands in for it. */
export const bilingualSchema = z
  .strictObject({
    /** The English text. */
    en: z.string().trim().min(1).optional(),
    /** The Chinese text. */
    zh: z.string().trim().min(1).optional(),
  })
  .refine((text) => text.en !== undefined || text.zh !== undefined, { error: 'has no text; give it in English, Chinese or both' })
  .transform((text) => ({ en: text.en ?? text.zh ?? '', zh: text.zh ?? text.en ?? '' }));

/** `content/site.yaml`: everything about the site that a fork changes. */
export const siteSchema = z.strictObject({
  /** The site's name, shown in the header and in every page's title. */
  title: bilingualSchema,
  /** One or two sentences about the collection, shown on the home page and to search engines. Default: the title. */
  description: bilingualSchema.optional(),
  /** Who keeps the collection, as a name. Default: nobody is named. */
  author: z.string().trim().min(1).optional(),
  /** The address of the repository that the pages link to, such as `https://github.com/owner/name`. Default: no link. */
  repository: z.url({ protocol: /^https$/, error: 'is no web address; write it in full, beginning with https://' }).optional(),
  /** The licence of the notes, as an SPDX identifier such as `CC-BY-4.0`. Default: none is stated. */
  license: z.string().trim().min(1).optional(),
});

/** The site's settings as the pages use them. */
export type SiteSettings = z.output<typeof siteSchema>;
