import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { failed, type PdfTextResult } from './document-text.ts';

/** A file that waits for a thread. */
interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  finish(result: PdfTextResult): void;
}

/** Each thread takes some 200 MB, so that not every core of a large machine gets one. */
const MOST_THREADS = Math.min(4, availableParallelism());
/** How long, in milliseconds, a thread waits for another file before it ends. */
const PATIENCE = 2000;
/** pdf.js makes a small object for nearly every glyph: room for them, in megabytes, spares the collector half of its work. */
const YOUNG_OBJECTS = 64;

const waiting: Job[] = [];
const idle: Worker[] = [];
let threads = 0;

/**
 * Reads a PDF on a thread of its own; several at once, as many as the machine has cores, up to four. The bytes are handed over
 * and cannot be used again. Never rejects: a file that brings its thread down is damaged.
 */
export function extractOnThread(bytes: Uint8Array<ArrayBuffer>): Promise<PdfTextResult> {
  return new Promise((finish) => {
    waiting.push({ bytes, finish });
    startNext();
  });
}

function startNext(): void {
  if (waiting.length === 0) return;
  const thread = idle.pop() ?? (threads < MOST_THREADS ? startThread() : undefined);
  if (thread) run(thread, waiting.shift()!);
}

function startThread(): Worker {
  threads++;
  const thread = new Worker(new URL('./extract-worker.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_OBJECTS },
  });
  return thread.once('exit', () => {
    threads--;
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1);
    startNext();
  });
}

function run(thread: Worker, { bytes, finish }: Job): void {
  const onMessage = (result: PdfTextResult) => {
    thread.off('error', onError).off('exit', onExit);
    finish(result);
    rest(thread);
    startNext();
  };
  const onError = () => finish(failed('damaged'));
  const onExit = () => finish(failed('damaged'));
  thread.ref();
  thread.once('message', onMessage).once('error', onError).once('exit', onExit);
  thread.postMessage(bytes, [bytes.buffer]);
}

/** Lets a thread wait for its next file without keeping the process from ending. */
function rest(thread: Worker): void {
  idle.push(thread);
  thread.unref();
  setTimeout(() => {
    const place = idle.indexOf(thread);
    if (place < 0) return;
    idle.splice(place, 1);
    void thread.terminate();
  }, PATIENCE).unref();
}
