import { readLinesInOrder } from './columns.ts';
import type { PageContent, PdfPage } from './content.ts';
import { countWords } from './hyphens.ts';
import { jointOf, spacesHan, type Habits } from './joint.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { readLine, type Fragment } from './line-text.ts';
import { divideIntoParagraphs, type Paragraph, type ReadLine } from './paragraphs.ts';
import { readPieces, shownSize } from './pieces.ts';
import { findRunningLines } from './running-lines.ts';
import { PageWriter } from './source.ts';

/**
 * Reads the text of a document, page by page. It takes all pages at once: line numbers, running heads and page numbers are known
 * by their repetition, and hyphenation is undone with the words that the document uses.
 * @param contents The pages, in order.
 * @returns One page for each, in the same order.
 */
export function readPages(contents: readonly PageContent[]): PdfPage[] {
  const pages = withoutLineNumbers(contents.map(readPieces)).map((pieces, index) => {
    const { width, height } = shownSize(contents[index]!);
    return { lines: readLinesInOrder(pieces, width), height };
  });
  const running = findRunningLines(pages);
  const read = pages.map(({ lines }) => lines.filter((line) => !running.has(line)).map((line) => ({ line, ...readLine(line) })));
  const texts = read.flatMap((lines) => lines.map(({ text }) => text));
  const habits = { vocabulary: countWords(texts), spacesHan: spacesHan(texts) };
  return read.map((lines) => writePage(lines, habits));
}

/** No address that is broken over lines is longer than this. */
const LONGEST_WORD = 400;

function writePage(lines: readonly ReadLine[], habits: Habits): PdfPage {
  const writer = new PageWriter();
  divideIntoParagraphs(lines.filter(({ text }) => text !== '')).forEach((paragraph, index) => {
    if (index > 0) writer.writeGap('\n');
    writeParagraph(writer, paragraph, habits);
  });
  return writer.finish();
}

function writeParagraph(writer: PageWriter, paragraph: Paragraph, habits: Habits): void {
  let told = '';
  paragraph.forEach(({ text, fragments }, index) => {
    const next = paragraph[index + 1];
    told = told.slice(-LONGEST_WORD) + text;
    const joint = next && jointOf(told, next.text, habits);
    told += joint?.between ?? '';
    for (const fragment of joint?.dropsHyphen ? withoutLastCharacter(fragments) : fragments) writer.write(fragment);
    if (joint) writer.writeGap(joint.between);
  });
}

function withoutLastCharacter(fragments: readonly Fragment[]): Fragment[] {
  const last = fragments.at(-1)!;
  const rest = { ...last, text: last.text.slice(0, -1), length: last.length - 1 };
  return [...fragments.slice(0, -1), ...(rest.text === '' ? [] : [rest])];
}
