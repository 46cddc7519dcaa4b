import { formatSize, LARGEST_FILE } from './limits.ts';
import { countPages } from './page-count.ts';
import type { Disk } from '../disk.ts';
import type { Effects } from '../effects.ts';
import { RemoteError, type Client } from '../remote/client.ts';

/** A PDF to fetch. */
export interface PdfRequest {
  readonly url: string;
  /** Where it goes. What has come of it lies beside it as `….part` until it is whole. */
  readonly target: string;
  /** Milliseconds between two requests to the host. */
  readonly spacing: number;
}

/** A PDF that was fetched and looked at. */
export interface FetchedPdf {
  readonly bytes: number;
  readonly pages: number;
}

/** How often a download that breaks off is taken up again in one run. */
const TRIES = 4;

/**
 * Fetches a PDF. One that breaks off is taken up where it stopped, in this run or the next; it gets its name only when it
 * is whole, begins with `%PDF-` and can be read to its last page.
 * @throws {RemoteError} where no good PDF comes.
 */
export async function downloadPdf(
  request: PdfRequest,
  client: Client,
  { disk, clock, logger }: Pick<Effects, 'disk' | 'clock' | 'logger'>,
): Promise<FetchedPdf> {
  const part = `${request.target}.part`;
  for (let attempt = 1; ; attempt++) {
    const outcome = await downloadRest(request, client, { disk, onProgress: (text) => logger.progress(text) });
    if (outcome === 'whole') break;
    if (attempt === TRIES) {
      throw new RemoteError(
        'unreachable',
        `The download of ${request.url} breaks off after ${formatSize(disk.size(part) ?? 0)}. Run the command again; it goes on from there.`,
      );
    }
    await clock.sleep(1_000 * attempt);
  }
  const bytes = disk.bytes(part)!;
  const pages = await countPages(bytes);
  if (pages === undefined) {
    forget(part, disk);
    throw new RemoteError('broken', `What ${request.url} gives is a damaged PDF; it was not kept.`);
  }
  disk.rename(part, request.target);
  disk.remove(validatorOf(part));
  return { bytes: bytes.length, pages };
}

interface PartContext {
  readonly disk: Disk;
  readonly onProgress: (text: string) => void;
}

/** Fetches what is missing of a file. A host that does not know ranges, or has another version by now, gives all of it anew. */
async function downloadRest({ url, target, spacing }: PdfRequest, client: Client, context: PartContext): Promise<'whole' | 'broken off'> {
  const { disk } = context;
  const part = `${target}.part`;
  const have = disk.size(part) ?? 0;
  const response = await client.get(url, { spacing, headers: rangeHeaders(have, disk.read(validatorOf(part))) });
  const start = response.status === 206 ? startOf(response) : 0;
  if (start !== have || have === 0) forget(part, disk);
  if (start !== 0 && start !== have) {
    await response.body?.cancel();
    return 'broken off';
  }
  const total = totalOf(response, start);
  refuseLarge(url, total);
  rememberVersion(response, part, disk);
  const isRead = await save(response, { ...context, part, start, total, url });
  return isRead && (total === undefined || disk.size(part) === total) ? 'whole' : 'broken off';
}

/** Only the rest is asked for where it is known of which version the beginning is. */
function rangeHeaders(have: number, validator: string | undefined): Record<string, string> {
  return have > 0 && validator !== undefined ? { range: `bytes=${have}-`, 'if-range': validator } : {};
}

function rememberVersion({ headers }: Response, part: string, disk: Disk): void {
  const validator = headers.get('etag') ?? headers.get('last-modified');
  if (validator && !validator.startsWith('W/')) disk.write(validatorOf(part), validator);
}

interface SaveContext extends PartContext {
  readonly part: string;
  readonly start: number;
  readonly total: number | undefined;
  readonly url: string;
}

/** Writes what comes as it comes; false where the connection breaks. Errors of the disk are thrown. */
async function save(response: Response, { part, start, disk, total, onProgress, url }: SaveContext): Promise<boolean> {
  const reader = response.body?.getReader();
  if (!reader) return false;
  let size = start;
  for (;;) {
    const next = await reader.read().catch(() => undefined);
    if (!next) return false;
    if (next.done) return size > 0;
    if (size === 0) refuseOther(next.value, url);
    size += next.value.length;
    refuseLarge(url, size);
    disk.append(part, next.value);
    onProgress(`${formatSize(size)}${total ? ` of ${formatSize(total)}` : ''} ${url}`);
  }
}

/** A PDF’s signature may stand anywhere in its first kilobyte. */
function refuseOther(chunk: Uint8Array, url: string): void {
  const head = Buffer.from(chunk.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-') || (chunk.length < 1024 && !/^\s*</.test(head))) return;
  const what = /^\s*</.test(head) ? 'a web page' : 'something else';
  throw new RemoteError('broken', `${url} gives ${what} in place of a PDF. Open it in a browser, and put the PDF into papers/ by hand.`);
}

function refuseLarge(url: string, size: number | undefined): void {
  if (size === undefined || size <= LARGEST_FILE) return;
  throw new RemoteError(
    'broken',
    `${url} has ${formatSize(size)}; GitHub takes no file over 100 MiB. Leave it out, and link to it with links.pdf.`,
  );
}

function startOf(response: Response): number {
  return Number(/^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1] ?? -1);
}

function totalOf(response: Response, start: number): number | undefined {
  const stated = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (stated) return Number(stated);
  // The length of a compressed answer is not that of the file.
  const length = response.headers.get('content-encoding') ? null : response.headers.get('content-length');
  return length === null ? undefined : start + Number(length);
}

/** What tells whether the host still has the version of which a part lies here. */
function validatorOf(part: string): string {
  return `${part}.version`;
}

function forget(part: string, disk: Disk): void {
  disk.remove(part);
  disk.remove(validatorOf(part));
}
