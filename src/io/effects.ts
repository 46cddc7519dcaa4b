import { resolve } from 'node:path';
import { localDisk, type Disk } from './disk.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { readAddresses, type RemoteAddresses } from './remote/addresses.ts';

/** The time, and waiting for it to pass. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits for a number of milliseconds. */
  sleep(milliseconds: number): Promise<void>;
}

/** Where a command says what it does. */
export interface Logger {
  /** A result, for the standard output. */
  print(text: string): void;
  /** A remark or an error, for the standard error. */
  report(text: string): void;
  /** How far a long command has come; shown in place where people watch. An empty text clears it. */
  progress(text: string): void;
}

/** Everything of the outside world that a command touches. Tests pass their own. */
export interface Effects {
  readonly disk: Disk;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly environment: Environment;
  readonly addresses: RemoteAddresses;
  /** The folder for what can be fetched again, absolute; `.cache` below the working directory. */
  readonly cacheDir: string;
}

/** The effects of a command that somebody runs on this machine. */
export function localEffects(): Effects {
  return {
    disk: localDisk,
    fetch: globalThis.fetch,
    clock: { now: Date.now, sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) },
    logger: {
      print: (text) => void process.stdout.write(`${text}\n`),
      report: (text) => void process.stderr.write(`${text}\n`),
      progress: (text) => {
        if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${text}`);
      },
    },
    environment: readEnvironment(),
    addresses: readAddresses(),
    cacheDir: resolve('.cache'),
  };
}

/** How many of a number of steps are done, as a bar with a word beside it: `█████░░░░░ 31/62 simpo`. */
export function progressBar(done: number, { total, label }: { readonly total: number; readonly label: string }): string {
  const width = 20;
  const filled = total === 0 ? width : Math.round((done / total) * width);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total} ${label}`;
}
