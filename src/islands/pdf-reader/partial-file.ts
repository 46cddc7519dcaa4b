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
  /** What has been asked for already. Default: nothing. */
  readonly parts?: readonly Part[];
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

  constructor({ url, length, first, parts = [] }: PartialFileOptions) {
    this.url = url;
    this.length = length;
    this.#asked.push(...first, ...parts.map(({ range }) => range));
    const answers = first.map((range) => this.#fetch(range));
    this.#parts = [...parts, ...first.map((range, index) => ({ range, bytes: answers[index]!.then(bytesOf) }))];
    // Whoever asks for a part hears of its failure.
    for (const { bytes } of this.#parts) bytes.catch(() => undefined);
    this.isServed = Promise.race([...answers, ...parts.map(({ bytes }) => bytes)]).then(
      () => true,
      () => false,
    );
  }

  /** Asks a server for the beginning of a file whose length is not known; undefined if it does not give parts, or not of this file. */
  static async find(url: string): Promise<PartialFile | undefined> {
    const response = await fetch(url, { headers: { Range: `bytes=0-${LEAST_REQUEST - 1}` } }).catch(() => undefined);
    const [, last, length] = /^bytes 0-(\d+)\/(\d+)$/.exec(response?.headers.get('Content-Range') ?? '') ?? [];
    if (response?.status === 206 && length) {
      const range = [0, Number(last) + 1] as const;
      return new PartialFile({ url, length: Number(length), first: [], parts: [{ range, bytes: bytesOf(response) }] });
    }
    void response?.body?.cancel();
    return undefined;
  }

  /**
   * The bytes from `begin` on, at least up to `end` where the file has as many. A connection that breaks is waited for.
   * @param onPause Called with true each time a request has failed and will be made again, and with false when that is over.
   * @throws When the file is closed, or has become another one.
   */
  async read([begin, end]: ByteRange, onPause: (isPaused: boolean) => void): Promise<Uint8Array> {
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

  async #insist(range: ByteRange, onPause: (isPaused: boolean) => void): Promise<Uint8Array> {
    let pause = 0;
    try {
      for (;;) {
        const bytes = await this.#attempt(range);
        if (bytes) return bytes;
        onPause(true);
        pause = Math.min(Math.max(2 * pause, LONGEST_PAUSE / 100), LONGEST_PAUSE);
        await sleep(pause, this.#end.signal);
      }
    } finally {
      if (pause > 0) onPause(false);
    }
  }

  /** The bytes of a range; undefined if the connection broke. */
  async #attempt(range: ByteRange): Promise<Uint8Array | undefined> {
    try {
      return await bytesOf(await this.#fetch(range));
    } catch (error) {
      if (this.#end.signal.aborted || error instanceof OtherFileError) throw error;
      return undefined;
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
