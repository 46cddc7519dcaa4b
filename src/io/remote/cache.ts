import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Effects } from '../effects.ts';

/** Answers that were given before, each in a file of its own, so that an interrupted run goes on where it stopped. */
export interface AnswerCache {
  /** An answer and when it was given (milliseconds since 1970), however old; undefined if there is none. */
  read(key: string): { readonly value: unknown; readonly at: number } | undefined;
  /** Keeps an answer in the place of an older one. */
  write(key: string, value: unknown): void;
}

/** How long an answer is as good as a new one: arXiv’s change once a day. */
export const FRESH = 24 * 60 * 60 * 1000;

/** The cache in a folder; a file that cannot be read counts as missing. */
export function createAnswerCache({ disk, clock }: Pick<Effects, 'disk' | 'clock'>, folder: string): AnswerCache {
  const pathOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.json`);
  return {
    read: (key) => {
      try {
        const entry = JSON.parse(disk.read(pathOf(key)) ?? '') as { key: string; at: number; value: unknown };
        return entry.key === key && typeof entry.at === 'number' ? entry : undefined;
      } catch {
        return undefined;
      }
    },
    write: (key, value) => disk.write(pathOf(key), JSON.stringify({ key, at: clock.now(), value })),
  };
}
