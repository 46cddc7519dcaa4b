import { z } from 'zod';
import { objectiveSchema } from './objective.ts';
import { parsePartialDate } from './partial-date.ts';
import { questionSchema } from './questions.ts';
import { relationsSchema } from './relations.ts';

const text = z.string().trim().min(1);

const NO_DATE = 'is no date; write YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-05-23';

/** A date as precise as it is known, written as text or, for a year, as a number. */
export const dateSchema = z
  .union([z.string(), z.int()], { error: NO_DATE })
  .transform(String)
  .transform((value, context) => {
    const date = parsePartialDate(value);
    if (date) return date;
    context.addIssue({ code: 'custom', message: NO_DATE });
    return z.NEVER;
  });

const arxivId = z
  .string({ error: 'is no arXiv id; write it in quotes, such as "2405.14734", so that no digit is lost' })
  .regex(/^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?\/\d{7})(v\d+)?$/, {
    error: 'is no arXiv id; write it in quotes, such as "2405.14734", or "cs/0112017" for an old one',
  });

const pdf = text.refine((name) => /^https?:\/\//.test(name) || !/^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)/.test(name), {
  error: 'leads out of papers/; write the name of a file in papers/ or a web address',
});

const webAddress = z.url({ protocol: /^https?$/, error: 'is no web address; write it in full, beginning with https://' });

/** Where a paper and what belongs to it can be found. */
export const linksSchema = z.strictObject({
  /** The paper's arXiv id in quotes, with or without a version: `"2405.14734"`. */
  arxiv: arxivId.optional(),
  /** The id of its OpenReview forum, the part after `id=`. */
  openreview: z
    .string()
    .regex(/^[\w-]+$/, { error: 'is no OpenReview id; write the part after “id=”' })
    .optional(),
  /** Its DOI without the resolver: `10.18653/v1/2024.acl-long.1`. */
  doi: z
    .string()
    .regex(/^10\.\d{4,}\/\S+$/, { error: 'is no DOI; write it as 10.…/…' })
    .optional(),
  /** A file in `papers/`, or the address of a PDF. */
  pdf: pdf.optional(),
  /** The address of the code. */
  code: webAddress.optional(),
  /** The address of the project's page. */
  project: webAddress.optional(),
  /** The address of the data. */
  data: webAddress.optional(),
});

/** How far a paper has come: accepted at its venue, under review there, or posted only. */
export const statuses = ['published', 'submitted', 'preprint'] as const;

/** The front matter of a note: what a machine can check or fetch. All else is the body's. */
export const noteSchema = z.strictObject({
  /** The paper's title as its authors print it, text-mode LaTeX and `$…$` allowed. */
  title: text,
  /** Its title in Chinese. Default: none, and the title stands alone. */
  titleZh: text.optional(),
  /** The name by which the paper is known, such as that of its method: `NS-DPO`. Default: none. */
  shortTitle: text.optional(),
  /** Titles that it bore earlier or elsewhere. Default: none. */
  alternativeTitles: z.array(text).default([]),
  /** The authors' full names in the paper's order, given name first. Default: none are shown. */
  authors: z.array(text).default([]),
  /** When the paper first appeared: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: dateSchema.optional(),
  /** Where it appeared, with the year: `NeurIPS 2024`. */
  venue: text.optional(),
  /** Whether the venue accepted it. Default: `published` with a venue, `preprint` without. */
  status: z.enum(statuses).optional(),
  /** Keywords, each as an id, a label in either language or an alias of `keywords.yaml`, or free words. */
  keywords: z.array(text).default([]),
  /** Where the paper, its code and its data are. */
  links: linksSchema.default({}),
  /**
   * Whose words the abstract is: the address from which the authors’ own abstract was copied, or `authors` where the address
   * is not known. Default: the abstract is a digest in the note’s own words.
   */
  abstractSource: z
    .union([z.literal('authors'), webAddress], { error: 'is no source; write “authors”, or the address that the abstract was copied from' })
    .optional(),
  /** The loss of its method in the shared notation. Default: none. */
  objective: objectiveSchema.optional(),
  /** How it stands to other papers of the collection. Default: no relation is known. */
  relations: relationsSchema.default({ extends: [], comparesWith: [], analyses: [] }),
  /** The questions that it answers, in the words of those who ask them; shown on its page, and searched. Default: none. */
  questions: z.array(questionSchema).default([]),
});

/** Front matter as an author writes it. */
export type NoteInput = z.input<typeof noteSchema>;

/** Front matter once it is checked and its defaults are filled in. */
export type NoteMetadata = z.output<typeof noteSchema>;
