import { stringify } from 'yaml';
import type { Bilingual, Locale } from '../../../src/core/site/locale.ts';
import type { NoteInput } from '../../../src/core/note/schema.ts';
import type { Term } from './keywords.ts';
import { displayFormulas, familyNames, givenNames, inlineFormulas, qualities, sentences, subjects, symbols, venues } from './phrases.ts';
import type { Random } from './random.ts';

/** The share of display and of inline formulas with a constant of their own; the others recur in other notes. */
const UNIQUE_DISPLAY = 0.6;
const UNIQUE_INLINE = 0.3;
const WITH_TABLE = 0.3;
const FIRST_YEAR = 2022;
const YEARS = 3;
/** Sentences a section, which makes notes of about 4 KB. */
const SENTENCES = { problem: 3, method: 3, results: 3, abstract: 6 } as const;

/** A note of about 4 KB in both languages: key points, a display formula, perhaps a table, aligned abstracts. */
export function makeNote(random: Random, terms: readonly Term[]): string {
  const pick = createPick(random, terms);
  const display = fillFormula(random, random.pick(displayFormulas), UNIQUE_DISPLAY);
  const where = `Here $${fillFormula(random, random.pick(inlineFormulas), UNIQUE_INLINE)}$ is estimated from ${random.between(2, 100)} samples.`;
  const table = random.next() < WITH_TABLE ? makeTable(random) : '';
  const points = {
    problem: pick(SENTENCES.problem, 0),
    method: pick(SENTENCES.method, 1),
    results: pick(SENTENCES.results, 0),
  };
  const abstract = pick(SENTENCES.abstract, 1);
  const keyPoints = (locale: Locale, [title, problem, method, results]: readonly string[]) =>
    [
      `## ${title}`,
      `### ${problem}\n${bullets(points.problem, locale)}`,
      `### ${method}\n${bullets(points.method, locale)}`,
      ...(locale === 'en' ? [`$$\n${display}\n$$`, where] : []),
      `### ${results}\n${bullets(points.results, locale)}`,
      ...(locale === 'en' && table ? [table] : []),
    ].join('\n\n');
  return [
    `---\n${stringify(frontMatter(random, terms), { lineWidth: 0 })}---`,
    keyPoints('en', ['Key points', 'Problem', 'Method', 'Results']),
    keyPoints('zh', ['主要内容', '问题', '方法', '结果']),
    `## Abstract\n\n${abstract.map(({ en }) => en).join('\n')}`,
    `## 摘要\n\n${abstract.map(({ zh }) => zh).join('\n')}\n`,
  ].join('\n\n');
}

function frontMatter(random: Random, terms: readonly Term[]): NoteInput {
  const subject = random.pick(subjects);
  const [first, second] = random.sample(qualities, 2);
  const year = FIRST_YEAR + random.between(0, YEARS);
  const number = random.between(10_000, 99_999);
  const names = Array.from({ length: random.between(2, 7) }, () => `${random.pick(givenNames)} ${random.pick(familyNames)}`);
  return {
    title: `${first![0]} and ${second![0]} ${subject[0]} for language models, part ${random.between(1, 1000)}`,
    titleZh: `语言模型的${first![1]}与${second![1]}${subject[1]}`,
    authors: [...new Set(names)],
    date: `${year}-${twoDigits(random.between(1, 13))}-${twoDigits(random.between(1, 29))}`,
    venue: `${random.pick(venues)} ${year}`,
    // Authors write keywords as ids, as labels and in Chinese; all three must be understood.
    keywords: terms.map((term) => random.pick([term.id, term.id, term.en, term.zh])),
    links: { arxiv: `${year - 2000}${twoDigits(random.between(1, 13))}.${number}`, code: `https://example.org/code/${number}` },
  };
}

/** Chooses `count` bilingual sentences, of which `withMath` hold a formula that both languages share. */
function createPick(random: Random, terms: readonly Term[]): (count: number, withMath: number) => Bilingual[] {
  const plain = random.sample(
    sentences.filter(({ en }) => !en.includes('{m}')),
    sentences.length,
  );
  const math = random.sample(
    sentences.filter(({ en }) => en.includes('{m}')),
    sentences.length,
  );
  return (count, withMath) => {
    const chosen = [...math.splice(0, withMath), ...plain.splice(0, count - withMath)];
    return random.sample(chosen, count).map((sentence) => fillSentence(random, sentence, terms));
  };
}

function fillSentence(random: Random, sentence: Bilingual, terms: readonly Term[]): Bilingual {
  const [a, b, c] = random.sample(terms, 3);
  const number = String(random.between(2, 100));
  const formula = `$${fillFormula(random, random.pick(inlineFormulas), UNIQUE_INLINE)}$`;
  const fill = (locale: Locale) =>
    sentence[locale].replaceAll(/\{([abcnm])\}/g, (_, place: string) => {
      if (place === 'n') return number;
      if (place === 'm') return formula;
      const term = { a, b, c }[place]!;
      return locale === 'en' ? term.en.toLowerCase() : term.zh;
    });
  return { en: fill('en'), zh: fill('zh') };
}

function fillFormula(random: Random, formula: string, unique: number): string {
  const symbol = random.pick(symbols);
  const coefficient = random.next() < unique ? `0.${random.between(10_000, 99_999)}` : String.raw`\beta`;
  return formula.replaceAll('{s}', symbol).replaceAll('{c}', coefficient);
}

function makeTable(random: Random): string {
  const rows = random.sample(qualities, 4).map(([en]) => `| ${en} | ${random.between(300, 900) / 10} | ${random.between(300, 900) / 10} |`);
  return ['| Variant | Accuracy (%) | Win rate (%) |', '|---|---:|---:|', ...rows].join('\n');
}

function bullets(points: readonly Bilingual[], locale: Locale): string {
  return points.map((point) => `- ${point[locale]}`).join('\n');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
