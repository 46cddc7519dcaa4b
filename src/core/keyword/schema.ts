import { z } from 'zod';

const text = z.string().trim().min(1);

/** One term of `content/keywords.yaml`. */
export const keywordSchema = z.strictObject({
  /** The term's permanent id and its part of the address: lower-case, joined by hyphens. */
  id: text.regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u, { error: 'is no id; write lower-case words joined by hyphens' }),
  /** The English label, as it stands inside a sentence's heading: `Length bias`. */
  en: text,
  /** The Chinese label. */
  zh: text,
  /** Other ways to write it, in either language: acronyms, spelling variants, Traditional forms. */
  aliases: z.array(z.union([text, z.number().transform(String)], { error: 'is no name; write a text, such as “SimPO”' })).default([]),
  /** How readers may ask for it in plain words, in either language: `makes things up`. Searched, never shown. Default: none. */
  paraphrases: z.array(text).default([]),
  /** One sentence that says what it means, in each language. Default: none. */
  gloss: z.strictObject({ en: text.optional(), zh: text.optional() }).default({}),
  /** The id of the broader term. Default: none, and the term stands at the top. */
  broader: text.optional(),
});

/** `content/keywords.yaml` as a whole: a list of terms. */
export const vocabularySchema = z.array(keywordSchema);

/** A term once it is checked. */
export type KeywordMetadata = z.output<typeof keywordSchema>;
