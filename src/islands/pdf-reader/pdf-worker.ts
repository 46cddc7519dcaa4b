import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** The thread in which PDFs are parsed. */
export interface PdfThread {
  readonly worker: Worker;
  /** Rejects if the thread cannot be started, or breaks; never resolves. */
  readonly failed: Promise<never>;
}

let thread: PdfThread | undefined;

/** The thread, which is kept from one PDF to the next; it starts before pdf.js itself is there, so that both are fetched at the same time. */
export function readyThread(): PdfThread {
  return (thread ??= startThread());
}

/** Ends a thread, by default the one that is kept; the next PDF gets a new one. */
export function endThread(ended = thread): void {
  ended?.worker.terminate();
  if (thread === ended) thread = undefined;
}

function startThread(): PdfThread {
  const worker = new Worker(workerUrl, { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error(`${workerUrl} could not be started`)), { once: true });
  });
  const started = { worker, failed };
  failed.catch(() => endThread(started));
  return started;
}
