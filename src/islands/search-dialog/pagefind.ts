import type { StoredRecord } from '../../core/search/page-record.ts';

/** The part of Pagefind's interface that is used. */
export interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  /** Finds what holds all the words, or everything where they are null. */
  search(words: string | null): Promise<{ results: readonly PagefindResult[] }>;
}

/** A result as Pagefind gives it; its text is loaded only by `data`. */
export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  readonly words: readonly number[];
  data(): Promise<StoredRecord>;
}

/** A module that failed to load stays failed in the browser, so that a second try needs another address. */
let tries = 0;

/** Starts Pagefind for the index in a folder of the site; words in the metas of a record count as told. */
export async function startPagefind(folder: string, metaWeights: Readonly<Record<string, number>>): Promise<Pagefind> {
  const attempt = tries++;
  const address = `${folder}pagefind.js${attempt > 0 ? `?try=${attempt}` : ''}`;
  // Pagefind's module stands beside the index and has no types of its own.
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ ranking: { metaWeights } });
  await pagefind.init();
  return pagefind;
}
