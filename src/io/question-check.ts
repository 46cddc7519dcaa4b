import { LONGEST_QUESTION, questionIn, type Question } from '../core/note/questions.ts';
import type { Problem } from '../core/problem.ts';
import { locales, type Locale } from '../core/site/locale.ts';
import type { NoteFile } from './notes.ts';

/** Questions of notes that are not written as questions, are asked twice, or lack the language that their neighbors have. */
export function checkQuestions(notes: readonly NoteFile[]): Problem[] {
  return notes.flatMap((note) => [...oddQuestions(note), ...repeated(note), ...untranslated(note)]);
}

/** A question in one language, and where among its note's questions it stands. */
interface Asked {
  readonly text: string;
  readonly locale: Locale;
  readonly index: number;
}

function askedIn({ metadata: { questions } }: NoteFile): Asked[] {
  return questions.flatMap((question, index) =>
    locales.flatMap((locale) => (question[locale] === undefined ? [] : [{ text: question[locale], locale, index }])),
  );
}

const MARK: Readonly<Record<Locale, string>> = { en: '?', zh: '？' };

function oddQuestions(note: NoteFile): Problem[] {
  return askedIn(note).flatMap((asked) => {
    const { text, locale } = asked;
    const longest = LONGEST_QUESTION[locale];
    const found: Odd[] = [];
    if (!/[?？]$/u.test(text))
      found.push({
        rule: 'note/no-question-mark',
        message: `“${text}” does not end as a question.`,
        hint: `End it with “${MARK[locale]}”.`,
      });
    if (text.length > longest)
      found.push({
        rule: 'note/long-question',
        message: `The question “${text.slice(0, longest)}…” has ${text.length} characters.`,
        hint: `Ask in at most ${longest}, or make several questions of it.`,
      });
    return found.map((odd) => ({ ...odd, ...placeOf(note, asked) }));
  });
}

function repeated(note: NoteFile): Problem[] {
  const asked = askedIn(note);
  const folded = asked.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '));
  const again = asked.filter((_, index) => folded.indexOf(folded[index]!) < index);
  return again.map((question) => ({
    rule: 'note/repeated-question',
    message: `“${question.text}” is asked twice.`,
    hint: 'Remove one of the two, or ask another thing.',
    ...placeOf(note, question),
  }));
}

/** Only where others of the note stand in both languages: an author may well write in one. */
function untranslated({ metadata: { questions }, file, yaml }: NoteFile): Problem[] {
  if (!questions.some(isBilingual)) return [];
  return questions.flatMap((question, index): Problem[] => {
    if (isBilingual(question)) return [];
    const missing = question.en === undefined ? 'en' : 'zh';
    return [
      {
        rule: 'note/untranslated-question',
        message: `“${questionIn(question, missing).text}” stands in one language only.`,
        hint: `Add “${missing}: …${MARK[missing]}”; until then the other page shows it as it is.`,
        file,
        ...yaml.placeOf(['questions', index]),
      },
    ];
  });
}

function isBilingual({ en, zh }: Question): boolean {
  return en !== undefined && zh !== undefined;
}

type Odd = Pick<Problem, 'rule' | 'message' | 'hint'>;

function placeOf({ file, yaml }: NoteFile, { index, locale }: Asked): Pick<Problem, 'file' | 'line' | 'column'> {
  return { file, ...yaml.placeOf(['questions', index, locale]) };
}
