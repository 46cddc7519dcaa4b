import { z } from 'zod';
import { otherLocale, type Bilingual, type Locale } from '../site/locale.ts';

const text = z.string().trim().min(1);

const NO_QUESTION = 'is no question; write it as “en: …?”, as “zh: …？”, or as both';

/** A question in each language in which the note asks it. */
export const questionSchema = z
  .strictObject(
    {
      /** The question in English, as somebody asks it who has not read the paper; plain text, with a question mark. */
      en: text.optional(),
      /** The same question in Chinese. */
      zh: text.optional(),
    },
    { error: ({ code }) => (code === 'invalid_type' ? NO_QUESTION : undefined) },
  )
  .refine(({ en, zh }) => en !== undefined || zh !== undefined, { error: NO_QUESTION });

/** A question that a paper answers, in one language or both. */
export type Question = Readonly<Partial<Bilingual>>;

/** A question in a language where the note asks it so, otherwise in the other one. */
export function questionIn(question: Question, locale: Locale): { readonly locale: Locale; readonly text: string } {
  const other = otherLocale(locale);
  const own = question[locale];
  return own === undefined ? { locale: other, text: question[other] ?? '' } : { locale, text: own };
}

/** A question of more characters than this has lost its thread, or is several. */
export const LONGEST_QUESTION: Readonly<Record<Locale, number>> = { en: 160, zh: 60 };
