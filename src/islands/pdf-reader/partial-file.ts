import type { ByteRange } from '../../core/reader/opening-parts.ts';

/** At least so many bytes are asked for at once: what stands side by side in a file is mostly read together. */
const LEAST_REQUEST = 65_536;

/** The longest pause before a request that failed is made again, in milliseconds; the first is a hundredth of it. */
const LONGEST_PAUSE = 20_000;

/** A part of the file that is on its way. */
interface Part {
  readonly range: ByteRange;
  readonly bytes: Promise<Uint8Array>;
}

/** What is needed to fetch a file in parts. */
export interface PartialFileOptions {
  readonly url: string;
  readonly length: number;
  /** What is fetched at once. */
  readonly first: readonly ByteRange[];
}

/** A file on a server of which only the parts that are needed are fetched, some of them before anyone asks. */
export class PartialFile {
  readonly url: string;
  readonly length: number;
  /** Whether the server gives parts, and of a file of that length; settled when the first part begins to arrive. */
  readonly isServed: Promise<boolean>;
  #end = new AbortController();
  #parts: Part[] = [];
  /** What was asked for so far. */
  #asked: ByteRange[] = [];

  constructor({ url, length, first }: PartialFileOptions) {
    this.url = url;
    this.length = length;
    this.#asked.push(...first);
    const answers = first.map((range) => this.#fetch(range));
    this.#parts = first.map((range, index) => ({ range, bytes: answers[index]!.then(bytesOf) }));
    // Whoever asks for a part hears of its failure.
    for (const { bytes } of this.#parts) bytes.catch(() => undefined);
    this.isServed = Promise.race(answers).then(
      () => true,
      () => false,
    );
  }

  /**
   * The bytes from `begin` on, at least up to `end` where the file has as many. A connection that breaks is waited for.
   * @param onPause Called each time a request has failed and will be made again.
   * @throws When the file is closed, or has become another one.
   */
  async read([begin, end]: ByteRange, onPause: () => void): Promise<Uint8Array> {
    const part = this.#parts.find(({ range }) => range[0] <= begin && end <= range[1]);
    const early = await part?.bytes.catch(() => undefined);
    if (part && early) return early.slice(begin - part.range[0], end - part.range[0]);
    const range = [begin, this.#reach(begin, end)] as const;
    this.#asked.push(range);
    return this.#insist(range, onPause);
  }

  /** Ends all requests. */
  close(): void {
    this.#end.abort();
  }

  /** Where a request that must reach `end` may end: it takes what follows too, but nothing twice. */
  #reach(begin: number, end: number): number {
    const next = this.#asked.map(([start]) => start).filter((start) => start >= end);
    return Math.min(Math.max(end, begin + LEAST_REQUEST), this.length, ...next);
  }

  async #insist(range: ByteRange, onPause: () => void): Promise<Uint8Array> {
    for (let pause = LONGEST_PAUSE / 100; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await bytesOf(await this.#fetch(range));
      } catch (error) {
        if (this.#end.signal.aborted || error instanceof OtherFileError) throw error;
      }
      onPause();
      await sleep(pause, this.#end.signal);
    }
  }

  async #fetch([begin, end]: ByteRange): Promise<Response> {
    const response = await fetch(this.url, { headers: { Range: `bytes=${begin}-${end - 1}` }, signal: this.#end.signal });
    const isPart = response.status === 206 && response.headers.get('Content-Range') === `bytes ${begin}-${end - 1}/${this.length}`;
    if (isPart) return response;
    void response.body?.cancel();
    throw response.status >= 500 ? new Error(`${this.url}: ${response.status}`) : new OtherFileError(`${this.url} is another file`);
  }
}

/** The server has another file than the one whose parts are known, or gives no parts. */
class OtherFileError extends Error {}

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer());
}

/** Waits until the time is over, or the browser is connected again. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    addEventListener('online', () => resolve(), { once: true, signal });
    setTimeout(resolve, milliseconds);
  });
}
