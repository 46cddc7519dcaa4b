import { readLines } from '../core/import/markdown-lines.ts';
import { readHeading } from '../core/note/headings.ts';
import type { Problem } from '../core/problem.ts';
import { unpairedBracket } from '../core/text/brackets.ts';
import type { NoteBody } from '../markdown/note-document.ts';

/** Paragraphs of abstracts with a bracket that nothing closes or opens: there a machine translation has often lost words. */
export function checkBrackets({ file, body, bodyLine }: NoteBody): Problem[] {
  const problems: Problem[] = [];
  let inAbstract = false;
  let paragraph: { text: string; line: number } | undefined;
  const close = () => {
    const at = paragraph && unpairedBracket(paragraph.text);
    if (paragraph && at !== undefined) problems.push(unbalanced(paragraph, at, { file, bodyLine }));
    paragraph = undefined;
  };
  for (const { text, number, heading } of readLines(body)) {
    if (heading && heading.depth <= 2) inAbstract = readHeading(heading.text).kind === 'abstract';
    if (heading || text.trim() === '') close();
    else if (inAbstract) paragraph = paragraph ? { ...paragraph, text: `${paragraph.text}\n${text}` } : { text, line: number };
  }
  close();
  return problems;
}

function unbalanced(
  paragraph: { text: string; line: number },
  at: number,
  { file, bodyLine }: Pick<NoteBody, 'file' | 'bodyLine'>,
): Problem {
  const before = paragraph.text.slice(0, at).split('\n');
  const excerpt = paragraph.text.slice(Math.max(0, at - 12), at + 16).replaceAll('\n', ' ');
  return {
    rule: 'note/unbalanced-brackets',
    message: `The bracket in “…${excerpt}…” has no partner.`,
    hint: 'Add the other bracket, and look whether words were lost with it.',
    file,
    line: paragraph.line + before.length - 1 + bodyLine,
    column: before.at(-1)!.length + 1,
  };
}
