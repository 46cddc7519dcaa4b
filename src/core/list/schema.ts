import { z } from 'zod';
import type { PartialDate } from '../note/partial-date.ts';
import { dateSchema } from '../note/schema.ts';
import { bilingualSchema } from '../site/settings.ts';

/** A paper's place in a list: the id of its note, alone or with a date. */
const entrySchema = z
  .union([
    z.string().trim().min(1),
    z.strictObject({
      /** The id of the note. */
      note: z.string().trim().min(1),
      /** The date under which the list names it, such as the day on which it was featured; shown instead of a number. Default: none. */
      date: dateSchema.optional(),
    }),
  ])
  .transform((entry): ListedNote => (typeof entry === 'string' ? { note: entry } : entry));

/** A note in a list. */
export interface ListedNote {
  readonly note: string;
  /** The date under which the list names it, if it does. */
  readonly date?: PartialDate | undefined;
}

/** `content/lists/<id>.yaml`: a reading list. */
export const listSchema = z.strictObject({
  /** The list's name in both languages. */
  title: bilingualSchema,
  /** A sentence or two on what it gathers. Default: none. */
  description: bilingualSchema.optional(),
  /** Where the list comes from, as a web address. Default: none. */
  source: z.url({ protocol: /^https?$/, error: 'is no web address; write it in full, beginning with https://' }).optional(),
  /** The notes in the list's own order, each as its id or as `{ note: id, date: 2024-05-23 }`. */
  notes: z.array(entrySchema),
});

/** A reading list once it is checked. */
export type ListMetadata = z.output<typeof listSchema>;

/** A reading list with its id. */
export interface ReadingList extends ListMetadata {
  readonly id: string;
}
