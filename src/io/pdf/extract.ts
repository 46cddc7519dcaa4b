import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type * as PdfJs from 'pdfjs-dist';
import type { PageContent, TextItem } from '../../core/pdf/content.ts';
import { readPages } from '../../core/pdf/document.ts';
import { failed, type PdfTextFault, type PdfTextResult } from './document-text.ts';
import { readOutline } from './outline.ts';

const packageFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const assets = (name: string) => join(packageFolder, name) + sep;

/** A PDF's signature stands in its first kilobyte, and the mark of its end in its last (PDF 1.7, annex H, notes 13 and 18). */
const EDGE = 1024;

/** Reads a PDF with pdf.js, which is loaded when it is first needed. Never rejects. */
export async function extractText(bytes: Uint8Array<ArrayBuffer>): Promise<PdfTextResult> {
  if (bytes.length === 0) return failed('empty');
  if (!latin1(bytes.subarray(0, EDGE)).includes('%PDF-')) return failed('not-a-pdf');
  const hasEnd = latin1(bytes.subarray(-EDGE)).includes('%%EOF');
  try {
    return await readDocument(bytes);
  } catch (error) {
    return failed(faultOf(error, hasEnd));
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function faultOf(error: unknown, hasEnd: boolean): PdfTextFault {
  if (error instanceof Error && error.name === 'PasswordException') return 'encrypted';
  return hasEnd ? 'damaged' : 'truncated';
}

let loaded: Promise<{ readonly pdfjs: typeof PdfJs; readonly worker: PdfJs.PDFWorker }> | undefined;

/** pdf.js, and the one worker that all documents of this process share. In Node it runs on the thread that calls it. */
function loadPdfJs(): NonNullable<typeof loaded> {
  loaded ??= import('pdfjs-dist/legacy/build/pdf.mjs').then((pdfjs) => ({
    pdfjs,
    worker: pdfjs.PDFWorker.create({ verbosity: pdfjs.VerbosityLevel.ERRORS }),
  }));
  return loaded;
}

async function readDocument(data: Uint8Array<ArrayBuffer>): Promise<PdfTextResult> {
  const { pdfjs, worker } = await loadPdfJs();
  const task = pdfjs.getDocument({
    data,
    worker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    cMapUrl: assets('cmaps'),
    standardFontDataUrl: assets('standard_fonts'),
    useSystemFonts: false,
    disableFontFace: true,
  });
  try {
    const document = await task.promise;
    const { contents, unreadablePages } = await readContents(document);
    if (unreadablePages.length === contents.length) return failed('damaged');
    const labels = (await document.getPageLabels().catch(() => null)) ?? undefined;
    const outline = await readOutline(document);
    return { ok: true, document: { pages: readPages(contents), ...(labels && { labels }), outline, unreadablePages } };
  } finally {
    await task.destroy();
  }
}

interface Contents {
  readonly contents: readonly PageContent[];
  readonly unreadablePages: readonly number[];
}

async function readContents(document: PdfJs.PDFDocumentProxy): Promise<Contents> {
  const contents: PageContent[] = [];
  const unreadablePages: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      contents.push(await readPage(await document.getPage(number)));
    } catch {
      contents.push({ items: [], width: 0, height: 0 });
      unreadablePages.push(number);
    }
  }
  return { contents, unreadablePages };
}

async function readPage(page: PdfJs.PDFPageProxy): Promise<PageContent> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const [left, bottom, right, top] = page.view as [number, number, number, number];
  page.cleanup();
  return { items: items as TextItem[], width: right - left, height: top - bottom, origin: [left, bottom], rotation: page.rotate };
}
