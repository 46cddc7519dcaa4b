import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { formatLocation } from '../../core/reader/location.ts';
import { findHeadings, nestHeadings, type NestedHeading } from '../../core/reader/headings.ts';
import type { PdfView } from './pdf-view.ts';

/** An entry of the outline: its words, where it leads and what stands below it. */
interface OutlineEntry {
  readonly title: string;
  readonly href: string;
  readonly entries: readonly OutlineEntry[];
}

/** What is needed to fill the outline's list. */
export interface OutlineTarget {
  readonly list: HTMLElement;
  readonly view: PdfView;
  readonly signal: AbortSignal;
}

/** Fills the list of the outline from the file, or from the headings of its text; says so if there are none either. */
export async function fillOutline({ list, view, signal }: OutlineTarget): Promise<void> {
  const entries = (await fromFile(view.pdf)) ?? fromHeadings(await view.texts.all());
  if (signal.aborted) return;
  list.querySelector<HTMLElement>('[data-none]')!.hidden = entries.length > 0;
  list.querySelector('ol')?.remove();
  if (entries.length > 0) list.append(orderedList(entries));
}

type FileOutline = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>;

async function fromFile(pdf: PDFDocumentProxy): Promise<OutlineEntry[] | undefined> {
  // A file whose outline is damaged has none.
  const outline = await pdf.getOutline().catch(() => null);
  const entries = readEntries(outline ?? []);
  return entries.length > 0 ? entries : undefined;
}

function readEntries(outline: FileOutline): OutlineEntry[] {
  return outline.map(({ title, dest, items }) => ({
    title,
    href: dest ? formatLocation({ destination: dest }) : '',
    entries: readEntries(items as FileOutline),
  }));
}

function fromHeadings(pages: readonly string[]): OutlineEntry[] {
  const entry = ({ title, page, below }: NestedHeading): OutlineEntry => ({
    title,
    href: formatLocation({ page }),
    entries: below.map(entry),
  });
  return nestHeadings(findHeadings(pages)).map(entry);
}

function orderedList(entries: readonly OutlineEntry[]): HTMLOListElement {
  const list = document.createElement('ol');
  for (const { title, href, entries: below } of entries) {
    const item = document.createElement('li');
    const link = document.createElement(href === '' ? 'span' : 'a');
    link.textContent = title;
    if (link instanceof HTMLAnchorElement) {
      link.href = href;
      link.dataset.place = '';
    }
    item.append(link);
    if (below.length > 0) item.append(orderedList(below));
    list.append(item);
  }
  return list;
}
