import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

/** The thread in which a PDF is parsed. */
export interface PdfThread {
  readonly worker: Worker;
  /** Rejects if the thread cannot be started; never resolves. */
  readonly failed: Promise<never>;
}

/** Starts the thread before pdf.js itself is there, so that both are fetched at the same time. */
export function startThread(): PdfThread {
  const worker = new Worker(workerUrl, { type: 'module' });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error(`${workerUrl} could not be started`)), { once: true });
  });
  // Nobody waits for it until pdf.js is there.
  failed.catch(() => undefined);
  return { worker, failed };
}
