import { z } from 'zod';
import { bilingualSchema } from '../site/settings.ts';

/** `content/lists/<id>.yaml`: a reading list. */
export const listSchema = z.strictObject({
  /** The list's name in both languages. */
  title: bilingualSchema,
  /** A sentence or two on what it gathers. Default: none. */
  description: bilingualSchema.optional(),
  /** Where the list comes from, as a web address. Default: none. */
  source: z.url({ protocol: /^https?$/, error: 'is no web address; write it in full, beginning with https://' }).optional(),
  /** Ids of the notes, in the list's own order. */
  notes: z.array(z.string().trim().min(1)),
});

/** A reading list once it is checked. */
export type ListMetadata = z.output<typeof listSchema>;

/** A reading list with its id. */
export interface ReadingList extends ListMetadata {
  readonly id: string;
}
