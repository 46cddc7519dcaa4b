import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { endThread } from './pdf-worker.ts';
import { failureOf, firstPage, loadDocument, type DocumentSource, type Failure } from './document.ts';
import { watchGestures } from './gestures.ts';
import { PageTexts } from './page-texts.ts';
import { PdfView, type PdfViewOptions } from './pdf-view.ts';
import { loadTexts } from './prepared-texts.ts';
import { loadStyles } from './viewer-styles.ts';

/** What is needed to open a PDF and to show it. */
export interface OpenOptions extends DocumentSource, PdfViewOptions {
  /** Called with the share of the file that has arrived, 0 to 1, where it is known. */
  readonly onProgress: (share: number) => void;
  /** The address of the texts of the PDF's pages, if they were read when the site was built; empty otherwise. */
  readonly textsUrl: string;
}

/** How long a window's size must hold before pages follow it, in milliseconds. */
const SIZE_HOLDS = 100;

/** What came of opening a PDF: a view of it, or the reason why there is none. */
export type Opened = { readonly view: PdfView; readonly failure?: never } | { readonly view?: never; readonly failure: Failure };

/** How long the thread may take to let go of a PDF, in milliseconds; one that is caught in it is ended. */
const LETS_GO = 2000;

/** Opens a PDF. Everything it holds is let go of when `signal` aborts; the thread is kept for the next one. */
export async function openPdf(options: OpenOptions): Promise<Opened> {
  const { signal, onProgress, thread } = options;
  let view: PdfView | undefined;
  let task: PDFDocumentLoadingTask | undefined;
  const release = () => {
    view?.close();
    options.ahead?.close();
    const caught = setTimeout(() => endThread(thread), LETS_GO);
    // Whatever it was about to do is no longer wanted.
    void (task?.destroy() ?? Promise.resolve()).catch(() => undefined).finally(() => clearTimeout(caught));
  };
  signal.addEventListener('abort', release);
  try {
    task = await loadDocument(options);
    signal.throwIfAborted();
    task.onProgress = ({ loaded, total }: { loaded: number; total: number }) => total > 0 && onProgress(Math.min(loaded / total, 1));
    const [pdf] = await Promise.all([Promise.race([task.promise, thread.failed]), loadStyles()]);
    await firstPage(pdf);
    view = new PdfView(options);
    view.show(pdf, new PageTexts(pdf, () => loadTexts(options.textsUrl, pdf)));
    watchGestures(view, signal);
    watchSize(view, signal);
    return { view };
  } catch (error) {
    signal.removeEventListener('abort', release);
    release();
    return { failure: failureOf(error) };
  }
}

export { Features } from './features.ts';

/** Fits pages anew when the window on them changes its size. */
function watchSize(view: PdfView, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => view.refit(), SIZE_HOLDS);
  });
  observer.observe(view.container);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
