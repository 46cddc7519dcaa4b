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
  /** Which version of the file the parts are of, as the server names it. Default: that of the first part that comes. */
  readonly version?: string | undefined;
  /** Whether what the browser has kept of the file is passed over. Default: no. */
  readonly isFresh?: boolean;
}

/** A file on a server of which only the parts that are needed are fetched, some of them before anyone asks. */
export class PartialFile {
  readonly url: string;
  readonly length: number;
  /** Whether the server gives parts, and of a file of that length; settled when the first part begins to arrive. */
  readonly isServed: Promise<boolean>;
  #end = new AbortController();
  #parts: Part[] = [];
  #version: string | undefined;
  #isFresh: boolean;
  /** What came of the file that is nearest to its end, where a PDF has its index. */
  #latest: { readonly range: ByteRange; readonly bytes: Uint8Array } | undefined;
  /** What was asked for so far. */
  #asked: ByteRange[] = [];

  constructor({ url, length, first, parts = [], version, isFresh = false }: PartialFileOptions) {
    this.url = url;
    this.length = length;
    this.#version = version;
    this.#isFresh = isFresh;
    this.#asked.push(...first, ...parts.map(({ range }) => range));
    const answers = first.map((range) => this.#fetch(range));
    this.#parts = [...parts, ...first.map((range, index) => ({ range, bytes: answers[index]!.then(bytesOf) }))];
    // Whoever asks for a part hears of its failure.
    for (const { range, bytes } of this.#parts) bytes.then((arrived) => this.#remember(range, arrived)).catch(() => undefined);
    this.isServed = Promise.race([...answers, ...parts.map(({ bytes }) => bytes)]).then(
      () => true,
      () => false,
    );
  }

  /**
   * Asks a server for the beginning of a file whose length is not known; undefined if it does not give parts, or not of this file.
   * @param isFresh Whether what the browser has kept of the file is passed over.
   */
  static async find(url: string, isFresh = false): Promise<PartialFile | undefined> {
    const headers = { Range: `bytes=0-${LEAST_REQUEST - 1}` };
    const response = await fetch(url, { headers, cache: isFresh ? 'reload' : 'default' }).catch(() => undefined);
    const [, last, length] = /^bytes 0-(\d+)\/(\d+)$/.exec(response?.headers.get('Content-Range') ?? '') ?? [];
    if (response?.status === 206 && length) {
      const range = [0, Number(last) + 1] as const;
      const parts = [{ range, bytes: bytesOf(response) }];
      return new PartialFile({ url, length: Number(length), first: [], parts, version: versionOf(response), isFresh });
    }
    void response?.body?.cancel();
    return undefined;
  }

  /**
   * The bytes from `begin` on, at least up to `end` where the file has as many. A connection that breaks is waited for.
   * @param onPause Called with true each time a request has failed and will be made again, and with false when that is over.
   * @throws When the file is closed; and an `OtherFileError` when the server has another file in its place.
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
      const bytes = await bytesOf(await this.#fetch(range));
      this.#remember(range, bytes);
      return bytes;
    } catch (error) {
      if (this.#end.signal.aborted || error instanceof OtherFileError) throw error;
      return undefined;
    }
  }

  /** Asks for a range; the answer is of the same file as all that came before. */
  async #fetch(range: ByteRange): Promise<Response> {
    const response = await this.#ask(range, this.#isFresh);
    if (response && this.#isSameVersion(response)) return response;
    void response?.body?.cancel();
    // A file that was set up anew has another date, and may be what it was.
    const again = (await this.#isUnchanged()) ? await this.#ask(range, true) : undefined;
    if (again) return again;
    throw new OtherFileError(`${this.url} is another file`);
  }

  /** Asks for a range; undefined if the answer is not this part of a file of this length. */
  async #ask([begin, end]: ByteRange, isFresh: boolean): Promise<Response | undefined> {
    const headers = { Range: `bytes=${begin}-${end - 1}` };
    const response = await fetch(this.url, { headers, signal: this.#end.signal, cache: isFresh ? 'reload' : 'default' });
    if (response.status === 206 && response.headers.get('Content-Range') === `bytes ${begin}-${end - 1}/${this.length}`) return response;
    void response.body?.cancel();
    if (response.status >= 500) throw new Error(`${this.url}: ${response.status}`);
    return undefined;
  }

  #isSameVersion(response: Response): boolean {
    this.#version ??= versionOf(response);
    return this.#version === versionOf(response);
  }

  /** Whether the server still has, in another version, what is known of the file: a PDF's index, which tells of changes. */
  async #isUnchanged(): Promise<boolean> {
    const known = this.#latest;
    const response = known && (await this.#ask(known.range, true));
    if (!response || !equal(await bytesOf(response), known.bytes)) return false;
    this.#version = versionOf(response);
    this.#isFresh = true;
    return true;
  }

  #remember(range: ByteRange, bytes: Uint8Array): void {
    // Whoever asked for the bytes may hand them on to a thread, which takes them away from here.
    if (range[1] > (this.#latest?.range[1] ?? 0)) this.#latest = { range, bytes: bytes.slice() };
  }
}

/** The server has another file than the one whose parts are known, or gives no parts. */
export class OtherFileError extends Error {}

/** What a server says of a file that it does not say of another: its entity tag, or else its date; undefined if it says neither. */
function versionOf({ headers }: Response): string | undefined {
  return headers.get('ETag') ?? headers.get('Last-Modified') ?? undefined;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

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
