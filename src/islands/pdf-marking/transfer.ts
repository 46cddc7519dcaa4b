import { readMarkdown, toMarkdown } from '../../core/annotation/markdown.ts';
import type { Mark } from '../../core/annotation/mark.ts';
import { readWebAnnotations, type ReadAnnotations } from '../../core/annotation/read-web-annotation.ts';
import { toWebAnnotations, type ExportContext } from '../../core/annotation/web-annotation.ts';
import { nameOf, type MarkWords } from './words.ts';

/** The paper whose marks are carried out and in. */
export interface TransferPaper {
  readonly id: string;
  readonly title: string;
  /** The address of its PDF. */
  readonly pdf: string;
}

/** A form in which marks leave the browser as text. */
export type TextFormat = 'json' | 'markdown';

/** Offers marks as a file of a form. */
export function exportMarks(
  marks: readonly Mark[],
  format: TextFormat,
  { paper, words }: { paper: TransferPaper; words: MarkWords },
): void {
  const reader = new URL(location.href);
  reader.hash = '';
  reader.search = '';
  const context: ExportContext = {
    title: paper.title,
    pdf: new URL(paper.pdf, location.href).href,
    pageUrl: (page) => `${reader.href}#page=${page}`,
    now: new Date(),
  };
  const page = (number: number) => words.shortPage.replace('{page}', String(number));
  const text =
    format === 'json' ? toWebAnnotations(marks, context) : toMarkdown(marks, context, { page, name: (mark) => nameOf(mark, words) });
  const type = format === 'json' ? 'application/ld+json' : 'text/markdown;charset=utf-8';
  download(new Blob([text], { type }), `${paper.id}-marks.${format === 'json' ? 'jsonld' : 'md'}`);
}

/** Gives a file to the browser to save. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Reads marks from a file that `exportMarks` or another program wrote; undefined if it holds none. */
export async function importMarks(file: File, paper: string): Promise<ReadAnnotations | undefined> {
  const text = await file.text();
  const context = { paper, now: new Date() };
  return readWebAnnotations(text, context) ?? readMarkdown(text, context);
}
