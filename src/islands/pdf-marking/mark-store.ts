import { newer } from '../../core/annotation/merge.ts';
import type { MarkRecord } from '../../core/annotation/mark.ts';

/** Whether marks are kept in this browser, and if not, why: its room for this site is full, or it refuses to keep anything. */
export type Keeping = 'kept' | 'full' | 'blocked';

/** What a store tells of and where it keeps things. */
export interface MarkStoreOptions {
  /** The name of the database; the sites of one host share its databases. */
  readonly database: string;
  /** The id of the paper whose marks are kept. */
  readonly paper: string;
  /** Called with records that another tab wrote, or that turn out to be later than the ones just written. */
  readonly onRecords: (records: readonly MarkRecord[]) => void;
  readonly onKeeping: (keeping: Keeping) => void;
  readonly signal: AbortSignal;
}

/** What tabs tell each other: records that they wrote, or that they have just been opened. */
type Message = { readonly records: readonly MarkRecord[] } | { readonly hello: true };

const TABLE = 'marks';

/** Keeps the marks of a paper in the browser's database and in step with other tabs. What cannot be kept is remembered and tried again. */
export class MarkStore {
  #options: MarkStoreOptions;
  #channel: BroadcastChannel;
  #database: Promise<IDBDatabase> | undefined;
  /** Records that are not in the database, by id. */
  #unkept = new Map<string, MarkRecord>();

  constructor(options: MarkStoreOptions) {
    const { database, paper, signal, onRecords } = options;
    this.#options = options;
    this.#channel = new BroadcastChannel(`${database} ${paper}`);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if ('records' in data) onRecords(data.records);
      else if (this.#unkept.size > 0) this.#tell({ records: [...this.#unkept.values()] });
    });
    addEventListener('beforeunload', (event) => this.#unkept.size > 0 && event.preventDefault(), { signal });
    signal.addEventListener('abort', () => {
      this.#channel.close();
      void this.#database?.then((open) => open.close()).catch(() => undefined);
    });
  }

  /** All records of the paper, deletions included; none if the database cannot be read. */
  async load(): Promise<MarkRecord[]> {
    this.#tell({ hello: true });
    try {
      const database = await this.#open();
      const { paper } = this.#options;
      const store = database.transaction(TABLE).objectStore(TABLE);
      return await settled<MarkRecord[]>(store.getAll(IDBKeyRange.bound([paper], [paper, []])));
    } catch (error) {
      this.#fail(error);
      return [];
    }
  }

  /** Keeps records, and whatever could not be kept before. Later records under the same ids are not overwritten but told of. */
  async put(records: readonly MarkRecord[]): Promise<void> {
    for (const record of records) this.#unkept.set(record.id, record);
    this.#tell({ records });
    await this.retry();
  }

  /** Tries again to keep what could not be kept. */
  async retry(): Promise<void> {
    const records = [...this.#unkept.values()];
    try {
      const later = await write(await this.#open(), records);
      for (const record of records) if (this.#unkept.get(record.id) === record) this.#unkept.delete(record.id);
      if (later.length > 0) this.#options.onRecords(later);
      this.#options.onKeeping('kept');
    } catch (error) {
      this.#fail(error);
    }
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= openDatabase(this.#options.database, () => (this.#database = undefined));
    return this.#database;
  }

  #fail(error: unknown): void {
    this.#database = undefined;
    this.#options.onKeeping(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'blocked');
  }

  #tell(message: Message): void {
    if (!this.#options.signal.aborted) this.#channel.postMessage(message);
  }
}

async function openDatabase(name: string, onClose: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(TABLE, { keyPath: ['paper', 'id'] }));
  const database = await settled(request);
  database.addEventListener('close', onClose);
  // A later version of the site may need another form of the database; it must not wait for this tab.
  database.addEventListener('versionchange', () => {
    database.close();
    onClose();
  });
  return database;
}

/** Writes records in one transaction and returns those that were there already and are later. */
async function write(database: IDBDatabase, records: readonly MarkRecord[]): Promise<MarkRecord[]> {
  const transaction = database.transaction(TABLE, 'readwrite', { durability: 'strict' });
  const done = finished(transaction);
  // Awaited below; a request that fails first must not leave it unheard.
  done.catch(() => undefined);
  const store = transaction.objectStore(TABLE);
  const later: MarkRecord[] = [];
  for (const record of records) {
    const kept = await settled<MarkRecord | undefined>(store.get([record.paper, record.id]));
    const counts = kept ? newer(kept, record) : record;
    if (counts === record) store.put(record);
    else later.push(counts);
  }
  await done;
  return later;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
  });
}
