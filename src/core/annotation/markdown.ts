import { parseColor, parseKind, type Mark } from './mark.ts';
import type { ReadAnnotations, ReadingContext } from './read-web-annotation.ts';
import type { ExportContext } from './web-annotation.ts';

/** The words of an exported file, in the language of the page. */
export interface MarkdownWords {
  /** What a page is called, with `{page}` for its number. */
  readonly page: (page: number) => string;
  /** What a mark is called by its kind and color, such as `Highlight, yellow`. */
  readonly name: (mark: Mark) => string;
}

/** The comment behind a mark that holds what a reader need not see but an import must know. */
const RECORD = /^<!-- mark (\{.*\}) -->$/;

/** Writes marks as Markdown: under a link to its page, the words as a quotation and the comment as it was typed. */
export function toMarkdown(marks: readonly Mark[], { title, pageUrl }: ExportContext, words: MarkdownWords): string {
  let page: number | undefined;
  const blocks = marks.map((mark) => {
    const { anchor, comment } = mark;
    const heading = anchor.page === page ? [] : [`## [${words.page(anchor.page)}](${pageUrl(anchor.page)})`];
    page = anchor.page;
    const quote = `> ${escapeMarkdown(anchor.quote.exact)}\n> — ${words.name(mark)}, [${words.page(page)}](${pageUrl(page)})`;
    return [...heading, quote, ...(comment === '' ? [] : [guard(comment)]), `<!-- mark ${recordOf(mark)} -->`].join('\n\n');
  });
  return `${[`# ${escapeMarkdown(title)}`, ...blocks].join('\n\n')}\n`;
}

/** What an import needs besides the comment, on one line that cannot end the HTML comment. */
function recordOf(mark: Mark): string {
  return JSON.stringify({ ...mark, comment: undefined }).replace(/-(?=[->])/g, '\\u002d');
}

/** Keeps the signs of a text from meaning something in Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~$&]/g, '\\$&');
}

/** Keeps a comment from looking like a record. */
const guard = (comment: string): string => comment.replace(/^(\\*)(?=<!-- mark )/gm, '$1\\');
const unguard = (comment: string): string => comment.replace(/^\\(\\*)(?=<!-- mark )/gm, '$1');

/**
 * Reads marks from Markdown that `toMarkdown` wrote; comments may have been edited since.
 * @returns undefined if it holds none.
 */
export function readMarkdown(text: string, context: ReadingContext): ReadAnnotations | undefined {
  const [marks, counts] = [[] as Mark[], { foreign: 0, unusable: 0 }];
  let block: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const record = RECORD.exec(line)?.[1];
    if (record === undefined) {
      block.push(line);
      continue;
    }
    const mark = readRecord(record, commentIn(block));
    block = [];
    if (!mark) counts.unusable += 1;
    else if (mark.paper === context.paper) marks.push(mark);
    else counts.foreign += 1;
  }
  return marks.length + counts.foreign + counts.unusable > 0 ? { marks, ...counts } : undefined;
}

/** What stands between a quotation and the record behind it. */
function commentIn(block: readonly string[]): string {
  const first = block.findIndex((line) => line.startsWith('>'));
  const length = block.slice(first).findIndex((line) => !line.startsWith('>'));
  const rest = first < 0 ? block.filter((line) => !line.startsWith('#')) : length < 0 ? [] : block.slice(first + length);
  return unguard(rest.join('\n').trim());
}

function readRecord(json: string, comment: string): Mark | undefined {
  try {
    // The fields that are used are looked at below; whoever edits a record by hand may get an unusable one.
    const mark = JSON.parse(json) as Mark;
    const { id, paper, kind, color, anchor, created, modified } = mark;
    const { exact, prefix, suffix } = anchor.quote;
    const numbers = [anchor.page, anchor.start, anchor.end];
    const texts = [id, paper, exact, prefix, suffix, created, modified];
    const isWhole =
      numbers.every(Number.isSafeInteger) && texts.every((value) => typeof value === 'string') && exact !== '' && anchor.page > 0;
    const [knownKind, knownColor] = [parseKind(kind), parseColor(color)];
    if (!isWhole || !knownKind || !knownColor || Number.isNaN(Date.parse(modified))) return undefined;
    return { id, paper, kind: knownKind, color: knownColor, comment, anchor, created, modified };
  } catch {
    return undefined;
  }
}
