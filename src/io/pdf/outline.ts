import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { OutlineEntry } from './document-text.ts';

type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
type Reference = Parameters<PDFDocumentProxy['getPageIndex']>[0];

/** No table of contents of a paper is deeper; a file that says so refers to itself. */
const DEEPEST = 10;

/** Reads the file's own table of contents; empty if there is none, or it is damaged. */
export async function readOutline(document: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const nodes = await document.getOutline().catch(() => null);
  return readEntries(document, nodes ?? [], 1);
}

function readEntries(document: PDFDocumentProxy, nodes: readonly Node[], depth: number): Promise<OutlineEntry[]> {
  if (depth > DEEPEST) return Promise.resolve([]);
  return Promise.all(
    nodes.map(async ({ title, dest, items }) => {
      const page = await pageOf(document, dest).catch(() => undefined);
      const entries = await readEntries(document, items as Node[], depth + 1);
      return { title: title.replace(/\s+/g, ' ').trim(), ...(page !== undefined && { page }), entries };
    }),
  );
}

/** The number, from 1, of the page that a destination names. */
async function pageOf(document: PDFDocumentProxy, destination: Node['dest']): Promise<number | undefined> {
  const explicit = typeof destination === 'string' ? await document.getDestination(destination) : destination;
  const target: unknown = explicit?.[0];
  if (typeof target === 'number') return target < document.numPages ? target + 1 : undefined;
  return target ? (await document.getPageIndex(target as Reference)) + 1 : undefined;
}
