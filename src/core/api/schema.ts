import { z } from 'zod';
import { statuses } from '../note/schema.ts';

/**
 * The version of the files for programs. It is raised when a field goes or means something else; a new field, which
 * readers should pass over, does not raise it.
 */
export const API_VERSION = 1;

const version = z.literal(API_VERSION).describe('Raised when a field goes or changes its meaning; new fields do not raise it.');
const bilingual = z.object({ en: z.string().describe('English'), zh: z.string().describe('Chinese') });
const pages = z.object({ en: z.url().describe('The page in English.'), zh: z.url().describe('The page in Chinese.') });
const ids = (of: string) => z.array(z.string()).describe(`Ids of ${of}.`);

const note = z.object({
  id: z.string().describe('The permanent id.'),
  title: z.string().describe('The paper’s own title as plain text.'),
  titleZh: z.string().optional().describe('Its title in Chinese.'),
  shortTitle: z.string().optional().describe('The name by which the paper is known.'),
  alternativeTitles: z.array(z.string()).describe('Titles that it bore earlier or elsewhere.'),
  authors: z.array(z.string()).describe('Full names in the paper’s order, given name first.'),
  date: z.string().optional().describe('When it first appeared: YYYY, YYYY-MM or YYYY-MM-DD.'),
  venue: z.string().optional().describe('Where it appeared or was submitted, with the year.'),
  status: z.enum(statuses).describe('Whether the venue accepted it.'),
  keywords: ids('keywords, as in keywords.json'),
  lists: ids('the reading lists that name it, as in lists.json'),
  links: z
    .array(z.object({ kind: z.string().describe('What it leads to: arxiv, openreview, doi, pdf, code, project or data.'), url: z.url() }))
    .describe('Where the paper, its code and its data are.'),
  relations: z
    .object({ extends: ids('papers'), analyses: ids('papers'), comparesWith: ids('papers') })
    .describe('How it stands to other papers of the collection.'),
  abstractSource: z
    .string()
    .optional()
    .describe('Where the abstract in the note was copied from, if it is the authors’ own; otherwise it is a digest in other words.'),
  objective: z.string().optional().describe('The loss of its method as LaTeX, in the notation that all notes share.'),
  questions: z.array(bilingual.partial()).describe('Questions that the paper answers, each in one language or both.'),
  pages: pages.describe('The pages of the note.'),
  files: z
    .record(z.string(), z.url())
    .describe('Its record in other formats, by file ending; `md` is the note itself, `pdf` the paper if it is here.'),
});

const keyword = z.object({
  id: z.string().describe('The permanent id.'),
  label: bilingual.describe('The term itself.'),
  aliases: z.array(z.string()).describe('Other ways to write it, in either language.'),
  gloss: bilingual.partial().describe('One sentence that says what it means.'),
  broader: z.string().optional().describe('The id of the broader term.'),
  known: z.boolean().describe('Whether the vocabulary defines it; otherwise notes merely use it.'),
  notes: ids('the notes that carry it or a narrower one, the newest first'),
  pages: pages.describe('The pages of the term.'),
});

const list = z.object({
  id: z.string().describe('The permanent id.'),
  title: bilingual.describe('The name of the list.'),
  description: bilingual.optional().describe('What it gathers.'),
  source: z.url().optional().describe('Where it comes from.'),
  notes: z
    .array(
      z.object({
        id: z.string().describe('The id of the note.'),
        date: z.string().optional().describe('The date under which it is listed.'),
      }),
    )
    .describe('Its notes in its own order.'),
  pages: pages.describe('The pages of the list.'),
});

/** The files for programs, as their published schemas describe them. */
export const apiSchemas = {
  notes: z.object({ version, notes: z.array(note).describe('The newest first.') }).describe('The notes of the collection.'),
  keywords: z.object({ version, keywords: z.array(keyword) }).describe('The vocabulary and the other keywords.'),
  lists: z.object({ version, lists: z.array(list) }).describe('The reading lists.'),
};

/** What a file for programs holds. */
export type ApiFile<Name extends keyof typeof apiSchemas> = z.input<(typeof apiSchemas)[Name]>;

/** The JSON Schema of a file for programs (draft 2020-12). Objects may hold fields that later versions add. */
export function apiJsonSchema(name: keyof typeof apiSchemas, address: string): object {
  return { $id: address, ...z.toJSONSchema(apiSchemas[name], { io: 'input' }) };
}
