import { readLines } from '../core/import/markdown-lines.ts';
import type { Problem } from '../core/problem.ts';
import type { NoteBody } from '../markdown/note-document.ts';
import type { PairedPassage } from '../markdown/paired-passages.ts';

/** A percent sign behind a word, where a figure should stand: “a % improvement”. One in brackets or a table’s head is a unit. */
const BARE_PERCENT = /(?<=\p{L})\s+\\?[%％]|(?<=[。，；：、])\s*\\?[%％]/gu;
/** A preposition that nothing follows: “the probability of .” */
const BARE_PREPOSITION = /\b(?:of|over|by|than|from|with|to) [.,;](?=\s|$)/gi;

/** Places from which words, figures or formulas were lost, as copying from a web page or a machine translation loses them. */
export function checkLosses({ file, body, bodyLine }: NoteBody): Problem[] {
  return readLines(withoutCode(body)).flatMap(({ text, number }) =>
    [BARE_PERCENT, BARE_PREPOSITION].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: found }): Problem => ({
        rule: 'note/lost-words',
        message: `Something seems to be missing in “…${text.slice(Math.max(0, index - 16), index + found.length + 12)}…”.`,
        hint: 'Look into the paper, and write the figure or the words that stand there.',
        file,
        line: number + bodyLine,
        column: index + 1,
      })),
    ),
  );
}

/** A text in which code and formulas say nothing, and all else stands where it stood. */
function withoutCode(body: string): string {
  return body
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, (code) => code.replace(/[^\n]/g, ''))
    .replace(/(`+)[^`\n]+\1|\$[^$\n]+\$/g, (inline) => '$'.repeat(inline.length));
}

/** Passages that say the same in both languages with other figures: decimals and percentages, which nobody writes out in words. */
export function checkFigures(file: string, passages: readonly PairedPassage[]): Problem[] {
  return passages.flatMap(({ en, zh, line }): Problem[] => {
    const [english, chinese] = [figuresIn(en), figuresIn(zh)];
    const onlyEnglish = [...english].filter((figure) => !chinese.has(figure));
    const onlyChinese = [...chinese].filter((figure) => !english.has(figure));
    if (onlyEnglish.length + onlyChinese.length === 0) return [];
    const sides = [told(onlyEnglish, 'English'), told(onlyChinese, 'Chinese')].filter((side) => side !== undefined);
    return [
      {
        rule: 'note/unequal-figures',
        message: `The passage and its counterpart differ in figures: ${sides.join('; ')}.`,
        hint: 'Look into the paper, and write the same figures in both languages.',
        file,
        line,
        column: 1,
      },
    ];
  });
}

function figuresIn(text: string): Set<string> {
  return new Set(text.match(/\d+\.\d+|\d+(?:\.\d+)?(?=\s?\\?[%％])/g));
}

function told(figures: readonly string[], language: string): string | undefined {
  return figures.length > 0 ? `${figures.join(', ')} in ${language} alone` : undefined;
}
